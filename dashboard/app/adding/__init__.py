"""Adding on the page: files are sent piece by piece, looked at in the background, and kept once a person agrees.

``jobs`` holds what is under way, ``received`` the files as they come, ``work`` the looking and keeping, ``answers`` says
it all as data for assets/adding.js; the doors themselves stand in ``server/adding.py``.
"""

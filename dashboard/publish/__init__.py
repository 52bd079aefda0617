"""What is wanted, as a file: the chosen events with where they come from, as rows, a page or a picture.

The page and the command line both hand out what is composed here, so that the same view is the same file. A new format
of rows is a row of ``dashboard.exchange.formats``; one of the chart is a row of ``offered.py`` and a branch of ``parcel.py``.
"""

"""Putting right what was misread: the forms beside the card, and the verbs that carry out what they say.

A new field of the form is a row in ``form.py``; to add a verb, write a function in ``verbs.py`` and a row in its ``VERBS``.
"""

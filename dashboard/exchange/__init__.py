"""The field's formats: events out as tables, features and lines, each file saying where it came from.

A new format is a module here, ``as_….py`` with ``write(dataset, provenance)`` that gives the file piece by piece, and its
row in ``formats.py``; one that has no room for every event says so in ``left_out(dataset)``.
"""

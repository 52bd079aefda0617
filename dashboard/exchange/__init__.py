"""The field's formats: events out as tables, features and lines, each file saying where it came from.

A new format is a module here, ``as_….py`` with ``write(dataset, provenance)``, and its row in ``formats.py``.
"""

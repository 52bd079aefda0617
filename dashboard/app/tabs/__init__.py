"""The tabs below the chart: the events as a table, the report, and what was read and made no event.

A new tab is a module here that gives a ``Tab``, and a row in ``every.py``.
"""

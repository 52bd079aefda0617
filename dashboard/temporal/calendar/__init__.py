"""The line of time: intervals on it, how fine they are, the moment somebody speaks, and periods (weeks, decades, parts of a day).

A new granularity is a member of ``Granularity``; a new period is one function in ``periods``. Nothing here knows a word.
"""

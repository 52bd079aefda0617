"""What the text makes of its days: datelines over a stretch, older reports quoted, news or narrative.

A new way to introduce an older report is a function in ``attribution``; a new kind of dateline a rank in ``datelines``.
"""

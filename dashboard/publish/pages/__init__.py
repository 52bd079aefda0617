"""Pages that need nothing else: chart, cards, table and key in one HTML file, and a report to print.

Nothing is fetched, no script runs but those in the file, and what a report says stays text. A new part of a page is a
function that gives its markup here, and a row in ``whole.py`` or ``report.py``.
"""

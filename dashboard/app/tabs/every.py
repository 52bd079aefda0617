"""The tabs, from left to right; the first is open when the address names none."""

from dashboard.app.tabs import atlas, report, review, table, totals, unread

TABS = (table.TAB, atlas.TAB, report.TAB, review.TAB, totals.TAB, unread.TAB)
OTHER_TABS = tuple(each.name for each in TABS[1:])

"""The tabs, from left to right; the first is open when the address names none."""

from dashboard.app.tabs import atlas, counts, notes, report, review, table, totals, unread, who

TABS = (table.TAB, atlas.TAB, counts.TAB, who.TAB, report.TAB, review.TAB, notes.TAB, totals.TAB, unread.TAB)
OTHER_TABS = tuple(each.name for each in TABS[1:])

"""Ids of the page's parts, spelled once."""

URL = "url"
SCREEN = "screen"  # dark or light, and how wide: what only the browser knows
WANTED = "wanted"  # the part of the address that says which events are wanted
PROVIDER = "provider"
ROOT = "root"
LIVE = "live"

# top bar
SEARCH = "search"
COUNT = "count"
ZONE = "zone"
ZONE_NOTE = "zone-note"
SHARE = "share"
EXPORT_PNG = "export-png"
EXPORT_SVG = "export-svg"
EXPORT_DONE = "export-done"
REVEALED = "revealed"
THEME = "theme"
RAIL_OPEN = "rail-open"
RAIL_CLOSE = "rail-close"

# left rail
RAIL = "rail"
PLACES = "places"

# window
OVERVIEW = "overview"
FROM = "window-from"
TO = "window-to"
PRESETS = "presets"
MUST = "must"

# middle
CHIPS = "chips"
LANES_BY = "lanes-by"
FOLDED = "folded"
TIMELINE = "timeline"
EMPTY = "empty"
UNDATED = "undated"
CARD = "card"

# bottom
TABS = "tabs"
TABLE = "table"
TABLE_NOTE = "table-note"
REPORT = "report"
REPORT_PICK = "report-pick"
REPORT_PICKED = "report-picked"
TOTALS = "totals"
TOTALS_TAB = "totals-tab"
UNREAD = "unread"
UNREAD_TAB = "unread-tab"


def facet(column: str) -> str:
    """The id of a column's boxes in the rail.

    >>> facet("source")
    'facet-source'
    """
    return f"facet-{column}"


def download(suffix: str) -> str:
    """The id of the export menu's line for a kind of file.

    >>> download(".csv")
    'download-csv'
    """
    return f"download-{suffix.lstrip('.')}"

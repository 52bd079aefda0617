"""The one script that stands in the page itself: it asks for what the page shows while all others are still on their way."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

FIRST = "first.js"


@cache
def first_script() -> str:
    """Its text."""
    return (files("dashboard.app") / "assets" / FIRST).read_text("utf-8")


@cache
def allowed() -> str:
    """What the page's policy knows it by: what it says."""
    return f"'sha256-{b64encode(sha256(first_script().encode()).digest()).decode()}'"

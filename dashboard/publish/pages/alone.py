"""The frame of a page that stands alone: it fetches nothing, and runs no script but its own."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from importlib.resources import files

from dashboard.figures.theme import FONT
from dashboard.wording.spoken import spoken

_HERE = "dashboard.publish.pages"


@dataclass(frozen=True, slots=True)
class Alone:
    """A page: its markup, and what a server that hands it out has to let it do."""

    markup: str
    policy: str


def alone(title: str, style: str, body: str, scripts: Sequence[str], rest: str = "") -> Alone:
    """The page of a body, in the language at hand; its scripts are run one after the other once the body is there, before the rest."""
    policy = _policy(scripts)
    markup = _PAGE.format(
        language=spoken().code,
        direction=spoken().direction,
        title=escape(title),
        policy=policy,
        style=f":root {{ --font: {FONT}; }}\n{style}",
        body=body,
        scripts="\n".join(f"<script>{each}</script>" for each in scripts),
        rest=rest,
    )
    return Alone(markup, policy)


def beside(name: str) -> str:
    """A file of this room: a style or a script."""
    return files(_HERE).joinpath(name).read_text(encoding="utf-8")


def script_json(value: object) -> str:
    r"""JSON that can stand in a script: no tag in it can end the script.

    >>> script_json("</script>")
    '"\\u003c/script>"'
    """
    script = json.dumps(value, ensure_ascii=False)
    return script.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(scripts: Sequence[str]) -> str:
    """What the page may do: run these scripts, which are told by what they hold, and show what is in it."""
    hashes = (b64encode(sha256(each.encode()).digest()).decode() for each in scripts)
    ours = " ".join(f"'sha256-{each}'" for each in hashes) or "'none'"
    return f"default-src 'none'; script-src {ours}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"  # fmt: skip


_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>
{style}
</style>
</head>
<body>
{body}
{scripts}
{rest}
</body>
</html>
"""

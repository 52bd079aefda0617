"""All scripts of the page as one, and all its styles: what would be two dozen requests, of which each waits for those before it.

Dash lists its scripts and ours; here they are put behind one another, once, and sent under an address that says what they
are, so that a browser keeps them for good; what Dash would ask for besides, and never changes, is with them. Left out is what
the page has no part of, and what is for browsers of before 2018. The script that asks for what the page shows
stands in the page itself: a browser has six ways to a server, and the scripts are to have the first of them.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from dash import Dash
from flask import Flask, Response
from werkzeug.exceptions import NotFound

from dashboard.app.languages import in_scripts
from dashboard.app.server.at_once import FIRST, first_script
from dashboard.app.server.headers import FOR_A_YEAR
from dashboard.app.server.proxies import SIGNED_IN
from dashboard.wording.spoken import spoken

_WIRES = "_dash-dependencies"
_GRAPH = "/_dash-component-suites/dash/dcc/async-graph.js"  # else asked for only once a chart is to be drawn
_BEFORE_GRAPH = "/dash_core_components."
_FRAME = """
<div id="react-entry-point"><div class="page" aria-busy="true"><aside class="rail"></aside><main><section class="window">
<div class="strip-box"></div></section><section class="timeline"><div class="drawing"></div></section></main>
<aside class="card" id="frame-card"></aside></div></div>
"""
"""The page's bare frame, as page.css lays it out: by it the browser knows how wide the drawings will be."""
_FOR_OLD_ONES = "/dash/deps/polyfill@"
_REGENERATOR = re.compile(
    r"\],\d+:\[function\(t,n,r\)\{(?P<within>(?:(?!\],\d+:\[function).)*\bregeneratorRuntime=.*?)\},\{\}\],\d+:\[function",
    re.DOTALL,
)
"""The one of its hundreds of stand-ins that Dash itself calls by name."""
_WHO = ("HTTP_COOKIE", "REMOTE_ADDR", SIGNED_IN)
_LEFT_OUT = ("/dash/dash_table/",)
_SOURCE = re.compile(r'<script[^>]* src="([^"]+)"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_KINDS = {"js": "text/javascript", "css": "text/css"}
_AT_ONCE = "//# allFunctionsCalledOnLoad\n"
"""A word to the browser (Chromium from 136): it reads the script through beside all else while it comes, not when it runs."""


@dataclass(slots=True)
class Together:
    """The scripts and styles put together so far, by name; filled when a page is first asked for."""

    server: Flask
    kept: dict[str, str] = field(default_factory=dict)

    def scripts(self, sources: Iterable[str], known: Mapping[str, str]) -> str:
        """The name of these scripts as one, with the answers that are ``known``; Dash wants to see its renderer in it."""
        before = f"{_AT_ONCE}window.dash_clientside.known = {json.dumps(known)};\n"
        return self._named("dash_renderer-{}.js", tuple(sources), before, "\n;\n")

    def styles(self, sources: Iterable[str]) -> str:
        """The name of these styles as one."""
        return self._named("page-{}.css", tuple(sources), "", "\n")

    def _named(self, name: str, sources: tuple[str, ...], before: str, between: str) -> str:
        name = name.format(_digest((before, *sources)))
        if name not in self.kept:
            self.kept[name] = before + between.join(map(self._text, sources))
        return name

    def _text(self, source: str) -> str:
        """A script as it is served here: asked for by nobody, so that no gate stands before it."""
        with self.server.test_request_context(source) as asked:
            view = self.server.view_functions[asked.request.endpoint or ""]
            given: Any = view(**asked.request.view_args or {})
            answer = self.server.make_response(given)
            answer.direct_passthrough = False
            text: str = answer.get_data(as_text=True)
            answer.close()
        return _for_now(text) if _FOR_OLD_ONES in source else text


class Page(Dash):
    """A Dash page whose scripts are one, and its styles."""

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]  # Dash gives each by name
        """The page's HTML, with one script in the place of all, after the one that asks for data meanwhile."""
        together: Together = self.server.extensions[__name__]
        known = {_WIRES: self.dependencies().get_data(as_text=True)}
        script = f"/scripts/{together.scripts(_wanted(_SOURCE.findall(parts['scripts'])), known)}"
        style = f"/scripts/{together.styles(_STYLE.findall(parts['css']))}"
        ours = {
            "css": f'<link rel="preload" as="script" href="{script}"><link rel="stylesheet" href="{style}">',
            "scripts": f'<script>{first_script()}</script><script src="{script}"></script>',
            "app_entry": f'<script type="application/json" id="wording">{_harmless(in_scripts())}</script>{_FRAME}',
        }
        html: str = super().interpolate_index(**parts | ours)  # type: ignore[no-untyped-call]
        language = spoken()
        return html.replace("<html>", f'<html lang="{language.code}" dir="{language.direction}">', 1)


def add_scripts(app: Page) -> None:
    """The scripts put together have an address."""
    server: Flask = app.server
    together = server.extensions[__name__] = Together(server)

    @server.get("/scripts/<name>")
    def put_together(name: str) -> Response:
        if name not in together.kept:
            app.index()  # type: ignore[no-untyped-call]  # the page came from another process of this server
        if name not in together.kept:
            raise NotFound
        answer = Response(together.kept[name], mimetype=_KINDS[name.rpartition(".")[2]])
        answer.headers["Cache-Control"] = FOR_A_YEAR  # what it holds is in its address
        return answer


def _harmless(said: object) -> str:
    """Data as it may stand in a page: nothing in it ends the element around it."""
    return json.dumps(said, ensure_ascii=False).replace("<", "\\u003c")


def _for_now(stand_ins: str) -> str:
    """What browsers of today lack of the stand-ins for older ones; all, where it is not found."""
    found = _REGENERATOR.search(stand_ins)
    return f"(function(n){{{found['within']}}})({{exports:{{}}}});" if found else stand_ins


def _wanted(sources: Iterable[str]) -> Iterator[str]:
    for each in sources:
        if not any(part in each for part in (*_LEFT_OUT, FIRST)):
            yield each
        if _BEFORE_GRAPH in each:
            yield _GRAPH


def _digest(sources: Iterable[str]) -> str:
    """Changes with them: their addresses hold their versions, and when they were changed."""
    return blake2b("\n".join(sources).encode(), digest_size=8).hexdigest()

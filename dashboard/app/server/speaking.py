"""In which language a request is answered: the one the page is in, the one asked for, the one chosen before, or the browser's.

So are the pages, pictures and texts that are handed out; files that programs read are in English, whoever asks for them.
"""

from dash import Dash
from flask import Flask, Request, Response, request

from dashboard.wording.languages import ARGUMENT, known, language, preferred
from dashboard.wording.spoken import speak, spoken

COOKIE = "conflict-timeline-language"
HEADER = "X-Language"
"""What our scripts say with every question: two windows may stand open in two languages."""
_FILES = ("/export/", "/embed")
_BEFORE = "conflict_timeline.spoken_before"
_A_YEAR_S = 31_536_000


def add_languages(app: Dash) -> None:
    """Every request is answered in the language it is asked in; one that is asked for by address is kept in a cookie."""
    server: Flask = app.server

    @server.before_request
    def begin() -> None:
        request.environ[_BEFORE] = spoken()
        speak(language(wanted_by(request)))

    @server.after_request
    def say_which(response: Response) -> Response:
        asked = known(request.args.get(ARGUMENT, ""))
        if asked and request.method == "GET" and not request.path.startswith(_FILES):
            response.set_cookie(
                COOKIE, asked, max_age=_A_YEAR_S, secure=request.is_secure, httponly=True, samesite="Lax"
            )
        if response.mimetype == "text/html":
            response.headers["Content-Language"] = spoken().code
            response.vary.update(("Accept-Language", "Cookie"))
        return response  # fmt: skip

    @server.teardown_request
    def end(_: BaseException | None) -> None:
        before = request.environ.pop(_BEFORE, None)  # none of what is asked within a request
        if before is not None:
            speak(before)  # the thread goes on to somebody else


def wanted_by(asked: Request) -> str:
    """The code of the language that a request wants."""
    said = (
        asked.headers.get(HEADER, ""),
        asked.args.get(ARGUMENT, ""),
        asked.cookies.get(COOKIE, ""),
    )
    return next(filter(None, map(known, said)), "") or preferred(asked.headers.get("Accept-Language", ""))

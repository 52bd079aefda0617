"""Where what belongs to the person is kept when nobody names a place."""

from pathlib import Path

from platformdirs import user_data_path

from dashboard.bundled import checkout

PROGRAM = "conflict-timeline"


def own_file() -> Path:
    """The default database: in the checkout's ``data/``, or where there is none in the user's data folder."""
    top = checkout()
    folder = top / "data" if top else user_data_path(PROGRAM, appauthor=False)
    return folder / f"{PROGRAM}.db"


def shown(path: Path) -> str:
    """The path as a person would type it: short below the home folder.

    >>> shown(Path.home() / "notes.db")
    '~/notes.db'
    """
    try:
        below = path.relative_to(Path.home())
    except (ValueError, RuntimeError):  # it is elsewhere, or this user has no home
        return str(path)
    return f"~/{below.as_posix()}"

"""Where the files are that come with the product: ``data``, facts about the world, and ``seeds``, the sample.

In a checkout they lie beside the package, where people edit them; in an installed copy inside it. This is the
only module that knows. Nothing is ever written there.
"""

from importlib.resources import files
from pathlib import Path

_PACKAGE = Path(str(files("dashboard")))


def checkout() -> Path | None:
    """The top folder of the checkout the product runs from; None in an installed copy.

    >>> top = checkout()
    >>> top is None or (top / "pyproject.toml").is_file()
    True
    """
    return _PACKAGE.parent if _has_ours(_PACKAGE.parent) else None


def bundled(name: str) -> Path:
    """The folder of that name, ``data`` or ``seeds``.

    >>> (bundled("data") / "README.md").is_file()
    True
    """
    return (checkout() or _PACKAGE) / name


def _has_ours(folder: Path) -> bool:
    """Whether it is a checkout, and not the folder that packages are installed in."""
    return (folder / "pyproject.toml").is_file() and (folder / "data" / "gazetteer").is_dir()

"""A file that only its owner can read: read with words for what fails, and kept whole or left as it was."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from dashboard.errors import AccessError


def text_of(file: Path) -> str:
    """Its text; raises AccessError where it can't be read, and FileNotFoundError where there is none."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file}: can't be read ({getattr(error, 'strerror', None) or 'it is no text'})"
        raise AccessError(msg) from error


def keep(file: Path, text: str) -> None:
    """Write all of it or, where the disk is full, leave the file as it was before."""
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=file.parent, prefix=f".{file.name}.", delete=False
        ) as new:
            new.write(text)  # made readable by its owner alone
        Path(new.name).replace(file)
    except OSError as error:
        msg = f"{file}: can't be written ({(error.strerror or str(error)).lower()})"
        raise AccessError(msg) from error

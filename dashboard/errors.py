"""Every error a person can meet, as one tree.

::

    TimelineError                 anything this product refuses; its text is for people
    ├── InputError                a file or text that can't be read
    ├── DateError                 words that were to be a date and are none
    ├── SelectionError            a filter that makes no sense (from after to, unknown column)
    ├── StoreError                a database that is not ours, locked, or can't be written
    │   └── UndoneError           an edit to be undone that is none, or was undone already
    ├── EditError                 a correction that can't be made: of what is not there, or to what can't be
    │   ├── PlaceError            a place that is on no map we have, or may be several
    │   ├── ConflictError         somebody else corrected the same in between; carries both values
    │   └── RevisionError         a correction upon a revision that its event never had
    ├── ExportError               a format we do not write, or an image with no Chrome to draw it
    ├── ServeError                a port in use, an address that can't be had
    ├── AccessError               somebody who is not there, or may not
    └── ClusterError              a scheduler that can't be reached, or workers that read otherwise

Messages are in lower case, carry the offending text and where it came from, and say what to do:
``places.csv:12: latitude 333.5 is off the map``.
"""


class TimelineError(Exception):
    """Anything this product refuses; the text is written for the person who asked."""


class InputError(TimelineError):
    """A file or a text that can't be read."""


class UnreadWarning(UserWarning):
    """Something that was asked for and could not be read, while the rest was."""


class DateError(TimelineError):
    """Words that were to be a date and are none."""


class SelectionError(TimelineError):
    """A filter that makes no sense."""


class StoreError(TimelineError):
    """A database that is not ours, is locked, or can't be written."""


class UndoneError(StoreError):
    """An edit to be undone that is none, or was undone already."""


class EditError(TimelineError):
    """A correction that can't be made: of what is not there, or to a value that can't be."""


class PlaceError(EditError):
    """A place that is on no map we have, or may be several: the words, and each that may be meant, in words."""

    def __init__(self, message: str, *, words: str, meant: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.words, self.meant = words, meant


class ConflictError(EditError):
    """Somebody else corrected the same in between; nothing was written.

    ``theirs`` and ``mine`` are the two values of the ``field``, ``revision`` the one to repeat the correction upon,
    ``who`` corrected it, as far as that is known, and ``because`` why.
    """

    def __init__(
        self,
        message: str,
        *,
        event_id: str,
        field: str,
        theirs: object,
        mine: object,
        revision: int,
        who: str = "",
        because: str = "",
    ) -> None:
        super().__init__(message)
        self.who, self.because = who, because
        self.event_id, self.field, self.theirs, self.mine = event_id, field, theirs, mine
        self.revision = revision


class RevisionError(EditError):
    """A correction upon a revision that its event never had."""


class ExportError(TimelineError):
    """A format we do not write, or an image with no Chrome to draw it."""


class ServeError(TimelineError):
    """A port in use, or an address that can't be had."""


class AccessError(TimelineError):
    """Somebody who is not there, or may not; a name or a password that can't be one."""


class ClusterError(TimelineError):
    """A scheduler that can't be reached, or workers that read otherwise than we do."""

"""Colours and letters: readable for colour-blind people, on light and dark, never by colour alone.

The palette is Okabe and Ito's, the unknown a grey that is told from all of it. Every type has a letter beside its colour; no two
colours that stand beside each other are alike to anybody who lacks a kind of cone (tests/figures/test_palette.py).
"""

from dataclasses import dataclass

from dashboard.extraction.acled import EventType
from dashboard.wording.say import to_say

FONT = (
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"
)


@dataclass(frozen=True, slots=True)
class Paint:
    """How events of a type are shown."""

    name: str
    colour: str
    letter: str

    @property
    def edge(self) -> str:
        """The colour, darker: the edge of a solid bar."""
        return _mixed(self.colour, "#000000", 0.35)

    @property
    def ink(self) -> str:
        """Black or white, whichever reads better on the colour."""
        return "#000000" if _luminance(self.colour) > 0.18 else "#ffffff"


PAINTS: dict[str, Paint] = {
    EventType.BATTLES: Paint(EventType.BATTLES, "#0072B2", "B"),
    EventType.REMOTE_VIOLENCE: Paint(EventType.REMOTE_VIOLENCE, "#D55E00", "E"),
    EventType.VIOLENCE_AGAINST_CIVILIANS: Paint(EventType.VIOLENCE_AGAINST_CIVILIANS, "#CC79A7", "V"),
    EventType.PROTESTS: Paint(EventType.PROTESTS, "#56B4E9", "P"),
    EventType.RIOTS: Paint(EventType.RIOTS, "#E69F00", "R"),
    EventType.STRATEGIC_DEVELOPMENTS: Paint(EventType.STRATEGIC_DEVELOPMENTS, "#009E73", "S"),
    EventType.NONE: Paint(to_say("unknown type"), "#6c6c6c", "?"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours around the marks; ``heat`` runs from few events to many."""

    paper: str
    ink: str
    muted: str
    grid: str
    lane: str
    night: str
    twilight: str
    accent: str
    heat: tuple[str, str, str, str]


LIGHT = Theme(
    paper="#ffffff",
    ink="#1a1c1f",
    muted="#595f69",
    grid="#e6e8ec",
    lane="#cfd3da",
    night="rgba(60, 75, 110, 0.11)",
    twilight="rgba(60, 75, 110, 0.05)",
    accent="#1a1c1f",
    heat=("#dbe7f3", "#8fbbe0", "#2f7fc1", "#08306b"),
)
DARK = Theme(
    paper="#16181d",
    ink="#eceef2",
    muted="#a3abb8",
    grid="#2b2f37",
    lane="#3d434e",
    night="rgba(150, 170, 220, 0.12)",
    twilight="rgba(150, 170, 220, 0.06)",
    accent="#ffffff",
    heat=("#22364d", "#2f6ba3", "#66a9e0", "#d6ebff"),
)


def theme(*, dark: bool) -> Theme:
    """The light or the dark theme."""
    return DARK if dark else LIGHT


def paint(event_type: str) -> Paint:
    """The paint of a type; that of the unknown for a word we do not know.

    >>> paint("Battles").letter, paint("War").name
    ('B', 'unknown type')
    """
    return PAINTS.get(event_type, PAINTS[""])


def faded(colour: str, strength: float) -> str:
    """The colour let through in part.

    >>> faded("#0072B2", 0.5)
    'rgba(0, 114, 178, 0.5)'
    """
    red, green, blue = _parts(colour)
    return f"rgba({red}, {green}, {blue}, {strength})"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mixed(colour: str, other: str, share: float) -> str:
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2."""
    linear = [_linear(part / 255) for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

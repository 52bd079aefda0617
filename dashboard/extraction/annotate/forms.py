"""Forms: incidents told as lines of labels, "Date: 12 March 2024", "Location: Gao", "Killed: 3".

Trackers and security bulletins tell them so, with a narrative at the end or none at all. A form is a run of lines with
known labels (forms.toml), one of them of a date or a place and one of what happened; prose with a colon is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.extraction.lexicon import one_of
from dashboard.language.lexicon import lexicon
from dashboard.text import Span

LEXICON = lexicon("forms")


class FieldKind(StrEnum):
    """What a label says that its value is."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    REGION = "region"
    KIND = "kind"
    WEAPON = "weapon"
    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    CASUALTIES = "casualties"
    DOER = "doer"
    SIDES = "sides"
    TARGET = "target"
    NARRATIVE = "narrative"
    OTHER = "other"


_SETTING = frozenset({FieldKind.DATE, FieldKind.PLACE})
_WHERE_AND_WHEN = _SETTING | {FieldKind.REGION, FieldKind.OTHER}
_ONCE = frozenset(FieldKind) - {
    FieldKind.REGION,
    FieldKind.NARRATIVE,
    FieldKind.OTHER,
    FieldKind.DOER,
    FieldKind.WEAPON,
}


@dataclass(frozen=True, slots=True)
class FormField:
    """A value, what it is, and its label; the label is empty where a narrative has none. Spans are characters of the text."""

    kind: FieldKind
    label: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one incident, in order."""

    fields: tuple[FormField, ...]

    @property
    def span(self) -> Span:
        """From its first label to the end of its last value."""
        return Span(self.fields[0].label.start, max(each.value.end for each in self.fields))

    def of(self, *kinds: FieldKind) -> Iterator[FormField]:
        """Its fields of these kinds, in order."""
        return (each for each in self.fields if each.kind in kinds)

    @property
    def is_whole(self) -> bool:
        """Whether it says where or when, and something of what happened there."""
        kinds = {each.kind for each in self.fields if each.label.end > each.label.start}
        return not kinds.isdisjoint(_SETTING) and not kinds <= _WHERE_AND_WHEN

    @property
    def edges(self) -> Iterator[int]:
        """Where its labels and values begin and end."""
        for each in self.fields:
            yield from (each.label.start, each.label.end, each.value.start, each.value.end)


@dataclass(slots=True)
class _Draft:
    """A form as far as it was read; ``spaced``: an empty line stands between its labels and values."""

    fields: list[FormField] = field(default_factory=list)
    spaced: bool = False

    @property
    def waits(self) -> bool:
        """Whether its last label has no value yet."""
        return bool(self.fields) and self.fields[-1].value.start == self.fields[-1].value.end

    @property
    def narrates(self) -> bool:
        return bool(self.fields) and self.fields[-1].kind is FieldKind.NARRATIVE

    def told_all(self, kinds: Sequence[FieldKind]) -> bool:
        """Whether it has its narrative, and its region or another narrative would follow behind an empty line."""
        told = {each.kind for each in self.fields}
        return (
            FieldKind.NARRATIVE in told
            and kinds[0] in (FieldKind.REGION, FieldKind.NARRATIVE)
            and kinds[0] in told
        )

    def repeats(self, kinds: Sequence[FieldKind]) -> bool:
        """Whether one of the kinds is told already, so that another incident begins."""
        return any(each.kind in kinds and each.kind in _ONCE for each in self.fields)


def forms(text: str) -> tuple[Form, ...]:
    r"""The forms of a text, in order.

    >>> text = "Date: 12 March 2024\nLocation: Gao\nKilled: 3\n"
    >>> [(each.kind.value, each.value.of(text)) for form in forms(text) for each in form.fields]
    [('date', '12 March 2024'), ('place', 'Gao'), ('killed', '3')]
    >>> forms("The place: a market. The date: nobody knows.")
    ()
    """
    if not _MAY_OPEN.search(text):
        return ()
    return tuple(form for draft in _drafts(text) if draft.fields and _tells((form := _form(draft)), text))


def _tells(form: Form, text: str) -> bool:
    """Whether it is whole, or gives an incident's day and place over the sentences that tell it: "Incident date: 3 May"."""
    kinds = {each.kind for each in form.fields}
    dated = any(_INCIDENT.search(each.label.of(text)) for each in form.of(FieldKind.DATE))
    return form.is_whole or (dated and {FieldKind.PLACE, FieldKind.NARRATIVE} <= kinds)


def _form(draft: _Draft) -> Form:
    return Form(tuple(draft.fields))


def _drafts(text: str) -> Iterator[_Draft]:
    """Runs of label lines with the lines that are their values."""
    draft, end = _Draft(), 0
    for line in _LINE.finditer(text):
        apart = text.count("\n", end, line.start()) > 1
        end = line.end()
        found = list(_fields(text, Span(*line.span())))
        kinds = [each.kind for each in found]
        if found or (_NUMBERED.fullmatch(line[0]) and not draft.waits):
            if draft.repeats(kinds) or not found or (apart and draft.told_all(kinds)):
                yield draft
                draft = _Draft()
            draft.fields += found
        elif not _goes_on(draft, text, Span(*line.span()), apart=apart):
            yield draft
            draft = _Draft()
    yield draft


def _goes_on(draft: _Draft, text: str, line: Span, *, apart: bool) -> bool:
    """Take a line without a label as the value that is waited for, or as the narrative; False where it is neither."""
    if not draft.fields:
        return True
    value, last = _trimmed(text, line), draft.fields[-1]
    if draft.waits and not (apart and _has_mark(text, last.label, line)):
        draft.spaced = draft.spaced or apart
        draft.fields[-1] = FormField(last.kind, last.label, value)
    elif apart and not draft.spaced:
        return False
    elif draft.narrates:
        draft.fields[-1] = FormField(last.kind, last.label, Span(last.value.start, value.end))
    elif any(each.kind is FieldKind.NARRATIVE for each in draft.fields):
        return False
    else:
        draft.fields.append(FormField(FieldKind.NARRATIVE, Span(value.start, value.start), value))
    return True


def _has_mark(text: str, label: Span, line: Span) -> bool:
    """Whether a colon or the like stands between a label and a later line: then an empty line ends an empty value."""
    return bool(text[label.end : line.start].strip())


def _fields(text: str, line: Span) -> Iterator[FormField]:
    """The fields of a line: one, or several side by side."""
    first = _OPENS.match(text, line.start, line.end)
    if first is None:
        return
    labels = [first, *_BESIDE.finditer(text, first.end(), line.end)]
    ends = [*(each.start() for each in labels[1:]), line.end]
    for label, end in zip(labels, ends, strict=True):
        kind = FieldKind((label.lastgroup or "").rstrip("_"))
        yield FormField(kind, Span(*label.span(kind)), _trimmed(text, Span(min(label.end(), end), end)))


def _trimmed(text: str, span: Span) -> Span:
    """Without blanks, bars and the like at its edges."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(_EDGES))))


_NUMBERED = re.compile(r"\s*(?:#|[Nn]o\.?\s*)?\d{1,3}[.)]?\s*")  # a number alone on its line opens an entry
_EDGES = " \t\r|*_;,"
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_LABELS = "|".join(f"(?P<{kind}>{one_of(LEXICON['labels'][kind])})" for kind in FieldKind)
_ASIDE = r"(?:[ \t]*\([^()\n]{1,25}\))?[*_]{0,2}"
_OPENS = re.compile(
    rf"[\s>•*·▪●◦|_#–—-]*(?:\d{{1,2}}[.)]\s*)?[*_]{{0,2}}(?:{_LABELS}){_ASIDE}[ \t]*"
    rf"(?:[:=|\t：]|\s[–—-]\s|(?<=\t)|\r?$)",
    re.IGNORECASE | re.MULTILINE,
)
_INCIDENT = re.compile(rf"\b{one_of(LEXICON['incident']['words'])}\b", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:[|;\t,.]|\s\s|\s[–—-]\s)\s*[*_]{{0,2}}(?:{_LABELS}){_ASIDE}[ \t]*[:=：]", re.IGNORECASE
)
_MAY_OPEN = re.compile(
    rf"^[^\w\n]*(?:\d{{1,2}}[.)]\s*)?{one_of([*LEXICON['labels']['date'], *LEXICON['labels']['place']])}\b",
    re.IGNORECASE | re.MULTILINE,
)

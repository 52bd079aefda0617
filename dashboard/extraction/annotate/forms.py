"""Forms: incidents told as lines of labels, "Date: 12 March 2024", "Location: Gao", "Killed: 3".

Trackers and security bulletins tell them so, with a narrative at the end or none at all. A form is a run of lines with
known labels (forms.toml), one of them of a date or a place and one of what happened; prose with a colon is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dashboard.extraction.annotate.form_labels import LABELS, LEXICON, WORDS_OF, FieldKind
from dashboard.extraction.annotate.form_tables import Row, rows_of_tables
from dashboard.extraction.lexicon import one_of
from dashboard.language.stops import LINE
from dashboard.text import Span

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
    """The fields of one incident, in order; ``head`` is the line above them, where it may tell the place: "[2] BORNO – Kukawa LGA – Kauwa".

    ``row``: it is one of a table, whose labels stand over it.
    """

    fields: tuple[FormField, ...]
    head: Span | None = None
    row: bool = False

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
        kinds = {each.kind for each in self.fields if self.row or each.label.end > each.label.start}
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
    head: Span | None = None

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
    tabled = [_of_row(each) for each in rows_of_tables(text)]
    if not tabled and not _MAY_OPEN.search(text):
        return ()
    listed = (form for draft in _drafts(text) if draft.fields and _tells((form := _form(draft)), text))
    alone = (each for each in listed if not any(each.span.touches(row.span) for row in tabled))
    return tuple(sorted((*(each for each in tabled if each.is_whole), *alone), key=lambda each: each.span))


def _of_row(row: Row) -> Form:
    """The form that a row of a table is."""
    return Form(tuple(FormField(kind, Span(cell.start, cell.start), cell) for kind, cell in row), row=True)


def _tells(form: Form, text: str) -> bool:
    """Whether it is whole, or gives an incident's day and place over the sentences that tell it: "Incident date: 3 May"."""
    kinds = {each.kind for each in form.fields}
    dated = any(_INCIDENT.search(each.label.of(text)) for each in form.of(FieldKind.DATE))
    return form.is_whole or (dated and {FieldKind.PLACE, FieldKind.NARRATIVE} <= kinds)


def _form(draft: _Draft) -> Form:
    return Form(tuple(draft.fields), draft.head)


def _drafts(text: str) -> Iterator[_Draft]:
    """Runs of label lines with the lines that are their values, and the line that heads each."""
    draft, end, head = _Draft(), 0, None
    for line in LINE.finditer(text):
        span = Span(*line.span())
        apart = text.count("\n", end, span.start) > 1
        found = list(_fields(text, span)) or ([] if apart else list(_by_value(draft, text, span)))
        kinds = [each.kind for each in found]
        if found or (_NUMBERED.fullmatch(line[0]) and not draft.waits):
            if draft.repeats(kinds) or not found or (apart and draft.told_all(kinds)):
                yield draft
                draft = _Draft()
            if not draft.fields:
                draft.head = None if apart or kinds[:1] == [FieldKind.OTHER] else head
            elif found and apart and not _has_mark(text, draft.fields[-1].label, draft.fields[-1].value):
                draft.spaced = True
            draft.fields += found
        elif _heads(draft, text, span) or not _goes_on(draft, text, span, apart=apart):
            yield draft
            draft = _Draft()
        end, head = span.end, None if found else _trimmed(text, span)
    yield draft


def _heads(draft: _Draft, text: str, line: Span) -> bool:
    """Whether a line without a label stands over the next form's: it is numbered, and a label that this form has follows."""
    if draft.waits or not draft.fields or not _ENTRY.match(text, line.start, line.end):
        return False
    below = LINE.match(text, line.end + 1)
    return below is not None and draft.repeats([each.kind for each in _fields(text, Span(*below.span()))])


def _by_value(draft: _Draft, text: str, line: Span) -> Iterator[FormField]:
    """The field of a label that is not known, among those that are; what its value counts or tells says of which kind it is."""
    label = _ANY_LABEL.match(text, line.start, line.end) if draft.fields and not draft.waits else None
    if label is None:
        return
    value = _trimmed(text, Span(label.end(), line.end))
    told = {each.kind for each in draft.fields}
    kind = FieldKind.OTHER
    if _HARMED.search(text, value.start, value.end) and FieldKind.CASUALTIES not in told:
        kind = FieldKind.CASUALTIES
    elif text[value.start : value.end].endswith(".") and FieldKind.NARRATIVE not in told:
        kind = FieldKind.NARRATIVE
    yield FormField(kind, Span(*label.span("label")), value)


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
_ASIDE = r"(?:[ \t]*\([^()\n]{1,25}\))?[*_]{0,2}"
_OPENS = re.compile(
    rf"[\s>•*·▪●◦|_#–—-]*(?:\d{{1,2}}[.)]\s*)?[*_]{{0,2}}(?:{LABELS}){_ASIDE}[ \t]*"
    rf"(?:[:=|\t：]|\s[–—-]\s|(?<=\t)|\r?$)",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRY = re.compile(  # "[2] BORNO – …", "3. Dikwa, Borno", "INCIDENT 02/24"
    rf"[^\w\n]*(?:(?:{one_of(LEXICON['heads']['words'])})\s+)?(?:{one_of(LEXICON['heads']['numbers'])}\s*)?\d{{1,4}}(?:/\d{{2,4}})?(?:[\]).:]|\s[–—-]|\s*$)",
    re.IGNORECASE,
)
_ANY_LABEL = re.compile(
    r"[\s•*·▪_–—-]*(?P<label>[^\W\d_][^\W\d_'’]*(?:[ /][^\W\d_'’]+){0,3})[*_]{0,2}[ \t]?:[*_]{0,2}[ \t]+(?=\S)"
)
_HARMED = re.compile(
    rf"\b(?:\d{{1,4}}\b[^\n.;:]{{0,40}}?\b{one_of(LEXICON['heads']['harmed'])}\b)", re.IGNORECASE
)
_INCIDENT = re.compile(rf"\b{one_of(LEXICON['incident']['words'])}\b", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:[|;\t,.]|\s\s|\s[–—-]\s)\s*[*_]{{0,2}}(?:{LABELS}){_ASIDE}[ \t]*[:=：]", re.IGNORECASE
)
_MAY_OPEN = re.compile(
    rf"^[^\w\n]*(?:\d{{1,2}}[.)]\s*)?(?:{WORDS_OF[FieldKind.DATE]}|{WORDS_OF[FieldKind.PLACE]})(?!\w)",
    re.IGNORECASE | re.MULTILINE,
)

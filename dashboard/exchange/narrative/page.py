"""Pages for reading and printing: HTML that needs nothing else, runs nothing and fetches nothing."""

from collections.abc import Iterable, Iterator
from html import escape

from dashboard.exchange.narrative.chronology import Chapter, Entry, Footnote
from dashboard.exchange.narrative.methods import Section
from dashboard.wording.say import say
from dashboard.wording.spoken import spoken

_HEAD = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; padding: 24px 20px 64px; max-width: 46rem; background: #fff; color: #1a1c1f;
  font: 16px/1.5 Georgia, "Times New Roman", "Noto Naskh Arabic", serif; overflow-wrap: anywhere; }}
h1, h2, h3, th, nav {{ font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }}
h1 {{ font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }}
h2 {{ font-size: 1.15rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #c9ced6; padding-bottom: .2rem; }}
.about, .notes {{ font-size: .85rem; color: #3c424b; }}
.about p {{ margin: .1rem 0; }}
.entry {{ margin: 0 0 .9rem; padding-inline-start: 1rem; border-inline-start: 3px solid #d5dae1; break-inside: avoid; }}
.entry p {{ margin: 0; }}
.when {{ font-weight: 700; }}
sup a {{ text-decoration: none; padding: 0 .15em; }}
a {{ color: #0b5394; }}
.notes ol {{ padding-inline-start: 2.4em; margin: .4rem 0; }}
.notes li {{ margin: 0 0 .35rem; }}
.notes li:target, .entry:target {{ background: #fff6d6; }}
.notes q {{ display: block; quotes: none; color: #1a1c1f; }}
table {{ border-collapse: collapse; font-size: .85rem; margin: .4rem 0; width: 100%; }}
th, td {{ text-align: start; vertical-align: top; padding-block: .2rem; padding-inline-end: .6rem; border-bottom: 1px solid #e4e8ee; }}
@media print {{
  body {{ max-width: none; padding: 0; font-size: 10.5pt; }}
  a {{ color: inherit; text-decoration: none; }}
  h2 {{ break-after: avoid; }}
}}
@page {{ margin: 2cm; }}
</style>
</head>
<body>
"""
_FOOT = "</body>\n</html>\n"


def head(title: str, about: Iterable[str]) -> str:
    """The beginning of a page: its title, and what is said of it."""
    lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in about)
    language = spoken()
    opened = _HEAD.format(title=escape(title), language=language.code, direction=language.direction)
    return f'{opened}<h1 dir="auto">{escape(title)}</h1>\n<div class="about">{lines}</div>\n'


def foot() -> str:
    """Its end."""
    return _FOOT


def chapters_html(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Chapter after chapter, each with its notes below it; notes are numbered through."""
    before = 0
    for chapter in chapters:
        yield _chapter(chapter, before)
        before += sum(len(entry.notes) for entry in chapter.entries)


def _chapter(chapter: Chapter, before: int) -> str:
    entries, notes, number = [], [], before
    for entry in chapter.entries:
        numbers = range(number + 1, number + 1 + len(entry.notes))
        entries.append(_entry(entry, numbers))
        notes += [_note(note, each) for note, each in zip(entry.notes, numbers, strict=True)]
        number += len(entry.notes)
    listed = f'<div class="notes"><ol start="{before + 1}">{"".join(notes)}</ol></div>' if notes else ""
    return f'<h2 dir="auto">{escape(chapter.heading)}</h2>\n{"".join(entries)}{listed}\n'


def _entry(entry: Entry, numbers: range) -> str:
    marks = "".join(
        f'<sup><a href="#n{each}" id="r{each}" aria-label="{escape(say("note {number}", number=each))}">{each}</a></sup>'
        for each in numbers
    )
    words = f'<span class="when">{escape(entry.when)}.</span> {escape(entry.what)}'
    return f'<div class="entry"><p>{words}{marks}</p></div>\n'


def _note(note: Footnote, number: int) -> str:
    quote = f'<q dir="auto">“{escape(note.quote)}”</q>' if note.quote else ""
    about = escape(note.about)
    if note.url:
        shown = escape(note.url)
        about = about.replace(shown, f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>', 1)
    words = escape(say("back to the entry"))
    back = f'<a href="#r{number}" aria-label="{words}">↩</a>'
    return f'<li id="n{number}">{quote}{about} {back}</li>\n'


def sections_html(sections: Iterable[Section]) -> Iterator[str]:
    """The sections of the methods."""
    return (_section(each) for each in sections)


def _section(section: Section) -> str:
    lines = "".join(f'<p dir="auto">{escape(line)}</p>' for line in section.lines)
    return f'<h2>{escape(section.title)}</h2>\n<div class="about">{lines}</div>{_table(section)}\n'


def _table(section: Section) -> str:
    if not section.rows:
        return ""
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in section.heads)
    rows = "".join(
        f"<tr>{''.join(f'<td dir={chr(34)}auto{chr(34)}>{escape(cell)}</td>' for cell in row)}</tr>"
        for row in section.rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

"""A saved page: its article and nothing else, and the day it tells of itself."""

from datetime import date, datetime, timedelta, timezone

import pytest

from dashboard.errors import InputError
from dashboard.readers import read_bytes
from tests.readers.made_pages import ARABIC, HEADLINE, article, ld

DAMASCUS = timezone(timedelta(hours=3))
NIGHT = datetime(2018, 5, 21, 2, 10, tzinfo=DAMASCUS)
DAY = date(2018, 5, 21)
TABLE = "<table><tr><th>Day</th><th>Killed</th></tr><tr><td>Monday</td><td>3</td></tr></table>"
LIST = "<h2>What is known</h2><ul><li>Monday: three killed in Kallan</li><li>Tuesday: five wounded</li></ul>"
READ_ALSO = '<p>Read also: <a href="/x">Ten killed elsewhere</a></p>'


def meta(name: str, content: str, by: str = "property") -> str:
    return f'<meta {by}="{name}" content="{content}">'


@pytest.mark.parametrize("seed", range(5))
def test_of_a_page_the_article_is_read_and_nothing_beside_it(seed: int) -> None:
    made = article(seed, extra=LIST + TABLE + READ_ALSO)
    report = read_bytes(made.markup.encode(), "page.html")
    assert report.text.startswith(f"{HEADLINE}\n\n{made.paragraphs[0]}\n\n")
    assert all(each in report.text for each in made.paragraphs)
    assert (
        "\n\n- Monday: three killed in Kallan\n- Tuesday: five wounded\n\nDay | Killed\nMonday | 3\n\n"
        in report.text
    )
    for beside in (
        "99 killed",
        "cookies",
        "Sport",
        "archive picture",
        "Faraway",
        "newsletter",
        "500 people",
        "2024",
        "elsewhere",
    ):
        assert beside not in report.text


def test_a_page_tells_its_site_its_address_and_what_made_its_text() -> None:
    report = read_bytes(article(1).markup.encode(), "page.html")
    assert (report.source, report.title, report.name) == ("Example Monitor", HEADLINE, "page.html")
    assert report.url == "https://monitor.example.org/news/shelling-kills-three"
    assert report.notes == ()
    assert [each[:31] for each in report.made] == ["from page.html", "text of the page by trafilatura"]
    assert report.published is None


def test_the_same_bytes_give_the_same_text() -> None:
    data = article(3, extra=LIST).markup.encode()
    assert len({read_bytes(data, name).text for name in ("a.html", "b.html") for _ in range(3)}) == 1


def test_a_short_page_is_read_without_its_menu() -> None:
    page = "<nav><a href=/>Home</a></nav><h1>Calm in Douma</h1><p>It was calm.</p><footer>2024</footer>"
    assert read_bytes(f"<html><body>{page}".encode(), "a").text == "Calm in Douma\n\nIt was calm."


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6"])
def test_an_arabic_page_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    page = f'<html dir="rtl"><head><meta charset="{encoding}"><title>دوما</title></head><body><p>{ARABIC}</p></body></html>'
    assert read_bytes(page.encode(encoding), "a").text == f"دوما\n\n{ARABIC}"


def test_a_piece_of_a_page_is_read_as_one() -> None:
    piece = "<div><p>Three were killed</p><p>in the east of <a href='x'>Homs</a></p></div>"
    assert read_bytes(piece.encode(), "a").text == "Three were killed\n\nin the east of Homs"


def test_a_text_that_stands_in_its_data_alone_is_a_text_of_the_page() -> None:
    body = "Artillery struck Douma on Monday.\n" * 20
    page = f"<html><head><script src='a.js'></script>{ld(**{'@type': 'NewsArticle', 'articleBody': body})}</head><body><div id=root></div>"
    report = read_bytes(page.encode(), "a.html")
    assert report.text.count("Artillery struck Douma on Monday.") == 20
    assert report.made == ("text of the page by its own articleBody (JSON-LD)",)


def test_a_page_whose_text_is_only_in_its_scripts_says_so() -> None:
    page = "<html><body><div id=root></div><noscript>You need JavaScript.</noscript><script src=a.js></script></body></html>"
    with pytest.raises(
        InputError, match=r"a\.html: is a page whose text is only in its scripts; open it in a browser"
    ):
        read_bytes(page.encode(), "a.html")


def test_a_page_with_few_words_and_scripts_says_that_there_may_be_more() -> None:
    page = "<html><body><p>Please enable JavaScript to read on.</p><script src=a.js></script></body></html>"
    (note,) = read_bytes(page.encode(), "a.html").notes
    assert note == "has only 36 characters of text; if its scripts show more, save it from the browser"


@pytest.mark.parametrize(
    ("head", "extra", "published", "evidence"),
    [
        (ld(**{"@type": "NewsArticle", "datePublished": "2018-05-21T02:10:00+03:00"}), "", NIGHT, "datePublished"),
        (ld(**{"@graph": [{"@type": ["Article"], "datePublished": "2018-05-21"}]}), "", DAY, "datePublished"),
        (meta("article:published_time", "2018-05-21T02:10:00+0300"), "", NIGHT, "article:published_time"),
        (meta("article:published_time", "2018-05-21T02:10:00 +03:00"), "", NIGHT, "article:published_time"),
        (meta("datePublished", "2018-05-21", "itemprop"), "", DAY, "datepublished"),
        (meta("DC.date.issued", "2018-05-21", "name"), "", DAY, "dc.date.issued"),
        (meta("pubdate", "20180521", "name"), "", DAY, "pubdate"),
        (meta("pubdate", "Mon, 21 May 2018 02:10:00 +0300", "name"), "", NIGHT, "pubdate"),
        (meta("article:published_time", "2018-05-21T00:00:00Z"), "", DAY, "article:published_time"),  # a day with a clock added
        ("", '<time class="published" datetime="2018-05-21T02:10+03:00">21 May</time>', NIGHT, "<time>"),
        ("", '<p><time datetime="2018-05-21">yesterday</time></p>', None, ""),  # a time told of below the first paragraph
        ("", '<time class="updated" datetime="2018-05-21">21 May</time>', None, ""),
        (meta("article:modified_time", "2018-05-21"), "", None, ""),
        (meta("article:published_time", "1970-01-01T00:00:00Z"), "", None, ""),
        (meta("article:published_time", "soon"), "", None, ""),
        (meta("copyright", "Copyright 2024", "name"), "<p>© 2024 · 21 أيار 2018</p>", None, ""),
        ("<link rel='shortlink' href='https://x.example.org/2018/05/21/a'>", "", None, ""),
        (meta("article:published_time", "2018-05-21") + ld(**{"@type": "Article", "datePublished": "2018-05-21T02:10:00+03:00"}), "", NIGHT, "datePublished"),
        (meta("article:published_time", "2018-05-21T02:10:00+03:00") + ld(**{"@type": "Article", "datePublished": "2018-05-21"}), "", NIGHT, "article:published_time"),
    ],
)  # fmt: skip
def test_the_day_is_taken_from_what_can_be_trusted_only(
    head: str, extra: str, published: date | datetime | None, evidence: str
) -> None:
    report = read_bytes(article(2, head=head, extra=extra).markup.encode(), "page.html")
    assert (report.published, report.published_source) == (published, "page" if published else "")
    assert [
        each.partition(":")[0] if evidence[0] != "a" else each[:22] for each in report.published_evidence[:1]
    ] == ([evidence] if evidence else [])


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://monitor.example.org/2018/05/21/shelling", DAY),
        ("https://monitor.example.org/en/2018/5/21/", DAY),
        ("https://monitor.example.org/20180521-shelling", DAY),
        ("https://monitor.example.org/news/2018-05-21-shelling.html", DAY),
        ("https://monitor.example.org/2018/05/shelling", None),
        ("https://monitor.example.org/article/20185521", None),
        ("https://monitor.example.org/p/1234567890", None),
    ],
)
def test_the_day_in_an_address_counts(address: str, day: date | None) -> None:
    page = f'<html><head><link rel="canonical" href="{address}"></head><body><p>It was calm in Douma.</p>'
    report = read_bytes(page.encode(), "a")
    assert (report.published, report.url) == (day, address)


def test_days_that_contradict_each_other_are_told() -> None:
    head = meta("article:published_time", "2018-05-21") + meta("date", "2019-01-02", "name")
    report = read_bytes(article(1, head=head).markup.encode(), "a")
    assert report.published == DAY
    assert (
        "its page names other days too (date: 2019-01-02); article:published_time: 2018-05-21 was taken"
        in report.notes
    )


def test_a_moment_and_the_day_it_is_somewhere_do_not_contradict() -> None:
    head = meta("article:published_time", "2018-05-20T23:10:00Z") + meta("date", "2018-05-21", "name")
    assert read_bytes(article(1, head=head).markup.encode(), "a").notes == ()


def test_a_list_of_articles_of_several_days_has_no_day() -> None:
    head = "".join(ld(**{"@type": "Article", "datePublished": f"2018-05-{day}"}) for day in (20, 21, 25))
    assert read_bytes(article(1, head=head).markup.encode(), "a").published is None


def test_a_page_that_was_changed_later_says_so() -> None:
    head = meta("article:published_time", "2018-05-21") + meta(
        "article:modified_time", "2018-06-30T10:00:00Z"
    )
    notes = read_bytes(article(1, head=head).markup.encode(), "a").notes
    assert (
        "the page was changed after it was published (article:modified_time: 2018-06-30T10:00:00Z)" in notes
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body>" + "<div>" * 100_000 + "<p>Three were killed.</p>" + "</div>" * 100_000,
        "<html><body>" + "<b>" * 3_000 + "Three were killed." + "<script>" * 3_000,
        "<html><body><p>Three were killed.</p>\x00\x08\ufffe" + "<p <p <p " * 5_000,
        "<html><body><p>Three were killed.</p>" + "<!--" * 5_000,
        "<?xml version='1.0' encoding='nonsense'?><html><body><p>Three were killed.</p>",
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body><p>Three were killed.</p>&b;</body></html>',
        "<html><body><p>Three were killed.</p>" + "<p>x</p>" * 6_000,
        "<html><body><p " + "".join(f"a{number}=1 " for number in range(50_000)) + ">Three were killed.</p>",
        "<html><head>" + ld(**{"@type": "Article", "x": "[" * 5_000}) + '<script type="application/ld+json">' + "[" * 90_000 + "</script></head><body><p>Three were killed.</p>",
    ],
    ids=["deep", "deep and unclosed", "controls", "remarks", "wrong encoding", "entities", "many", "crowded", "deep data"],
)  # fmt: skip
def test_a_page_made_to_do_harm_is_read_all_the_same(markup: str) -> None:
    assert "Three were killed." in read_bytes(markup.encode(), "a").text

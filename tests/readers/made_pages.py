"""Saved pages as the web serves them, made up: an article among navigation, banners, captions and links to others."""

import json
import random
from dataclasses import dataclass

_WHERE = ("Kallan", "Old Mill", "Green Square", "East Bank", "Harun Bridge", "North Market")
_WHAT = (
    "Artillery shells hit the {place} district, killing {n} civilians.",
    "Gunmen attacked a checkpoint near {place} and wounded {n} soldiers.",
    "Residents of {place} said that {n} houses were burnt during the raid.",
    "A convoy of {n} buses left {place} after midnight of yesterday.",
    "The hospital in {place} received {n} wounded people, its director told reporters.",
)
ARABIC = "قصفت المدفعية مدينة دوما صباح اليوم الاثنين وقتل ثلاثة مدنيين."
HEADLINE = "Shelling kills three in Kallan district"


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and the paragraphs that are its article."""

    markup: str
    paragraphs: tuple[str, ...]


def paragraphs(seed: int, count: int = 6) -> tuple[str, ...]:
    """The paragraphs of an article: three sentences each."""
    chance = random.Random(seed)
    return tuple(
        " ".join(
            chance.choice(_WHAT).format(place=chance.choice(_WHERE), n=chance.randint(2, 60))
            for _ in range(3)
        )
        for _ in range(count)
    )


def article(seed: int, *, head: str = "", extra: str = "", count: int = 6, lang: str = "en") -> Made:
    """A whole page; ``head`` goes into its head, ``extra`` behind the first paragraph."""
    told = paragraphs(seed, count)
    body = (
        "".join(f"<p>{each}</p>\n" for each in told[:1])
        + extra
        + "".join(f"<p>{each}</p>\n" for each in told[1:])
    )
    return Made(_PAGE.format(lang=lang, head=head, headline=HEADLINE, body=body), told)


def ld(**said: object) -> str:
    """What a page says of itself to machines."""
    return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **said})}</script>'


_PAGE = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{headline} - Example Monitor</title>
<meta property="og:site_name" content="Example Monitor">
<meta property="og:title" content="{headline}">
<link rel="canonical" href="https://monitor.example.org/news/shelling-kills-three">
{head}
<style>body {{ color: black }}</style><script>var killed = "99 killed in script";</script></head>
<body>
<div id="cookie-banner" class="cookie-consent">We use cookies to improve your visit. <button>Accept all</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article>
<h1>{headline}</h1>
<figure><img src="a.jpg" alt="smoke"><figcaption>Smoke over the town in 2011, an archive picture. Photo: Example</figcaption></figure>
{body}
</article>
<aside class="related"><h2>Related articles</h2><ul><li><a href="/a">Ten killed in Faraway bombing</a></li>
<li><a href="/b">Minister resigns after protests in Elsewhere</a></li></ul></aside>
<div class="newsletter"><p>Sign up for our newsletter to get the news of the day.</p></div>
<section id="comments" class="comments"><h3>2 comments</h3><div class="comment"><p>I was there, 500 people died!</p></div></section>
</main>
<footer><p>Copyright 2024 Example Monitor. All rights reserved.</p></footer>
</body></html>
"""

"""Who acts in a report, and on which side.

Names come from a dictionary of armed actors (``data/actors``), those without a name from patterns;
a general recogniser of names misses both "regime forces" and "gunmen".

To add an actor: a row in ``data/actors/actors.tsv``; a way to speak of somebody without a name: a pattern in
``language/lexicon/en/actors.toml``, with its example, which is a test.
"""

from dashboard.actors.dictionary import actors, country_names
from dashboard.actors.find import find, homes
from dashboard.actors.model import Actor, ActorMention
from dashboard.actors.sections import Section, country_at, is_digest, section_at, section_start, sections

__all__ = [
    "Actor",
    "ActorMention",
    "Section",
    "actors",
    "country_at",
    "country_names",
    "find",
    "homes",
    "is_digest",
    "section_at",
    "section_start",
    "sections",
]

"""What every reader of words shares: where sentences end, and the lexicons, a folder a language and a file a subject.

To add a word, put it in the file of its subject: ``lexicon/en/time.toml``, ``places.toml``, ``actors.toml``, ``types.toml`` …;
to add an abbreviation, in ``abbreviations.toml``. To add a language: a folder beside ``en``.
"""

from dashboard.language.sentences import Sentence, crosses, end_of, sentences
from dashboard.language.stops import LINE_END, STOP, STOPPED

__all__ = ["LINE_END", "STOP", "STOPPED", "Sentence", "crosses", "end_of", "sentences"]

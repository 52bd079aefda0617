"""What every reader of words shares: where sentences end, and the words that say so.

To add an abbreviation: a word in ``lexicon/en/abbreviations.toml``. To add a language: a folder beside ``en``.
"""

from dashboard.language.sentences import Sentence, crosses, end_of, sentences
from dashboard.language.stops import LINE_END, STOP, STOPPED

__all__ = ["LINE_END", "STOP", "STOPPED", "Sentence", "crosses", "end_of", "sentences"]

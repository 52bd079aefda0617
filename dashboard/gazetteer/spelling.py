"""One key for the many spellings of one name.

Reports spell a town as they hear it: *Jisr al-Shughour*, *Jisr ash-Shugur*. ``key`` folds what
transliterations differ in and nothing else, so two names with one key may be compared exactly; no
edit distance decides anything. The packed index is made with it: change a rule here and
``data/gazetteer/pack.py`` has to be run again (a test says so).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from dashboard.gazetteer.lexicon import WORDS

_MARKS = re.compile(r"['’‘`´ʼʽʿʾʻ′ˈ\"“”]")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": ""}
)
_LATIN = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ŋ": "n",
        "ɓ": "b",
        "ɗ": "d",
    }
)
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh",
        "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
    }
)  # fmt: skip
# Of an Arabic name its consonants, as the folded Latin spellings have them.
_ARABIC_SOUNDS = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "h", "د": "d", "ذ": "d", "ر": "r", "ز": "z",
        "س": "s", "ش": "s", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "g", "ف": "f", "ق": "k", "ك": "k",
        "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": "",
    }
)  # fmt: skip
# What hearers disagree about besides vowels: German s for z, Egyptian g for j.
_VOICED = str.maketrans("zj", "sg")
# In this order: digraphs before their letters, endings last. Before each the letter without which it changes nothing.
_SOUNDS = tuple(
    (letter, re.compile(pattern), sound)
    for letter, pattern, sound in (
        ("h", "(?<=[^aeiouy])eh$", "a"),
        ("h", "dsch|dzh", "j"),
        ("h", "tsch|tch|shch", "s"),
        ("h", "sch|sh|ch", "s"),
        ("h", "kh", "h"),
        ("h", "gh", "g"),
        ("h", "th", "t"),
        ("h", "dh", "d"),
        ("h", "ph", "f"),
        ("", "dj|zh", "j"),
        ("g", "gu(?=[ei])", "g"),
        ("", "ck|q|c", "k"),
        ("x", "x", "ks"),
        ("", "ou|oo|au|aw|w|o", "u"),
        ("", "ee|ei|ey|ay|ai|ie|iy|y|e", "i"),
        ("n", "n(?=[bp])", "m"),
        ("i", "(?<=.)(?:iha|ia|iah|ii|ih)$", "ia"),
        ("h", "(?<=..)(?:ah)$", "a"),
        ("h", "(?<=..)i[h]$", "a"),
    )
)


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """The name without case, accents, apostrophes, hyphens: equal where two spellings differ in type only.

    >>> plain("Al-Fāshir")
    'al fashir'
    """
    return " ".join(words(name))


def words(name: str) -> list[str]:
    """The plain words of a name."""
    if name.isascii():
        return _WORD.findall(_MARKS.sub("", name.lower()))
    flat = unicodedata.normalize("NFKD", _MARKS.sub("", name.casefold()).translate(_LATIN))
    kept = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return _WORD.findall(kept)


def key(name: str) -> str:
    """What every transliteration of a name has in common; articles and generic words are left out.

    >>> key("Jisr al-Shughour") == key("Jisr Ash-Shugur")
    True
    >>> key("Al-Yarmouk Camp") == key("Yarmuk")
    True
    >>> key("Hama") == key("Homs")
    False
    """
    return key_of_words(words(name))


def key_of_words(parts: list[str]) -> str:
    """The key of a name that is cut into plain words already."""
    kept = [part for part in parts if part not in WORDS.articles]
    named = [part for part in kept if part not in WORDS.generic] or kept or parts
    if len(named) > 1:
        named = [WORDS.same.get(part, part) for part in named]
    return " ".join(map(_folded, named))


def respelt(name: str) -> Iterator[str]:
    """The keys of a name by what other languages' habits of writing may mean.

    >>> key("Vovchansk") in respelt("Wowtschansk"), key("Dhamar") in respelt("Zamar")
    (True, True)
    """
    parts = words(name)
    own = key_of_words(parts)
    yield from dict.fromkeys(
        anew
        for written, meant in WORDS.respelt
        if (anew := key_of_words([written.sub(meant, part) for part in parts])) != own
    )


def slips(name: str) -> Iterator[str]:
    """The plain name as a slip of the pen leaves it: a letter within it doubled, or left out.

    >>> "burkina fasso" in slips("Burkina Faso"), "ukrane" in slips("Ukraine"), "ukrain" in slips("Ukraine")
    (True, True, False)
    """
    whole = plain(name)
    for at in range(1, len(whole) - 1):
        if whole[at].isalpha() and (whole[at - 1] + whole[at + 1]).strip():
            yield f"{whole[:at]}{whole[at]}{whole[at:]}"
            yield f"{whole[:at]}{whole[at + 1 :]}"


def skeleton(name_key: str) -> str:
    """The consonants of a key: what is left when hearers disagree about the vowels.

    >>> skeleton(key("Shifouneih")), skeleton(key("Shaffuniyah"))
    ('sfn', 'sfn')
    """
    return re.sub(r"(?<!^)(?<! )[aiu]|h$", "", name_key.translate(_ARABIC_SOUNDS)).translate(_VOICED)


def shape(name_key: str) -> str:
    """A key with every vowel as one: its consonants and where vowels stand between them.

    >>> shape(key("Ghasni")) == shape(key("Ghaznī")), shape(key("Hama")) == shape(key("Homs"))
    (True, False)
    """
    return re.sub("[aiu]+", "a", name_key.translate(_ARABIC_SOUNDS)).translate(_VOICED)


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    if not word.isascii():
        if _ARABIC.search(word):
            return re.sub("^ال(?=..)", "", word.translate(_ARABIC_FOLD))
        word = word.translate(_CYRILLIC)
    for letter, pattern, sound in _SOUNDS:
        if letter in word:
            word = pattern.sub(sound, word)
    return "".join(letter for letter, _ in groupby(word))


def is_code(name: str) -> bool:
    """Whether a name is letters for a longer one, which are written in capitals: "CAR", "UAE"."""
    return name.isascii() and name.isalpha() and name.isupper()

"""Every form of the words that lexicons list."""

from collections.abc import Iterator, Mapping

_VOWELS = frozenset("aeiou")


def word_classes(lists: Mapping[str, Mapping[str, str]]) -> dict[str, frozenset[str]]:
    """Each word form with its classes, from lists of verbs, nouns and words as they are.

    >>> sorted(word_classes({"seize": {"verbs": "seize"}}))
    ['seize', 'seized', 'seizes', 'seizing']
    """
    classes: dict[str, set[str]] = {}
    for name, kinds in lists.items():
        for form in _forms(kinds):
            classes.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in classes.items()}


def inflected(verb: str) -> Iterator[str]:
    """A regular verb's forms; both spellings where the last letter may double.

    >>> list(inflected("drop"))
    ['drop', 'drops', 'droped', 'droping', 'dropped', 'dropping']
    """
    yield verb
    yield plural(verb)
    stem = verb.removesuffix("e") if not verb.endswith(("ee", "ye")) else verb
    past = verb[:-1] + "ied" if _y_after_consonant(verb) else stem + "ed"
    yield past
    yield (verb if verb.endswith(("ee", "ye")) else stem) + "ing"
    if len(verb) > 2 and verb[-1] not in "aeiouwxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        yield f"{verb}{verb[-1]}ed"
        yield f"{verb}{verb[-1]}ing"


def plural(noun: str) -> str:
    """A noun with its s.

    >>> [plural(each) for each in ("army", "ambush", "rebel", "convoy")]
    ['armies', 'ambushes', 'rebels', 'convoys']
    """
    if _y_after_consonant(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _y_after_consonant(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in _VOWELS


def _forms(kinds: Mapping[str, str]) -> Iterator[str]:
    yield from kinds.get("words", "").split()
    for noun in kinds.get("nouns", "").split():
        yield noun
        yield plural(noun)
    for verb in kinds.get("verbs", "").split():
        yield from inflected(verb)

"""Which texts a word stands in: every word once, and under it the numbers of the texts, so that no text is read again.

A word is what stands between two spaces, punctuation included; so whatever part of one is asked for is found by looking
through the words, of which there are a hundred times fewer than of texts' letters. Held against SQLite's FTS5 in
tests/benchmarks/README.md: FTS5 finds beginnings of words only, takes longer to build and to answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass

import numpy as np

from dashboard.table.dataset import Values
from dashboard.table.epochs import Mask
from dashboard.table.index import Codes, Numbers
from dashboard.table.links import Grouped
from dashboard.table.memory import give_back
from dashboard.table.once import Arrays
from dashboard.text.folded import folded

_EDGE = "\n"
Texts = tuple[Numbers, Values]  # the number of what each text belongs to, and the texts


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Words by number, each between two line ends of one long text."""

    joined: str
    starts: Numbers

    def having(self, part: str) -> Numbers:
        """The numbers of the words that hold a part; a line end in it is the word's own edge."""
        at, found = self.joined.find(part), []
        while at >= 0:
            found.append(at)
            at = self.joined.find(part, at + 1)
        inside = np.array(found, dtype=np.int64) + part.startswith(_EDGE)
        return np.unique(np.searchsorted(self.starts, inside, side="right") - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The words of some texts, and in blocks the numbers of the texts that each stands in."""

    words: Words
    blocks: Sequence[Grouped]
    texts: int

    def having(self, part: str) -> Mask:
        """True for each text one of whose words holds the part."""
        here = np.zeros(self.texts, dtype=bool)
        words = self.words.having(part)
        for block in self.blocks:
            here[block.of(words[words < len(block.edges) - 1])] = True
        return here


def as_arrays(of: Postings) -> Arrays:
    """Postings as plain arrays, to be kept."""
    blocks = {f"{name}{at}": each for at, block in enumerate(of.blocks) for name, each in _named(block)}
    joined = np.frombuffer(of.words.joined.encode("utf-8", "surrogatepass"), dtype=np.uint8)
    return {"joined": joined, "starts": of.words.starts, "texts": np.array(of.texts), **blocks}


def from_arrays(arrays: Arrays) -> Postings:
    """The postings that those are of."""
    joined = arrays["joined"].tobytes().decode("utf-8", "surrogatepass")
    blocks = [
        Grouped(arrays[f"rows{at}"], arrays[f"edges{at}"])
        for at in range(len(arrays) // 2)
        if f"rows{at}" in arrays
    ]
    return Postings(Words(joined, arrays["starts"]), blocks, int(arrays["texts"]))


def _named(block: Grouped) -> Iterator[tuple[str, Numbers]]:
    yield "rows", block.rows
    yield "edges", block.edges


def words_of(words: Iterable[str]) -> Words:
    """The words in their order, which are folded."""
    every = [word.replace(_EDGE, " ") for word in words]
    lengths = np.array([0, *(len(word) + 1 for word in every)], dtype=np.int64)
    return Words(_EDGE + _EDGE.join(every) + _EDGE, np.cumsum(lengths)[:-1] + 1)


def postings(blocks: Iterable[Iterable[Texts]], texts: int) -> Postings:
    """The words of all texts; those of one block are sorted at once."""
    number: defaultdict[str, int] = defaultdict(lambda: len(number))
    sorted_blocks = [_block(_told(block, number), number, texts) for block in blocks]
    give_back()
    return Postings(words_of(number), sorted_blocks, texts)


def _block(told: Iterable[tuple[Numbers, Numbers]], number: Sized, texts: int) -> Grouped:
    """Words and texts as one number each, sorted: a pair that stands there twice counts once."""
    pairs = np.concatenate([np.zeros(0, dtype=np.int64), *(word * texts + text for word, text in told)])
    pairs.sort()
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    edges = np.searchsorted(pairs, np.arange(len(number) + 1) * texts)
    return Grouped((pairs % max(texts, 1)).astype(np.int32), edges.astype(np.int32))


def _told(block: Iterable[Texts], number: defaultdict[str, int]) -> Iterator[tuple[Numbers, Numbers]]:
    """For each word as often as it stands: its number, and that of what its text belongs to."""
    for owners, texts in block:
        lengths, codes, words = _split(texts)
        numbers = np.array([number[folded(word)] for word in words], dtype=np.int64)
        if len(numbers):
            yield numbers[codes], np.repeat(owners, lengths)


def _split(texts: Values) -> tuple[Numbers, Codes, Sequence[str]]:
    """How many words each text has, the number of each word, and the words."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - only where it is there
        import pyarrow.compute as pc  # noqa: PLC0415
    except ImportError:
        return _split_here(texts.tolist())
    given = pa.array(texts)
    split = pc.utf8_split_whitespace(given.combine_chunks() if isinstance(given, pa.ChunkedArray) else given)
    coded = split.flatten().dictionary_encode()
    lengths = pc.list_value_length(split).to_numpy().astype(np.int64)
    return lengths, coded.indices.to_numpy(), coded.dictionary.to_pylist()


def _split_here(texts: Sequence[str]) -> tuple[Numbers, Codes, Sequence[str]]:
    number: defaultdict[str, int] = defaultdict(lambda: len(number))
    split = [[number[word] for word in text.split()] for text in texts]
    codes = np.array([code for words in split for code in words], dtype=np.int64)
    return np.array([len(words) for words in split], dtype=np.int64), codes, list(number)

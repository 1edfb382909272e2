"""Words and sentences of an invented archive: as many different words, and as unevenly common, as protokoll have.

Stems are joined to compounds as Swedish joins them, so the words are pronounceable, long, and most of them rare. The
commonest hundred are the ones that hold sentences together.
"""

from __future__ import annotations

import itertools
import random
import tomllib
from dataclasses import dataclass
from pathlib import Path

LISTS = {
    name: text.split()
    for name, text in tomllib.loads((Path(__file__).parent / "arkivord.toml").read_text(encoding="utf-8")).items()
}
ENDINGS = ("", "", "en", "et", "er", "erna", "ar", "s", "ens", "ernas")
WORDS = 40_000


@dataclass(frozen=True)
class Ord:
    """The words, the commonest first, with their cumulated weights (Zipf), for drawing."""

    alla: tuple[str, ...]
    vikter: tuple[float, ...]

    def drag(self, source: random.Random, count: int) -> list[str]:
        """So many words, drawn as often as they are common."""
        return source.choices(self.alla, cum_weights=self.vikter, k=count)


def vocabulary(source: random.Random) -> Ord:
    """Function words and common words first, then compounds and names of things in an order that the seed decides."""
    made = dict.fromkeys((*LISTS["smaord"], *LISTS["vanliga"]))
    compounds = [a + b + end for a in LISTS["forled"] for b in LISTS["efterled"] for end in ENDINGS[1:]]
    source.shuffle(compounds)
    made |= dict.fromkeys(compounds[:28_000])
    while len(made) < WORDS:
        made["".join(source.choices(LISTS["stavelser"], k=source.choice((2, 3, 3, 4))))] = None
    words = tuple(made)
    return Ord(words, tuple(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words)))))


def sentence(source: random.Random, words: Ord) -> str:
    """A sentence of 8 to 22 words with a verb near its beginning."""
    drawn = words.drag(source, source.randint(7, 21))
    drawn.insert(source.randint(1, 3), source.choice(LISTS["verb"]))
    text = " ".join(drawn)
    return text[0].upper() + text[1:] + "."


def paragraph(source: random.Random, words: Ord) -> str:
    """A paragraph of 2 to 4 sentences."""
    return " ".join(sentence(source, words) for _ in range(source.randint(2, 4)))


def title(source: random.Random, words: Ord) -> str:
    """A title of 3 to 7 words, of which one is always a compound."""
    drawn = [
        source.choice(words.alla[len(LISTS["smaord"]) + len(LISTS["vanliga"]) : 9_000]),
        *words.drag(source, source.randint(2, 6)),
    ]
    text = " ".join(drawn)
    return text[0].upper() + text[1:]

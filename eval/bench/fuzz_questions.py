"""Questions for fuzzing the way from question to answer: words of the field in any order, with what people and attackers add."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hypothesis import strategies as st

WORDS = tuple(
    """hvad hvem hvornår hvor hvorfor hvilke hvor mange what who when how many blev besluttet decided about om i på den det og
    ikke uden udvalget byrådet regionen kommunen mødet punkt sagen referat beslutning indstilling formand borgmester kr mio %
    driver koster deltog stemte frist senest siden forrige næste maj 2026 4.5.2026 §5 A/S DUT ja nej""".split()  # noqa: SIM905
)
MARKS = (
    "?",
    "!",
    "«",
    "»",
    "(",
    ")",
    "–",
    "\u202e",
    "\u200b",
    "\x00",
    "\n",
    "\t",
    "'",
    '"',
    "%",
    "\\",
    "🚢",
    "e\u0301",
    "ﬁ",
    "İ",
    "ß",
    "½",
    "²",
    "１",
)

JOINTS = (" ", "", "-", ". ")


def questions() -> st.SearchStrategy[str]:
    """Give a hypothesis strategy of texts of up to 2 000 characters, never blank, as the service lets them through."""
    from hypothesis import strategies as st

    pieces = st.one_of(
        st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=12), st.integers().map(str), st.dates().map(str)
    )
    joined = st.builds(str.join, st.sampled_from(JOINTS), st.lists(pieces, min_size=1, max_size=25))
    return joined.map(_encodable).filter(lambda text: bool(text.strip()))


def random_question(chance: random.Random) -> str:
    """Give such a text by chance alone, which is quicker than a strategy and made for long runs."""
    pieces = [
        chance.choice(WORDS)
        if chance.random() < 0.7
        else chance.choice((*MARKS, chr(chance.randrange(32, 0x2FFF)), str(chance.random())))
        for _ in range(chance.randrange(1, 30))
    ]
    return _encodable(chance.choice(JOINTS).join(pieces)).strip() or "?"


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()[:2_000]

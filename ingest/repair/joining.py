"""Whether two parts of a word around a hyphen are one word, one word with a hyphen, or two words."""

from __future__ import annotations

from enum import Enum

from ingest.repair.danish import bits_of_word
from ingest.repair.vocabulary import Vocabulary, everyday_words

# "sundheds- og omsorgspladser": the hyphen stands for the rest of a word that comes later.
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "hhv", "men", "and", "or"})

# Short words that keep their hyphen in Danish spelling ("it-system", "ikke-ryger").
_KEEPS_HYPHEN = frozenset({"it", "ikke", "tv", "pc", "co", "non", "cd", "ph", "eu", "fn"})
_LONG_CAPITALS = 5


class Joint(Enum):
    """How the two parts belong together."""

    JOINED = "joined"
    HYPHEN = "hyphen"
    APART = "apart"


def joint_of(left: str, right: str, words: Vocabulary) -> Joint:
    """How a word part before a hyphen at a break belongs to the part after it, by the file's own words first."""
    if right.lower() in _SUSPENDED:
        return Joint.APART
    joined, hyphened = words.count(left + right), words.count(f"{left}-{right}")
    if joined or hyphened:
        return Joint.HYPHEN if hyphened > joined else Joint.JOINED
    if (left + right).lower() in everyday_words():
        return Joint.JOINED
    return Joint.HYPHEN if _keeps_hyphen(left, right, words) else Joint.JOINED


def _keeps_hyphen(left: str, right: str, words: Vocabulary) -> bool:
    last = left.rsplit("-", 1)[-1]
    if len(last) == 1 or last.lower() in _KEEPS_HYPHEN:
        return True
    # "offentligt-privat": a neuter adjective is no first part of a compound.
    if last.endswith("ligt") or last[-1].isdigit() or right[0].isdigit():
        return True
    if last.isupper():
        return not (right.isupper() and len(last) > _LONG_CAPITALS)
    if right[0].isupper():
        return True
    return words.with_hyphen_after(left) > words.longer_than(left)


def is_one_word(left: str, right: str, words: Vocabulary) -> bool:
    """Whether two parts around a lost character are one word: the whole is known, or a part is none by itself."""
    if not right[0].islower() or right.lower() in _SUSPENDED:
        return False
    if words.knows(left + right):
        return True
    if words.knows(right) and words.knows(left):
        return False
    return bits_of_word(left + right) < bits_of_word(left) + bits_of_word(right)

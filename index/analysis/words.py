"""Splits text into words.

Case numbers, paragraphs of law, numbers and hyphenated words stay whole; their pieces are found again by `pieces`.
"""

from __future__ import annotations

import re

from index.analysis.folding import fold

SUSPENDED = "-~"
"""Between the two words of a suspended hyphen: "sundheds- og omsorgspladser" gives also the word `sundheds-~omsorgspladser`."""

MOST_LETTERS = 100
"""A word is known by its first hundred letters: nobody writes a longer one, and what is kept of a word stays small."""

_WORD = re.compile(
    r"§+\s*\d+(?:\s?[a-z]\b)?"  # § 205, § 16 a
    r"|\d+(?:[.,/:\-]?[^\W_]+)*(?:[.,/:\-][^\W_]+)*"  # 2.900, 18/25107, 12:00, 00.30.10-s00-1-22, 2b
    r"|[^\W\d_]+(?:['\-][^\W_]+)*\d*"  # it-system, sof'erne, covid19
)
_SUSPENDED = re.compile(
    r"([^\W\d_]{3,})-\s*(?:,|/|og|eller|samt|and|or)\s+(?:(?:[^\W\d_]+-,?\s+)?(?:og|eller|samt)\s+)?([^\W\d_]{5,})"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_DECIMAL = re.compile(r"(\d+)\.(\d{1,2})")
_SEPARATOR = re.compile(r"[.,/:\-]")


def words_of(text: str) -> list[str]:
    """The folded words of a text in order."""
    folded = fold(text)
    if folded.isalpha():
        return [folded[:MOST_LETTERS]]
    words = [word[:MOST_LETTERS] if word.isalpha() else _plain(word[:MOST_LETTERS]) for word in _WORD.findall(folded)]
    if "- " in folded or "-/" in folded:
        words += [f"{first[:MOST_LETTERS]}{SUSPENDED}{last[:MOST_LETTERS]}" for first, last in _SUSPENDED.findall(folded)]
    return words


def pieces(word: str) -> list[str]:
    """The pieces of a word held together by separators: "it-system" → it, system; "2019-2023" → 2019, 2023; else nothing."""
    if SUSPENDED in word or (not _SEPARATOR.search(word) and not word.startswith("§")):
        return []
    found = [piece for piece in re.split(r"[./:\-§]", word) if len(piece) > 1]
    return [] if found == [word] else found


def is_number(word: str) -> bool:
    """Whether a word begins with a digit or §: it is never stemmed, split or corrected."""
    return word[:1].isdigit() or word.startswith("§")


def _plain(word: str) -> str:
    if word.startswith("§"):
        return "§" + re.sub(r"[§\s]", "", word)
    if word[0].isdigit():
        return _number(word)
    head, _, tail = word.partition("'")
    return head if len(tail) <= 4 else head + tail  # sof'erne, what's; but o'connor


def _number(word: str) -> str:
    """One spelling for a number: 2.900.000 → 2900000, 2.9 → 2,9."""
    if _THOUSANDS.fullmatch(word):
        return word.replace(".", "")
    decimal = _DECIMAL.fullmatch(word)
    return f"{decimal[1]},{decimal[2]}" if decimal else word

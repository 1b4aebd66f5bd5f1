"""Noise fault 10: letter-spaced text ("b u d g et l æ g n i n g", "kommu nale"), closed up into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.repair.danish import bits_per_letter
from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.segmentation import Segmenter
from ingest.repair.vocabulary import Vocabulary

STEP = "letter spacing"

_LETTERS = re.compile(r"[^\W\d_]+")
_LONE = re.compile(r"(?<!\S)[^\W\d_ÅIiåÖö](?!\S)")  # a single letter that is no Danish word
_NEAR_LINES = 14
_LONGEST_LINE = 500  # no printed line is longer; a hostile one would take minutes
_MIN_PIECES = 4
_LONGEST_MEAN = 2.7
_UNKNOWN_SHARE = 0.5
_LONG = 6  # letters of a word in capitals that is no abbreviation
LIKELIER_BITS = 10  # of a whole line beside its pieces; one is enough right below a line that was closed up
_DANISH_BITS = 5.5  # a letter: Danish words have about 4, gibberish has more than 7


def close_up(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Close up letter-spaced lines in place; lines near one are closed up too, where that makes unknown words known."""
    spaced = [place for place, line in enumerate(lines) if _is_spaced(line.text, words)]
    if not spaced:
        return
    segmenter = Segmenter(words)
    certain = set(spaced)
    near = {
        place
        for other in spaced
        for place in range(max(0, other - _NEAR_LINES), min(len(lines), other + _NEAR_LINES + 1))
        if lines[place].page == lines[other].page and len(lines[place].text) <= _LONGEST_LINE and not has_codes(lines[place].text)
    }
    mended = -1
    for place in sorted(near):
        line = lines[place]
        after = segmenter.segmented(line.text)
        # The pieces of half-spaced lines stand in the file and so look known: what tells is how much likelier the whole is.
        saved = _bits(line.text, segmenter) - _bits(after, segmenter)
        better = _unknown(after, words) < _unknown(line.text, words) or saved >= (LIKELIER_BITS if mended != place - 1 else 1)
        if after != line.text and (better or place in certain) and _looks_danish(after, words):
            log.note(STEP, line, line.text, after)
            line.text, mended = after, place


def _bits(text: str, segmenter: Segmenter) -> float:
    """What the words of a line cost together."""
    return sum(map(segmenter.word_bits, text.split()))


def has_lone_letters(text: str) -> bool:
    """Whether a single letter stands alone that is no Danish word: the pieces around it may be no words either."""
    return _LONE.search(text) is not None


def has_codes(text: str) -> bool:
    """Whether all lone letters are cells of a table, or the capitals of a key ("Skive A A B", "A – in the house"), no scraps.

    A scrap in capitals stands beside others in capitals only, or before the rest of its word.
    """
    pieces = text.split()
    lone = [place for place, piece in enumerate(pieces) if len(piece) == 1 and piece.isalpha() and piece not in "Ååi"]
    if "\t" in text.strip() and all(len(cell.split()) < _MIN_PIECES or not _LONE.search(cell) for cell in text.split("\t")):
        return True
    if not lone or not any(len(piece) > 1 and not piece.isupper() for piece in pieces if _LETTERS.fullmatch(piece)):
        return False
    return all(pieces[place].isupper() and not _goes_on(pieces[place + 1 : place + 2]) for place in lone)


def _goes_on(following: Sequence[str]) -> bool:
    """Whether the next piece begins small, as the rest of a word does."""
    return bool(following) and following[0][:1].islower()


def _is_spaced(text: str, words: Vocabulary) -> bool:
    """Whether a line falls into pieces that are too short and too strange for words."""
    if not has_lone_letters(text) or has_codes(text):
        return False
    pieces = [piece for piece in text.split() if _LETTERS.search(piece)]
    letters = sum(len(found) for piece in pieces for found in _LETTERS.findall(piece))
    if (
        len(pieces) < _MIN_PIECES
        or letters > _LONGEST_MEAN * len(pieces)
        or len({piece.lower() for piece in pieces}) < _MIN_PIECES - 1
    ):
        return False
    return _unknown(text, words) >= _UNKNOWN_SHARE * len(pieces)


def _looks_danish(text: str, words: Vocabulary) -> bool:
    """Whether at least half of the words are known or spelt like Danish ones: "A B C" is no word of three letters."""
    found = _LETTERS.findall(text)
    good = [
        word
        for word in found
        if words.count(word)
        or (len(word) >= _LONG and words.knows(word))
        or (not word.isupper() and (words.knows(word) or bits_per_letter(word) < _DANISH_BITS))
    ]
    return 2 * len(good) >= len(found)


def _unknown(text: str, words: Vocabulary) -> int:
    """How many pieces of a line are no words; single letters other than "i" and "å" are none."""
    return sum(1 for piece in _LETTERS.findall(text) if not words.knows(piece) or (len(piece) == 1 and piece.lower() not in "iå"))

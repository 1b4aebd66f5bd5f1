"""Noise faults 1–3: text that holds glyph numbers instead of letters, from a font without a ToUnicode map.

Such fonts number their glyphs in the Macintosh standard order (OpenType specification, table 'post', format 1),
and a PDF without a ToUnicode map gives the numbers for characters: "S" is glyph 54, and character 54 is "6".
Spaces, digits and most punctuation have numbers below 32; many tools lose them as U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fontTools.agl import toUnicode
from fontTools.ttLib.standardGlyphOrder import standardGlyphOrder

from ingest.repair.danish import bits_of_word, bits_per_letter
from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.vocabulary import Vocabulary, everyday_words

STEP = "glyph numbers"
LOST = "�"

# Above this number the fonts that were seen leave out one glyph of the standard order.
_SHIFTED_ABOVE = 173
_MIN_LETTERS = 6
_DANISH_BITS = 5.3  # Danish text has about 4 bits a letter, glyph numbers read as letters above 6.5
_MARGIN_BITS = 1.0

# How much likelier (in bits) one word with "æ" may be than two words of which one is unknown.
_FOLDED_BITS = 8

_LETTER = r"[^\W\d_]"
_LOST_SPACE = re.compile(rf"(?<=[\w,;)]){LOST}(?=[\w(–—])")
_LOST_BESIDE_SPACE = re.compile(rf"(?<=\w){LOST}(?= +\w)|(?<=\w ){LOST}(?=\w)")
_LOST_MARK = re.compile(rf"(?<=\w){LOST}{LOST} ?(?=\w|$)")
_LOST_RUN = re.compile(rf"(?<=\w)(?={LOST}{{3}})|(?<={LOST}{LOST}{LOST})(?=\w)")
_SPACED = re.compile(rf"(?<!{_LETTER})({_LETTER}+) ({_LETTER}+)")
_TYPICAL = re.compile(r"[�\x03-\x08\x0e-\x1f!-`\u00a0¡n]{6}")


def decode_glyphs(lines: Sequence[DraftLine], log: RepairLog) -> None:
    """Decode every stretch of glyph numbers among `lines` in place; decided by how Danish both readings look."""
    coded = _coded(lines)
    if True not in coded:
        return
    known = Vocabulary(line.text for line, is_coded in zip(lines, coded, strict=True) if not is_coded)
    keeps_ae = any("\u00a0" in line.text for line, is_coded in zip(lines, coded, strict=True) if is_coded)
    for line, is_coded in zip(lines, coded, strict=True):
        if is_coded:
            before, line.text, line.decoded = line.text, _readable(line.text, None if keeps_ae else known), True
            log.note(STEP, line, before, line.text)


def decoded(text: str) -> str:
    """The letters that glyph numbers stand for; lost characters and plain spaces stay."""
    return "".join(_table().get(character, character) for character in text)


@cache
def _table() -> dict[str, str]:
    table = {}
    for code in range(3, 256):
        glyph = standardGlyphOrder[code if code <= _SHIFTED_ABOVE else code + 1]
        if code != ord(" "):  # put between words by the tool that read the page
            table[chr(code)] = " " if glyph == "nonbreakingspace" else toUnicode(glyph)
    return table


def _coded(lines: Sequence[DraftLine]) -> list[bool]:
    """Whether each line is glyph numbers. Lines too short to tell go with their neighbours."""
    verdicts = [_verdict(line.text) for line in lines]
    if True not in verdicts:
        return [False] * len(lines)
    before: list[bool] = []
    last = False
    for verdict in verdicts:
        last = last if verdict is None else verdict
        before.append(last)
    result = [False] * len(lines)
    following = False
    for place in range(len(lines) - 1, -1, -1):
        verdict = verdicts[place]
        following = following if verdict is None else verdict
        result[place] = verdict if verdict is not None else (before[place] and following and bool(lines[place].text.strip()))
    return result


def _verdict(text: str) -> bool | None:
    """True for glyph numbers, False for readable text, None when there is too little to tell."""
    if not _TYPICAL.search(text) and len(text) > 12:
        return False
    reading = decoded(text)
    if sum(map(str.islower, reading)) < _MIN_LETTERS:
        return None if LOST in text or not any(map(_is_known, text.split())) else False
    as_decoded, as_it_stands = bits_per_letter(reading), bits_per_letter(text)
    if as_decoded < _DANISH_BITS and as_decoded + _MARGIN_BITS < as_it_stands:
        return True
    return None if LOST in text and as_decoded < as_it_stands else False


def _is_known(word: str) -> bool:
    return word.lower() in everyday_words() or word.isdigit()


def _readable(text: str, known: Vocabulary | None) -> str:
    """The decoded text; `known` words tell which plain spaces are a folded "æ", None that no "æ" was folded."""
    reading = decoded(text)
    if known is not None:
        reading = _with_ae(reading, known)
    reading = _LOST_BESIDE_SPACE.sub("", _LOST_SPACE.sub(" ", reading))
    # A number has a space on both sides: two lost characters are a mark and its space, three and more may be a number.
    # Both stay to be seen, apart from the words around them.
    return _LOST_RUN.sub(" ", _LOST_MARK.sub(f"{LOST} ", reading)).strip()


def _with_ae(reading: str, known: Vocabulary) -> str:
    """The text with "æ" for those plain spaces where one word is likelier than two: some tools fold U+00A0 into a space."""
    place = 0
    while match := _SPACED.search(reading, place):
        left, right = match.groups()
        joined = f"{left}æ{right}"
        halves = not (known.knows(left) and known.knows(right))
        likelier = bits_of_word(joined) < bits_of_word(left) + bits_of_word(right) + _FOLDED_BITS
        if known.knows(joined) or (halves and likelier):
            reading = f"{reading[: match.start()]}{joined}{reading[match.end() :]}"
            place = match.start()
        else:
            place = match.start(2)
    return reading

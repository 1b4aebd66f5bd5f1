"""Does a line go on with the paragraph above it? By its words, its indent, and whether its first word would have fitted above."""

from __future__ import annotations

import re

from ingest.layout.lines import PrintedLine
from ingest.layout.markers import is_list_marker
from ingest.minutes.labels import opens_with_label

SENTENCE_END = re.compile(r"[.!?:;…][’'”\"»)\]]*$")
OPEN_END = re.compile(
    r"(?:[,–(/&]|\b(?:og|eller|samt|af|at|i|på|til|for|med|om|som|der|en|et|den|det|de|fra|ved|under|over|the|of|and|to|in))$"
)
CONTINUES = re.compile(r"^[a-zæøåéü(,;%&)»”]")
POINT = re.compile(r"^at\s")
BEFORE_POINTS = re.compile(r"\b(?:indstil|anbefal|foresl|beslut|vedt[ao]g|godkend)\w*.*[,:]$", re.IGNORECASE)
BETWEEN_POINTS = re.compile(r"^at\s.*(?:[,;]|[,;]? (?:og|samt))$")
POINT_ROOM = 0.1  # of a full line, beyond the word's own width
PARAGRAPH_SIGN = re.compile(r"^§+\s*\d+\s?[a-z]?\.")
LABELLED = re.compile(r"^[A-ZÆØÅ][\w/.-]*(?: [\w/.-]+){0,2}:(?:\s|$)")
INDENT_POINTS = 3.0
SHORTEST_WRAPPED = 25  # characters of a line that can be the upper half of a sentence across a gap
SAME_SIZE = 0.6  # points


def continues(above: PrintedLine, line: PrintedLine, in_list: bool) -> bool:
    """Whether `line` is more of the paragraph or list item (`in_list`) whose last line is `above`."""
    if above.has_tabs or line.has_tabs or not _same_type(above, line):
        return False
    if PARAGRAPH_SIGN.match(line.text) or (is_list_marker(line.text) and not _is_dash_inside(above, line)):
        return False
    if _is_point(above, line):
        return False
    grammatical = _goes_on(above.text, line.text)
    if line.new_page or line.has_one_blank:  # as which plain text keeps a page break
        return grammatical or (not SENTENCE_END.search(above.text) and _would_not_fit(above, line))
    if line.gap and not line.spaced:
        return grammatical and above.wrapped and (len(above.text) > SHORTEST_WRAPPED or bool(OPEN_END.search(above.text)))
    if grammatical:
        return True
    if in_list and line.box and above.box and _outdented(above, line):
        return False
    if LABELLED.match(line.text) or opens_with_label(line.text) or (SENTENCE_END.search(above.text) and line.spaced):
        return False
    return _would_not_fit(above, line)


def _is_point(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line is a point "at …" of a list set without bullets: its first word would have had room on the line above."""
    if not POINT.match(line.text) or above.room <= line.first_word + POINT_ROOM:
        return False
    return bool(BEFORE_POINTS.search(above.text) or BETWEEN_POINTS.match(above.text))


def _same_type(above: PrintedLine, line: PrintedLine) -> bool:
    if above.bold != line.bold and not _goes_on(above.text, line.text):
        return False
    return not (above.font_size and line.font_size) or abs(above.font_size - line.font_size) <= SAME_SIZE


def _goes_on(above: str, below: str) -> bool:
    """Whether the words themselves say that the sentence goes on."""
    if above.endswith(("-", "‐")) and not above.endswith(" -"):
        return True
    if SENTENCE_END.search(above):
        return False
    return bool(CONTINUES.match(below)) or bool(OPEN_END.search(above))


def _would_not_fit(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether the first word had no room on the line above: then the line was broken by its width, not by its writer."""
    return above.wrapped and above.room < line.first_word


def _is_dash_inside(above: PrintedLine, line: PrintedLine) -> bool:
    """A dash that opens a line is inside a sentence when the line above is full and its sentence open."""
    return line.text[:1] in "–—" and not SENTENCE_END.search(above.text) and above.room < 0.1 and not line.gap and above.wrapped


def _outdented(above: PrintedLine, line: PrintedLine) -> bool:
    """Whether the line begins left of the list item it would belong to."""
    return line.indent < above.indent - INDENT_POINTS

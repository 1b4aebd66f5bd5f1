"""Noise fault 11: footnote marks glued to the number or word before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.vocabulary import Vocabulary

STEP = "footnote mark"

# The note itself: a line that begins with its mark. Plain lists "1. …" have a full stop after the number.
_NOTE = re.compile(r"\s?(\d{1,2}) {1,3}(?=[A-ZÆØÅ]|https?:|www\.|Jf\.|jf\.|Se |se )")
# Readers that know positions give raised marks as superscripts; those after a unit are powers.
_RAISED = re.compile(r"(?<=[\w.,;:)”\"’%])(?<!\b[mM])(?<!\b[kcdmKCD][mM])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_YEAR = re.compile(r"(?<![\w.,/\-])((?:19|20)\d{2})(\d)(?=[.,;:)]?(?:\s|$))")
_NUMBER = re.compile(r"(?<![\w.,/\-])(\d{3,5})(\d)(?=[.,;:)]?(?:\s|$))")
_WORD = re.compile(r"(?<![\w\-])([^\W\d_]{6,})(\d{1,2})(?=[.,;:)]?(?:\s|$))")
_GLUED = re.compile(r"[^\W\d_]\d|\d{4}")
_MOST_LINES_BELOW = 90  # a note stands at the foot of the page; plain text has no pages


def drop_footnote_marks(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Take marks off in place: raised ones, and plain digits if a note with that mark follows and the rest makes sense alone."""
    for line in lines:
        if _RAISED.search(line.text):
            before, line.text = line.text, _RAISED.sub("", line.text)
            log.note(STEP, line, before, line.text)
    notes = [(place, match[1]) for place, line in enumerate(lines) if (match := _NOTE.match(line.text))]
    if not notes:
        return
    numbers = {number for line in lines for number in re.findall(r"(?<![\w.,])\d{3,5}(?![\w,])", line.text)}
    first = 0
    for place, line in enumerate(lines):
        if not _GLUED.search(line.text):
            continue
        while first < len(notes) and notes[first][0] <= place:
            first += 1
        marks = _marks_below(lines, islice(notes, first, first + _MOST_LINES_BELOW), place, line)
        if marks:
            _drop(line, marks, numbers, words, log)


def _marks_below(lines: Sequence[DraftLine], notes: Iterable[tuple[int, str]], place: int, line: DraftLine) -> set[str]:
    """The marks of the notes that stand below a line, on its page where pages are numbered."""
    marks = set()
    for note_place, mark in notes:
        if note_place - place > _MOST_LINES_BELOW or (line.page_number is not None and lines[note_place].page > line.page + 1):
            break
        marks.add(mark)
    return marks


def _drop(line: DraftLine, marks: set[str], numbers: set[str], words: Vocabulary, log: RepairLog) -> None:
    def mended(match: re.Match[str], *, certain: bool) -> str:
        rest, mark = match.groups()
        if mark not in marks or not certain:
            return match.group()
        log.note(STEP, line, match.group(), rest)
        return rest

    line.text = _YEAR.sub(lambda match: mended(match, certain=True), line.text)
    line.text = _NUMBER.sub(lambda match: mended(match, certain=match[1] in numbers), line.text)
    line.text = _WORD.sub(lambda match: mended(match, certain=words.knows(match[1]) or match[1][1:].islower()), line.text)

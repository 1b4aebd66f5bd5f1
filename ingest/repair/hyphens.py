"""Noise fault 5: words hyphenated at the end of a line, also across blank lines, pages and running headers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.joining import Joint, is_one_word, joint_of
from ingest.repair.vocabulary import Vocabulary

STEP = "hyphenated line break"

# U+FFFE and U+0002 are what PDFium gives for a hyphen at the end of a line.
_BROKEN = re.compile(r"([^\W_]+(?:[-‐][^\W_]+)*)(?:([-‐\u00ad\ufffe\x02])|�)$")
_BREAKS = "-‐\u00ad\ufffe\x02�"
_NEXT = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"\S+")
_MAX_BLANK_LINES = 3
_LONGEST_WORD = 200  # a hostile line may be one word of a million letters
_MAX_FURNITURE_LINES = 4


def join_line_breaks(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Move the rest of each broken word up to its beginning, in place. Real hyphens are kept."""
    for place, line in enumerate(lines):
        text = line.text.rstrip()
        if not text or line.dropped or text[-1] not in _BREAKS:
            continue
        match = _BROKEN.search(text, max(0, len(text) - _LONGEST_WORD))
        if match is None or (match[2] is None and not line.decoded):
            continue
        if match[2] is None:
            _join_lost(lines, place, match, words, log)
        else:
            _join(lines, place, match, words, log)


def _join(lines: Sequence[DraftLine], place: int, match: re.Match[str], words: Vocabulary, log: RepairLog) -> None:
    left = match[1].replace("‐", "-")
    target = _continuation(lines, place, left, words)
    if target is None:
        return
    first = _NEXT.match(target.text.lstrip())
    joint = joint_of(left, first.group(), words) if first else Joint.HYPHEN
    if joint is Joint.APART:
        lines[place].text = f"{match.string[: match.end(1)]}-"
        return
    stem = match.string[: match.end(1)] + ("-" if joint is Joint.HYPHEN else "")
    _move_up(lines[place], target, stem, STEP, log)


def _join_lost(lines: Sequence[DraftLine], place: int, match: re.Match[str], words: Vocabulary, log: RepairLog) -> None:
    """A lost character at the end of a decoded line: a hyphen, a space, or a mark that stays to be seen."""
    target = next(_following(lines, place, _MAX_FURNITURE_LINES), None)
    first = _NEXT.match(target.text.lstrip()) if target is not None else None
    if target is None or first is None:
        return
    if is_one_word(match[1], first.group(), words):
        _move_up(lines[place], target, match.string[: match.end(1)], STEP, log)
    elif first.group()[0].islower():
        lines[place].text = match.string[: match.end(1)]


def _continuation(lines: Sequence[DraftLine], place: int, left: str, words: Vocabulary) -> DraftLine | None:
    """The line that goes on with the word: the next, or behind furniture on the next page the first that makes a known word."""
    candidates = list(_following(lines, place, _MAX_FURNITURE_LINES))
    for target in candidates:
        first = _NEXT.match(target.text.lstrip())
        if first and (target is candidates[0] or target.page > lines[place].page) and words.knows(left + first.group()):
            return target
    first = _NEXT.match(candidates[0].text.lstrip()) if candidates else None
    return candidates[0] if first and _may_follow(left, first.group()) else None


def _may_follow(left: str, right: str) -> bool:
    """A small letter after a small one; a capital or digit only after its like ("Hertzum-Hendriksen", "2019-2023")."""
    if right[0].isdigit():
        return left[-1].isdigit()
    return right[0].islower() or left[0].isupper()


def _following(lines: Sequence[DraftLine], place: int, most: int) -> Iterator[DraftLine]:
    """The lines after `place` that hold text, up to `most`; none behind more than three blank lines."""
    blank = found = 0
    for following in range(place + 1, len(lines)):
        line = lines[following]
        if line.dropped:
            continue
        if not line.text.strip():
            blank += 1
            if blank > _MAX_BLANK_LINES:
                return
            continue
        yield line
        found += 1
        if found >= most:
            return


def _move_up(line: DraftLine, target: DraftLine, stem: str, step: str, log: RepairLog) -> None:
    before = f"{line.text.split()[-1]} {target.text.split()[0]}"
    text = target.text.lstrip()
    token = _TOKEN.match(text)
    rest = text[token.end() :].lstrip() if token else ""
    line.text = stem + (token.group() if token else "")
    target.text = rest
    target.dropped = not rest
    log.note(step, line, before, line.text.split()[-1])

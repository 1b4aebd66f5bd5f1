"""Noise fault 6: hyphens left over inside a line, where a line break once was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.joining import Joint, joint_of
from ingest.repair.vocabulary import Vocabulary

STEP = "leftover hyphen"

_INNER = re.compile(r"(?<![\w\-/.@])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w\-/@])")
_SPACED = re.compile(r"(?<![\w\-/.@])([^\W\d_]{2,})- ([^\W\d_]{2,})(?![\w\-/@])")
_MARKED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\s?[\u00ad\ufffe\x02]\s?([^\W\d_]+)")


def join_inner_hyphens(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Close up a word with a hyphen inside when the whole is a known word and its parts are not; in place."""
    for line in lines:
        if "\u00ad" in line.text or "\ufffe" in line.text or "\x02" in line.text:
            _apply(_MARKED, line, words, log)
            line.text = re.sub("[\u00ad\ufffe\x02]", "", line.text)
        if "-" in line.text:
            _apply(_INNER, line, words, log)
            if "- " in line.text:
                _apply(_SPACED, line, words, log)


def _apply(pattern: re.Pattern[str], line: DraftLine, words: Vocabulary, log: RepairLog) -> None:
    def mended(match: re.Match[str]) -> str:
        left, right = match.groups()
        after = _marked(left, right, words) if pattern is _MARKED else _known_whole(match.group(), left, right, words)
        if after != match.group():
            log.note(STEP, line, match.group(), after)
        return after

    # A word may be broken twice, and matches do not overlap.
    line.text = pattern.sub(mended, pattern.sub(mended, line.text))


def _known_whole(as_printed: str, left: str, right: str, words: Vocabulary) -> str:
    if not right[0].islower() or not words.knows(left + right):
        return as_printed
    # A known second part may be the author's own hyphen ("total-entreprenør"): it is quoted as printed.
    usual = words.count(f"{left}-{right}") > max(1, words.count(left + right))
    return as_printed if words.knows(right) or usual or joint_of(left, right, words) is Joint.APART else left + right


def _marked(left: str, right: str, words: Vocabulary) -> str:
    """The word around a mark that says "a line was broken here"."""
    joint = joint_of(left, right, words)
    if joint is Joint.APART:
        return f"{left}- {right}"
    return f"{left}-{right}" if joint is Joint.HYPHEN else left + right

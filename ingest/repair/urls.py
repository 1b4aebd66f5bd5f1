"""Noise fault 20: web addresses broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.vocabulary import Vocabulary

STEP = "web address"

_URL_AT_END = re.compile(r"(?:https?://|www\.)\S+[-/_=&?%]$")
_BREAKS = tuple("-/_=&?%")
_LONGEST_ADDRESS = 2000
_PATH = re.compile(r"\S+")
_LOOKS_LIKE_PATH = re.compile(r"\S*[/._\-%=]\S|\S*\d\S*$")
_LAST_PART = re.compile(r"([^\W\d_]+)-$")
_FIRST_PART = re.compile(r"[^\W\d_]+")


def join_web_addresses(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Close up an address that goes on in the next line; a hyphen is kept unless it only broke a known word."""
    for line, target in pairwise(lines):
        text = line.text.rstrip()
        match = _URL_AT_END.search(text, max(0, len(text) - _LONGEST_ADDRESS)) if text[-1:] in _BREAKS else None
        following = _PATH.match(target.text.lstrip())
        if match is None or following is None or line.dropped or not _LOOKS_LIKE_PATH.match(following.group()):
            continue
        before = match.group()
        line.text = _without_break(text, following.group(), words) + following.group()
        target.text = target.text.lstrip()[following.end() :].lstrip()
        target.dropped = not target.text
        log.note(STEP, line, f"{before} {following.group()}", line.text.split()[-1])


def _without_break(text: str, following: str, words: Vocabulary) -> str:
    """The address without its last hyphen when the parts around it make a word of the address or the file."""
    last, first = _LAST_PART.search(text), _FIRST_PART.match(following)
    if last is None or first is None:
        return text
    whole = (last[1] + first.group()).lower()
    elsewhere = whole in text.lower() or words.knows(whole)
    hyphens_separate = text[:-1].rsplit("/", 1)[-1].count("-") > 0
    return text[:-1] if elsewhere or not hyphens_separate else text

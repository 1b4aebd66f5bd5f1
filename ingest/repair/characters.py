"""Ligatures, decomposed letters, odd spaces and apostrophes, control characters (noise fault 22 among them)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ingest.repair.draft import DraftLine, RepairLog

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero-width and direction marks change what a reader sees without being seen; control characters mean nothing in text.
_UNSEEN = re.compile("[\x00-\x01\x03-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_APOSTROPHE = re.compile(r"(?<=\w)[´`ʼ′](?=\w)")
# Bullets of the fonts Symbol and Wingdings stand in the private use area.
_SYMBOL_BULLET = re.compile("^(\\s*)[\uf0a7\uf0b7\uf0d8\uf0fc\uf02d\uf0a8]\\s*")
# A tab separates columns: it stays.
_ANY = re.compile("[^\t -~æøåÆØÅéÉüÜöÖäÄ–—’”“•…]")


def mend_characters(lines: Sequence[DraftLine], log: RepairLog) -> None:
    """Bring the characters of each line to one form in place; only ligatures and unseen characters are recorded."""
    for line in lines:
        if not _ANY.search(line.text):
            continue
        before, text = line.text, unicodedata.normalize("NFC", line.text)
        text = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
        text = _UNSEEN.sub("", _SPACE.sub(" ", text))
        text = _SYMBOL_BULLET.sub(r"\1• ", _APOSTROPHE.sub("’", text))
        line.text = text
        if _LIGATURE.search(before) or _UNSEEN.search(before):
            log.note("characters", line, before, text)

"""Cutting a long block at the ends of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.records import Block

# A full stop after these, or after a number, does not end a sentence.
_ABBREVIATED = re.compile(
    r"(bl\.a|f\.eks|fx|evt|ca|mv|m\.v|m\.fl|jfr?|nr|pkt|kl|dvs|mht|mhp|ift|ifm|vedr|inkl|ekskl|hhv|pga|stk|kr|mio|mia|tlf|pr|st|dr"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec|o\.l|osv|e\.g|i\.e|etc|no|ff|kap|afs|(?:\d{1,2}\.)*\d{1,2}|\w)\."
)
# … but these may well: a capitalised word behind "3 mio. kr." or "m.v." begins the next sentence.
_MAY_END = re.compile(r"(?:kr|mio|mia|mdr|stk|mv|m\.v|m\.fl|o\.l|osv|etc)\.")
_CURRENCY = re.compile(r"(?:DKK|EUR|Kr|Euro)\b")
_LONGEST_WORD = 60
_END = re.compile(r"[.!?][\"”»)\]]*\s+(?=[\"”«»(\[]*[A-ZÆØÅ0-9])")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Find the sentences of a text as half-open character ranges that together cover it."""
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _LONGEST_WORD) : match.start() + 1].split()
        last = before[-1].lstrip('("”').lower() if before else ""
        if _ABBREVIATED.fullmatch(last) and not (_MAY_END.fullmatch(last) and _begins(text, match.end())):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _begins(text: str, place: int) -> bool:
    """Whether a sentence may begin here: with a capitalised word that is no currency."""
    return text[place].isupper() and not _CURRENCY.match(text, place)


def pieces_of(block: Block, most_words: int) -> Iterator[Block]:
    """Cut a block of more than `most_words` words at sentence ends into pieces of at most that many, if its sentences allow."""
    if len(block.text.split()) <= most_words or block.table is not None:
        yield block
        return
    for piece in text_pieces(block.text, most_words):
        yield replace(block, text=piece)


def text_pieces(text: str, most_words: int) -> Iterator[str]:
    """Cut a text of more than `most_words` words at sentence ends into pieces of at most that many, if its sentences allow."""
    if len(text.split()) <= most_words:
        yield text
        return
    piece = ""
    for start, end in sentences(text):
        sentence = text[start:end]
        if piece and len(piece.split()) + len(sentence.split()) > most_words:
            yield piece.strip()
            piece = ""
        piece += sentence
    if piece.strip():
        yield piece.strip()

"""The key beside a table of codes: "R = Regionen driver selv. K = Kommunen driver." and "* dog kun i weekender"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.facts.definitions import RELATION
from ingest.facts.found import Found
from ingest.records import FactKind

_MARK = r"\(?[✓✔☑✗✘☒●○■□◐]\)?|\([xX]\)"
_CODE = rf"[A-ZÆØÅ]{{1,3}}|\d{{1,2}}|{_MARK}|[–+-]|[xX]"
_BEGINS = r"(?:^|(?<=[.;,:\n(])|(?<=[.;,:\n(]\s))\s*"
_SIGN = r"(?<=\s)(?=[–+-]\s*=)"  # "+ = mindreforbrug - = merforbrug": a sign needs nothing before it
_ENTRY = re.compile(rf"(?:{_BEGINS}|{_SIGN})(?P<code>{_CODE})\s*(?:=|\bbetyder,?(?:\sat)?|\bmeans(?:\sthat)?)\s*")
_MARK_ENTRY = re.compile(rf"{_BEGINS}(?P<code>{_MARK})\s*[:–—-]\s+")
_NUMBERED_ENTRY = re.compile(r"^(?:[•*-]\s+)?(?P<code>\d{1,2})\s*[–—:]\s+(?=\S+\s+\S)", re.MULTILINE)
_IS_KEY = re.compile(
    r"\b(?:\w*(?:forklaring|nøgle)\w*|signatur\w*|koder?|koderne|niveauer\w*|betyder|legend|key|codes?)\b", re.IGNORECASE
)
_LISTED_ENTRY = re.compile(r"^(?:[•*-]\s+)?(?P<code>[A-ZÆØÅ]{1,2}|[–+-](?=\s*:))\s*[–—:-]\s+(?=\S+\s+\S)", re.MULTILINE)
_EXPLAINS_LETTERS = re.compile(
    r"\b(?:betyder|bogstav\w*|tegnene|forkortelser\w*|koder?|koderne|\w*forklaring\w*|\w*nøgle\w*|signatur\w*|symbol\w*|læses?|letters?|codes?|key|legend)\b",
    re.IGNORECASE,
)
_SPOKEN_ENTRY = re.compile(r"(?:^|(?<=[:;,(]\s)|(?<=\sog\s)|(?<=\sand\s))\(?(?P<code>[A-ZÆØÅ]{1,2})\)?:?\s+(?=[a-zæøå]{2,})")
"""As in "L leder arbejdet, U udfører, (M) medvirker"."""
_COLOUR = r"Grøn|Gul|Rød|Blå|Grå|Orange|Green|Yellow|Red|Blue|Grey|Amber"
_COLOUR_ENTRY = re.compile(rf"{_BEGINS}(?P<code>{_COLOUR})\s*(?::|=|\bbetyder,?(?:\sat)?|\bmeans(?:\sthat)?)\s+")
_FOOTNOTE = re.compile(r"^(?P<mark>\*{1,3})[)\s]\s*(?P<note>[^\s*].*)$", re.MULTILINE)
_FEWEST_ENTRIES = 2
_FEWEST_NOTE_WORDS = 3
_LONGEST_MEANING = 25


def key_facts(text: str, heading: str = "") -> Iterator[Found]:
    """Read the entries of a key and notes behind asterisks, all verbatim.

    A key is two or more of "CODE = meaning", "Grøn: meaning" or, behind words that say so, "CODE meaning"; also of lines
    "C – meaning" where the text or the heading it stands under explains letters.
    """
    listed = (_LISTED_ENTRY,) if _EXPLAINS_LETTERS.search(f"{heading}\n{text}") else ()
    if _IS_KEY.search(heading) or _IS_KEY.search(text.split("\n")[0]):
        listed = (*listed, _NUMBERED_ENTRY)
    for pattern in (_ENTRY, _MARK_ENTRY, _COLOUR_ENTRY, *listed):
        entries = list(pattern.finditer(text))
        if len(entries) >= _FEWEST_ENTRIES:
            yield from _entries(text, entries)
    yield from _spoken(text)
    notes = list(_FOOTNOTE.finditer(text))
    marks = Counter(note["mark"] for note in notes)
    for note in notes:
        if marks[note["mark"]] > 1 or len(note["note"].split()) < _FEWEST_NOTE_WORDS:
            continue  # asterisks as bullets
        yield _entry(note["mark"], note["note"].strip())


def _spoken(text: str) -> Iterator[Found]:
    """The entries of a key in running text, each code once: "Tegnene betyder: L leder, U udfører"."""
    for line in text.split("\n"):
        opening = _EXPLAINS_LETTERS.search(line)
        if opening is None or "=" in line:
            continue
        entries = [each for each in _SPOKEN_ENTRY.finditer(line) if each.start() > opening.start()]
        if len(entries) >= _FEWEST_ENTRIES and len({each["code"] for each in entries}) == len(entries):
            yield from _entries(line, entries)


def _entries(text: str, entries: Sequence[re.Match[str]]) -> Iterator[Found]:
    ends = [*(each.start() for each in entries[1:]), len(text)]
    for entry, end in zip(entries, ends, strict=True):
        meaning = text[entry.end() : end].split("\n")[0].strip(" ,;)")
        meaning = re.split(r"(?<=[a-zæøå0-9]{2}\.)\s+(?=[A-ZÆØÅ])|\s(?:og|and)$", meaning)[0]
        if 0 < len(meaning.split()) <= _LONGEST_MEANING:
            yield _entry(entry["code"], meaning)


def _entry(code: str, meaning: str) -> Found:
    return Found(kind=FactKind.DEFINITION, subject=code, relation=RELATION, object=meaning)

"""The key beside a table of codes: "R = Regionen driver selv. K = Kommunen driver." and "* dog kun i weekender"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.found import Found
from ingest.records import FactKind

RELATION = "betyder"
_CODE = r"[A-ZÆØÅ]{1,3}|\d{1,2}|[✓✔●○■□]"
_ENTRY = re.compile(rf"(?:^|(?<=[.;,\n(])|(?<=[.;,\n(]\s))\s*(?P<code>{_CODE})\s*=\s*")
_FOOTNOTE = re.compile(r"^(?P<mark>\*{1,3})[)\s]\s*(?P<note>[^\s*].*)$", re.MULTILINE)
_FEWEST_ENTRIES = 2
_LONGEST_MEANING = 25


def key_facts(text: str) -> Iterator[Found]:
    """Read the entries of a key (two or more "CODE = meaning") and notes behind asterisks; meanings are verbatim."""
    entries = list(_ENTRY.finditer(text))
    if len(entries) >= _FEWEST_ENTRIES:
        ends = [*(each.start() for each in entries[1:]), len(text)]
        for entry, end in zip(entries, ends, strict=True):
            meaning = text[entry.end() : end].split("\n")[0].strip(" ,;)")
            if 0 < len(meaning.split()) <= _LONGEST_MEANING:
                yield _entry(entry["code"], meaning)
    for note in _FOOTNOTE.finditer(text):
        yield _entry(note["mark"], note["note"].strip())


def _entry(code: str, meaning: str) -> Found:
    return Found(kind=FactKind.DEFINITION, subject=code, relation=RELATION, object=meaning)

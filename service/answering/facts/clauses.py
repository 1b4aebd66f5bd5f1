"""The clauses of a table cell, and which of them speak for a municipality."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.places.gazetteer import municipalities_in

_END = re.compile(r"(?<=[^\s.])\.(?=\s+[A-ZÆØÅ]|\s*$)|\n+|;\s*")
_PARTS = re.compile(
    r",?\s+(?:mens|imens|medens|hvorimod|while|whereas)\s+"
    r"|,\s+(?:og|men|and|but)\s+(?=\w+\s+(?:driver|varetager|står|overtager|løser)\b)"
)
_EXCEPT = re.compile(r"\b(?:undtagen|bortset fra|på nær|med undtagelse af|except)\b(.*)", re.IGNORECASE)
_NO_OTHER_NAME = r"s?(?![\w-])(?!\s+(?!Kommune)[A-ZÆØÅ])(?!\s+\w*(?:hospital|sygehus|center))"
"""What follows a place that is not the beginning of a longer name: "Struer Hospital" is no municipality."""
_OTHERS = re.compile(r"\b(?:øvrige|resterende|andre|remaining|other)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A sentence of a cell, verbatim, the municipalities it names (canonical), and whether it speaks for all not named."""

    text: str
    municipalities: tuple[str, ...]
    others: bool

    @property
    def general(self) -> bool:
        """Whether it speaks for the whole row."""
        return not self.municipalities and not self.others

    @property
    def parts(self) -> tuple[str, ...]:
        """The half sentences of "A does this, while B does that", verbatim."""
        return tuple(part.strip(" ,.") for part in _PARTS.split(self.text) if part.strip(" ,."))


def clauses_of(cell: str, members: Sequence[str] = ()) -> tuple[Clause, ...]:
    """The sentences of a cell in order, each a verbatim piece of it with its full stop.

    A name that may be a common word too ("Greve") is a municipality where it is one of the row's `members`.
    """
    clauses: list[Clause] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(cell)), len(cell)]:
        text = cell[start:end].strip()
        if text.strip(" .;"):
            clauses.append(_clause(text, members))
        start = end
    return tuple(clauses)


def _clause(text: str, members: Sequence[str]) -> Clause:
    found = [mention.name for mention in municipalities_in(text, slips_allowed=False)]
    found += [name for name in members if name not in found and re.search(rf"(?<![\w-]){re.escape(name)}{_NO_OTHER_NAME}", text)]
    names = tuple(dict.fromkeys(found))
    return Clause(text=text, municipalities=names, others=bool(_OTHERS.search(text)) and "kommune" in text.lower())


def clauses_for(clauses: Sequence[Clause], municipality: str) -> tuple[Clause, ...]:
    """The clauses that hold for a municipality: those naming it, else those for the others, else those for all."""
    for chosen in (
        [clause for clause in clauses if municipality in clause.municipalities and not _excepts(clause, municipality)],
        [clause for clause in clauses if clause.others or _excepts(clause, None)],
        [clause for clause in clauses if clause.general],
    ):
        if chosen:
            return tuple(chosen)
    return ()


def _excepts(clause: Clause, municipality: str | None) -> bool:
    """Whether a clause speaks for all *but* this municipality ("Fælles drift undtagen i Skive"); None asks for any such."""
    found = _EXCEPT.search(clause.text)
    if not found:
        return False
    named = {mention.name for mention in municipalities_in(found.group(1), slips_allowed=False)}
    return municipality in named if municipality else bool(named)

"""Answers who holds an office: the chair of a group, the leader of a project."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from service.answering.duties.holders import Holder, in_passages, in_tables
from service.answering.duties.matching import terms_of
from service.answering.facts.wording import day_line
from service.records import Draft, QuestionKind, Understood
from service.understanding.words import words_of

_OFFICES = (
    r"formand|formændene|næstformand|medformand|viceformand|forperson|projektleder|leder|tovholder|kontaktperson|kasserer|sekretær"
    r"|koordinator|ordfører|direktør|chef|borgmester|bestyrelsesformand|formandskab|projektejer"
)
_ENGLISH = {
    "chair": "formand", "chairman": "formand", "chairwoman": "formand", "chairperson": "formand", "vice-chair": "næstformand",
    "deputy chair": "næstformand", "co-chair": "medformand", "project manager": "projektleder", "project leader": "projektleder",
    "contact person": "kontaktperson", "treasurer": "kasserer", "secretary": "sekretær", "coordinator": "koordinator",
    "director": "direktør", "head": "leder", "mayor": "borgmester",
}  # fmt: skip
_ASKS = re.compile(
    rf"\b(?:hvem|who)\s+(?:er|var|is|was|bliver|blev|er blevet|er udpeget som|er valgt som)\s+(?:the\s+|den\s+)?(?:\w+e\s+)?"
    rf"(?P<office>\w*(?:{_OFFICES})(?:en|et|erne|ne)?|{'|'.join(sorted(_ENGLISH, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
LEAST_COVERAGE = 0.75


class OfficeAnswerer:
    """Answers "who is the chair of X" with the person printed with that very office."""

    kind = "office"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when no person is printed with the office of what is asked, or several are."""
        asks = _ASKS.search(understood.text)
        if understood.kind is not QuestionKind.WHO or asks is None:
            return None
        office = _office(asks["office"])
        terms = tuple(term for term in terms_of(understood) if term.word not in words_of(asks["office"]))
        found = [*in_tables(office, terms, understood, index), *in_passages(office, terms, understood, index)]
        found = [holder for holder in found if holder.coverage >= LEAST_COVERAGE]
        best = max(found, key=lambda each: (each.coverage, each.source.date.toordinal() if each.source.date else 0), default=None)
        if best is None:
            return None
        rivals = {each.name for each in found if each.coverage >= best.coverage - 0.05 and not _same_person(each, best)}
        newest = [each for each in found if each.coverage >= best.coverage - 0.05 and each.source.date == best.source.date]
        if rivals and {each.name for each in newest} - {best.name}:
            return None  # two persons on one day: a table of several bodies, or a word of the question held by accident
        return _draft(understood, best, alone=not terms)


def _office(asked: str) -> str:
    """The office in Danish, small letters, without its article."""
    word = _ENGLISH.get(asked.lower(), asked.lower())
    return re.sub(r"(?<=[a-zæøå]{4})(?:en|et)$", "", word)


def _same_person(one: Holder, other: Holder) -> bool:
    return one.name in other.name or other.name in one.name


def _draft(understood: Understood, best: Holder, *, alone: bool) -> Draft:
    day = best.source.date
    return Draft(
        text=f"{best.name}{best.told} {day_line(day, understood.language)}".strip(),
        kind=OfficeAnswerer.kind,
        strength=(0.9 if best.coverage > 0.95 else 0.78) - 0.2 * alone,
        sources=(best.source,),
        as_of=day,
        features=(("coverage", best.coverage),),
    )

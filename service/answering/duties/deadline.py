"""Answers when something is due, or comes into force: the newest source that says so of the very thing asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from service.answering.duties.duty import IN_FORCE, Duty, duties_of
from service.answering.duties.matching import Match, matches, terms_of
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line
from service.answering.frames import quoted, written_date
from service.answering.minutes.trimmed import trimmed
from service.answering.minutes.undecided import decided_otherwise
from service.answering.sources import source_of
from service.records import Conflict, Draft, Language, QuestionKind, Source, Understood

_ASKS = re.compile(
    r"\b(?:senest|frist\w*|tidsfrist\w*|deadline\w*|inden|skal|must|latest|due|by when|have to|has to|should)\b", re.IGNORECASE
)
_ASKS_FORCE = re.compile(r"\b(?:kraft|gælder\s.*\bfra|gældende fra|virkning|in(?:to)? force|effect|effective)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:blev|var|holdt|mødtes|was|were|did|har\s+\w+t)\b", re.IGNORECASE)
_LISTS = re.compile(
    r"\b(?:hvilke|alle|nævn|list|which|what are|all)\b.{0,30}\b(?:frister|datoer|deadlines|dates)\b", re.IGNORECASE
)
_YEARLY = re.compile(r"\b(?:hvert år|årligt|hver måned|every (?:year|month)|annually)\b", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:udsky\w+|udskudt|ryk\w*|forlænge\w*|flytte\w*|ændre\w*|fremrykke\w*|postpone\w*|moved|extended)\b", re.IGNORECASE
)
SURE, LIKELY = 0.9, 0.72
NEAR = 0.06
MOST_WORDS = 30


class DeadlineAnswerer:
    """Answers "when must X" and "what is the deadline for X" from sentences, schedules and lists of actions."""

    kind = "deadline"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft when one thing is surely meant; None when nothing fits, or several things with other days fit as well."""
        text = understood.text
        force = bool(_ASKS_FORCE.search(text))
        if understood.kind is not QuestionKind.WHEN or not (force or _ASKS.search(text)) or _PAST.search(text):
            return None
        if _LISTS.search(text):
            return None
        duties = duties_of(index, understood.filters.access)
        found = [each for each in matches(terms_of(understood), duties) if (each.duty.relation == IN_FORCE) == force]
        found = [each for each in found if each.duty in within([each.duty], understood.filters, index)]
        if not found or found[0].coverage < LIKELY:
            return None
        best = newest_of(found)
        if decided_otherwise(index.store.passage(best.duty.passage_id, understood.filters.access), understood, index):
            return None
        rivals = _others(best, found)
        if any(each.duty.document_id == best.duty.document_id for each in rivals):
            return None  # two days in one document: which of them is meant, this answerer cannot tell
        return _draft(understood, index, best, rivals)


def newest_of(found: Sequence[Match]) -> Match:
    """Of the matches about as good as the best, the one of the newest source."""
    near = [each for each in found if _as_good(each, found[0])]
    return max(near, key=lambda each: (each.duty.day.toordinal() if each.duty.day else 0, each.coverage, each.precision))


def _as_good(match: Match, best: Match) -> bool:
    """Whether a match speaks of the same thing as the best; a later source that moves a deadline need not say it all again."""
    if _MOVES.search(match.duty.what) and match.coverage >= LIKELY and match.duty.day and best.duty.day:
        return match.duty.day >= best.duty.day
    return match.coverage >= best.coverage - NEAR and match.precision >= 0.6 * best.precision


def _others(best: Match, found: Sequence[Match]) -> list[Match]:
    """Those about as good that name another day, one for each day."""
    kept: dict[tuple[object, object], Match] = {}
    for each in found:
        days = (each.duty.first, each.duty.last)
        if _as_good(each, best) and not _overlap(each.duty, best.duty):
            kept.setdefault(days, each)
    return list(kept.values())


def _overlap(one: Duty, other: Duty) -> bool:
    return one.first <= other.last and other.first <= one.last


def _draft(understood: Understood, index: OpenIndex, best: Match, rivals: Sequence[Match]) -> Draft:
    language = understood.language
    conflicts = tuple(_conflict(each.duty, best.duty, index, understood) for each in rivals[:2])
    words = quoted(trimmed(best.duty.quote, MOST_WORDS))
    who = f" ({best.duty.who})" if best.duty.who else ""
    text = f"{said_date(best.duty, language)}: {words}{who} {day_line(best.duty.day, language)}".strip()
    return Draft(
        text=" ".join([text, *(conflict.text for conflict in conflicts)]),
        kind=DeadlineAnswerer.kind,
        strength=_strength(best),
        sources=(duty_source(best.duty, index, understood), *(conflict.source for conflict in conflicts)),
        as_of=best.duty.day,
        conflicts=conflicts,
        features=(("coverage", best.coverage), ("precision", best.precision)),
    )


def _strength(best: Match) -> float:
    return 0.93 if best.coverage >= SURE else 0.7 if best.precision < 0.3 else 0.78


def said_date(duty: Duty, language: Language) -> str:
    """The day as an answer begins with it: "Senest 1. maj 2026", "By 1 May 2026"; periods and yearly days as printed."""
    yearly = _YEARLY.search(duty.what) is not None
    day = written_date(duty.first, language) if duty.first == duty.last and not yearly else duty.printed.strip()
    day = re.sub(r"^(?:den|d\.)\s+", "", day)
    if duty.relation != "frist":
        return day[:1].upper() + day[1:]
    if language is Language.DANISH:
        return f"{'Inden' if duty.before else 'Senest'} {day}"
    return f"{'Before' if duty.before else 'By'} {day}"


def duty_source(duty: Duty, index: OpenIndex, understood: Understood) -> Source:
    """The passage with the duty's words as quote, its date where those are not printed in one piece."""
    passage = index.store.passage(duty.passage_id, understood.filters.access)
    quote = next((words for words in (duty.quote, duty.printed) if words in passage.text), passage.text)
    return source_of(index, passage, quote)


def _conflict(other: Duty, newest: Duty, index: OpenIndex, understood: Understood) -> Conflict:
    """Another source's day, called older where it is."""
    danish = understood.language is Language.DANISH
    day = written_date(other.first, understood.language) if other.first == other.last else other.printed
    source = written_date(other.day, understood.language) if other.day else ""
    older = bool(other.day and newest.day and other.day < newest.day)
    if danish:
        text = f"{'En ældre kilde' if older else 'En anden kilde'}{f' ({source})' if source else ''} siger {day}."
    else:
        text = f"{'An older source' if older else 'Another source'}{f' ({source})' if source else ''} says {day}."
    return Conflict(text=text, source=duty_source(other, index, understood))

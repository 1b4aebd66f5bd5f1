"""Lists the deadlines of a period, of a matter, or of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from index.opened import OpenIndex
from service.answering.duties.bounds import bound_in
from service.answering.duties.deadline import duty_source
from service.answering.duties.duty import DEADLINE, Duty, duties_of, letters_of
from service.answering.duties.matching import matches, terms_of
from service.answering.facts.scope import within
from service.answering.frames import written_date
from service.answering.minutes.trimmed import trimmed
from service.answering.wording import capital, number_word
from service.records import Draft, Language, Understood

_ASKS = re.compile(
    r"\b(?:hvilke|hvor mange|alle|nævn|list|which|what|how many|all)\b.{0,40}"
    r"\b(?P<noun>frister\w*|tidsfrister|datoer|deadlines|dates)\b",
    re.IGNORECASE,
)
MOST_SHOWN = 8
MOST_WORDS = 14
MOST_WORDS_IN_ALL = 80
LEAST_COVERAGE = 0.72


class DueListAnswerer:
    """Answers "which deadlines are there in May 2026 / for the agreement" with the deadlines by date."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None when no list of deadlines is asked for, or nothing bounds it, or none lies within the bounds."""
        asks = _ASKS.search(understood.text)
        if asks is None:
            return None
        access = understood.filters.access
        duties = duties_of(index, access)
        bound = bound_in(understood.text, index.summary.newest_date)
        terms = terms_of(understood)
        if not (terms or bound or understood.periods):
            return None
        chosen = [each.duty for each in matches(terms, duties) if each.coverage >= LEAST_COVERAGE] if terms else duties.all
        chosen = [
            duty
            for duty in within(chosen, understood.filters, index)
            if _in_time(duty, understood, bound.last if bound else None)
        ]
        if not asks["noun"].lower().startswith(("dat", "date")):
            chosen = [duty for duty in chosen if duty.relation == DEADLINE]
        chosen = _distinct(chosen)
        return _draft(understood, index, chosen) if chosen else None


def _in_time(duty: Duty, understood: Understood, last: date | None) -> bool:
    if last is not None:
        return duty.last <= last and (duty.day is None or duty.last >= duty.day)
    periods = understood.periods
    return not periods or any(start <= duty.last and duty.first <= end for start, end in periods)


def _distinct(duties: Sequence[Duty]) -> list[Duty]:
    """By date, the same thing on the same day once, as its newest source prints it."""
    kept: dict[object, Duty] = {}
    for duty in sorted(duties, key=lambda each: -(each.day.toordinal() if each.day else 0)):
        kept.setdefault((letters_of(duty.what), duty.last), duty)
    return sorted(kept.values(), key=lambda each: (each.last, each.first))


def _draft(understood: Understood, index: OpenIndex, chosen: Sequence[Duty]) -> Draft:
    language = understood.language
    shown = _fitting(chosen[:MOST_SHOWN], language)
    count = number_word(len(chosen), language)
    nouns = ("frist", "frister") if language is Language.DANISH else ("deadline", "deadlines")
    more = len(chosen) - len(shown)
    rest = f"; … og {more} til" if language is Language.DANISH else f"; … and {more} more"
    told = "; ".join(_by_day(shown, language))
    return Draft(
        text=f"{capital(count)} {nouns[len(chosen) != 1]}: {told}{rest if more else ''}.",
        kind=DueListAnswerer.kind,
        strength=0.9,
        sources=tuple(duty_source(duty, index, understood) for duty in shown),
        as_of=max((duty.day for duty in shown if duty.day), default=None),
        features=(("deadlines", float(len(chosen))),),
    )


def _fitting(duties: Sequence[Duty], language: Language) -> list[Duty]:
    """The first duties, as many as can be told in the words that a list may have; one at least."""
    kept: list[Duty] = []
    for duty in duties:
        if kept and len(" ".join(_by_day([*kept, duty], language)).split()) > MOST_WORDS_IN_ALL:
            break
        kept.append(duty)
    return kept


def _by_day(duties: Sequence[Duty], language: Language) -> list[str]:
    """One line a day: "1. maj 2026: Udkast til regulativ (Fynsam) / Ansøgning om kørsel"."""
    lines: dict[str, list[str]] = {}
    for duty in duties:
        day = written_date(duty.last, language) if duty.first == duty.last else duty.printed
        lines.setdefault(day, []).append(_what(duty))
    return [f"{day}: {' / '.join(things)}" for day, things in lines.items()]


def _what(duty: Duty) -> str:
    """What is due, cut short, and who has it where a list says so."""
    return f"{trimmed(duty.what.rstrip('.'), MOST_WORDS)}{f' ({duty.who})' if duty.who else ''}"

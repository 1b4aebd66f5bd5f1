"""From a question as asked to a question as understood."""

from __future__ import annotations

from datetime import date

from index.analysis.stems import stem
from index.analysis.words import words_of
from index.opened import OpenIndex
from ingest.places.gazetteer import municipalities_in, regions_in
from service.records import Language, Question, Understood
from service.understanding.cleft import straight
from service.understanding.followup import standing_alone
from service.understanding.kind import kind_of
from service.understanding.language import language_of
from service.understanding.names import bodies_in, councils_in, persons_in
from service.understanding.periods import periods_in
from service.understanding.plain import plain
from service.understanding.references import case_number_in, item_number_in, quoted_in, sections_in, without_titles
from service.understanding.tasks import tasks_in
from service.understanding.vocabulary import vocabulary_of


def understand(question: Question, index: OpenIndex) -> Understood:
    """Read a question: language, kind, what it names; a follow-up is rewritten first, with what the earlier questions said."""
    known = vocabulary_of(index, question.filters.access)
    text = straight(plain(standing_alone(question, known)))
    outside = without_titles(text)
    language = language_of(question.text)
    return Understood(
        asked=question.text,
        text=text,
        language=language,
        kind=kind_of(text),
        municipalities=_municipalities(outside, language, index),
        regions=regions_in(outside),
        councils=councils_in(outside, known.councils),
        bodies=bodies_in(outside, known.bodies),
        persons=persons_in(text, known.persons),
        tasks=tasks_in(text, known.tasks, known.long_forms),
        periods=periods_in(outside, index.summary.newest_date, lambda: _days_met(question, index)),
        item_number=item_number_in(outside),
        case_number=case_number_in(text),
        quoted=quoted_in(text),
        sections=sections_in(text),
        filters=question.filters,
    )


def _days_met(question: Question, index: OpenIndex) -> list[date]:
    return [meeting.date for meeting in index.store.meetings(question.filters) if meeting.date is not None]


def _municipalities(text: str, language: Language, index: OpenIndex) -> tuple[str, ...]:
    """The municipalities of a question, each once.

    What looks like one but for a slip is none where it is a small English word ("assets") or the corpus has it as it is written.
    """
    exact = {mention.name for mention in municipalities_in(text, slips_allowed=False)}
    names = dict.fromkeys(
        mention.name
        for mention in municipalities_in(text)
        if mention.name in exact
        or (
            (language is Language.DANISH or text[mention.start].isupper())
            and not _stands(text[mention.start : mention.end], index)
        )
    )
    return tuple(names)


def _stands(text: str, index: OpenIndex) -> bool:
    """Whether every word of a text stands in an open passage."""
    return all(index.lexical.frequencies.get(stem(word)) for word in words_of(text))

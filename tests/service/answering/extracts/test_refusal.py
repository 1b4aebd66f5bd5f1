"""When nothing is found, or what is found is about something else."""

from __future__ import annotations

from datetime import date

import pytest

from index.opened import OpenIndex
from service.answering.extracts.roles import is_role
from service.answering.frames import not_found
from service.answering.grounds import meeting_is_missing, names_others, tells_of_day
from service.assistant import Assistant
from service.records import Coverage, Language, Question
from service.settings import Settings
from service.understanding.understand import understand


@pytest.fixture(scope="module")
def careful(index: OpenIndex) -> Assistant:
    """An assistant with the bound of the settings."""
    return Assistant(index, Settings())


@pytest.mark.parametrize(
    "question",
    [
        "Hvad koster et årskort til svømmehallen i Odense?",
        "Hvad besluttede Strandudvalget den 9. april 2026?",
        "Who is the president of the European Commission?",
        "Hvor mange elever går der på Hou Skole?",
        "Hvem er direktør for Havneselskabet?",
        "Hvad koster det?",
        "Tak for hjælpen",
    ],
)
def test_a_question_the_corpus_does_not_answer_is_refused(careful: Assistant, question: str) -> None:
    """Another town, a day without a meeting, another subject, nothing asked: no answer is made from what merely looks alike."""
    answer = careful.ask(Question(text=question))
    assert answer.abstained
    assert answer.kind == "refusal"
    assert answer.coverage is not None
    assert answer.coverage.document_count == 2


def test_a_refusal_says_what_was_searched_and_what_could_not_be_read() -> None:
    """Twelve documents, through a day, one unreadable, and where to look."""
    coverage = Coverage(document_count=12, newest_date=date(2026, 5, 29), unreadable=("a.pdf",))
    assert not_found(coverage, Language.DANISH, nearest=True) == (
        "Det fandt jeg ikke svar på i 12 dokumenter til og med 29. maj 2026. 1 kunne ikke læses. "
        "De nærmeste steder er vist som kilder."
    )
    assert not_found(coverage, Language.ENGLISH, nearest=False) == (
        "I did not find an answer to that in 12 documents through 29 May 2026. 1 could not be read."
    )


def test_a_passage_about_another_municipality_is_about_others(index: OpenIndex) -> None:
    """Odder is asked about; Odense merely looks alike."""
    understood = understand(Question(text="Hvem driver stranden i Odder Kommune?"), index)
    assert names_others(understood, "Stranden i Odense drives af havnen.")
    assert not names_others(understood, "Stranden i Odder drives af havnen.")


def test_what_was_decided_on_a_day_without_a_meeting_is_missing(index: OpenIndex) -> None:
    """Strandudvalget met on 3 March 2026, not on 9 April."""
    assert meeting_is_missing(understand(Question(text="Hvad besluttede Strandudvalget den 9. april 2026?"), index), index)
    assert not meeting_is_missing(understand(Question(text="Hvad besluttede Strandudvalget den 3. marts 2026?"), index), index)


def test_what_happened_on_a_day_may_be_told_in_the_minutes_of_another_body(index: OpenIndex) -> None:
    """A quote with the day and the deed tells it; one with the day alone does not."""
    understood = understand(Question(text="Hvad besluttede Havnerådet den 9. april 2026?"), index)
    assert tells_of_day(understood, "Havnerådet besluttede på møde den 9. april at male broen.")
    assert not tells_of_day(understood, "Havnerådet mødes den 9. april.")
    assert not tells_of_day(understood, "Havnerådet besluttede den 8. april at male broen.")


@pytest.mark.parametrize("word", ["direktør", "direktoer", "kommunaldirektør", "revisor", "koordinatoren"])
def test_an_office_is_known_by_the_end_of_its_word(word: str) -> None:
    """Also as folded."""
    assert is_role(word)

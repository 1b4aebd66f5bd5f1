"""What a thing is, whether it may be done, and what somebody said about it."""

from __future__ import annotations

from datetime import date

import pytest

from index.build import build
from index.opened import open_index
from service.answering.extracts.spans.conditions import find_conditions
from service.answering.extracts.spans.places import find_venues
from service.answering.extracts.wanted import Wanted, wanted_of
from service.assistant import Assistant
from service.records import Language, Question, QuestionKind, Understood
from service.settings import Settings
from service.understanding.kind import kind_of
from service.understanding.periods import periods_in

LETTER = """Brev om bådpladser

Baggrund
Havnen har bedt om flere gæstebroer, og gæstebroer står højt på listen over ønsker fra gæstebroernes brugere.
Det er aftalt, at der i 2027 skal bygges fire gæstebroer.

Begreber
En gæstebro er en flydende bro, hvor besøgende både ligger højst to nætter.
Stejlepladser, hvor garn hænges til tørre, lejes ud for et år ad gangen.
Som jolle regnes både under fem meter.
Både, der har ligget to år uden ejer – herreløse både – sælges på auktion.
Frihavn: en havn uden betaling.
Havnefogeden kan afvise en båd, hvis den er længere end tolv meter.

Mødet
Mødet havde deltagelse af skibsreder Holger Tang. Der var kaffe til alle.
"""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over one letter that answers whatever it finds."""
    base = tmp_path_factory.mktemp("defining")
    (base / "docs").mkdir()
    (base / "docs" / "brev_2026-02-01.txt").write_text(LETTER, encoding="utf-8")
    build([base / "docs"], base / "index", workers=1)
    return Assistant(open_index(base / "index"), Settings(min_confidence=0.01))


def test_the_sentence_that_says_what_a_thing_is_comes_before_those_that_name_it_more_often(letters: Assistant) -> None:
    """Two sentences say the word oftener; only the third says what it is."""
    assert "flydende bro" in letters.ask(Question(text="Hvad er en gæstebro?")).text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvad er en stejleplads?", "garn hænges"),
        ("Hvad tæller som jolle?", "under fem meter"),
        ("Hvad vil det sige, at en båd er herreløs?", "to år uden ejer"),
        ("Hvad dækker en frihavn?", "uden betaling"),
        ("Hvornår er en båd herreløs?", "to år uden ejer"),
    ],
)
def test_a_meaning_is_told_in_many_ways_and_asked_for_in_as_many(letters: Assistant, question: str, words: str) -> None:
    """By a clause behind the term, by "regnes", by the term between dashes, by few words behind a colon."""
    assert words in letters.ask(Question(text=question)).text


def test_when_something_may_be_done_is_told_by_a_condition(letters: Assistant) -> None:
    """The question "Hvornår må" asks for a case and no day."""
    answer = letters.ask(Question(text="Hvornår må havnefogeden afvise en båd?"))
    assert "længere end tolv meter" in answer.text


def test_who_only_attended_said_nothing_about_the_matter(letters: Assistant) -> None:
    """The name stands in the letter, the matter nowhere near it."""
    assert letters.ask(Question(text="Hvad sagde Holger Tang om havnelodserne?")).abstained


@pytest.mark.parametrize(
    ("question", "kind", "wanted"),
    [
        ("Under hvilke tre navne kendes broen?", QuestionKind.LIST, Wanted.LIST),
        ("Hvornår kan aftalen opsiges?", QuestionKind.WHEN, Wanted.CONDITION),
        ("Hvornår kan broen tidligst åbne?", QuestionKind.WHEN, Wanted.DATE),
        ("Hvilken dag mødes rådet?", QuestionKind.WHEN, Wanted.DATE),
        ("Hvilket versionsnummer har planen?", QuestionKind.WHAT, Wanted.IDENTIFIER),
        ("Which ministry gets the plan?", QuestionKind.WHAT, Wanted.ACTOR),
    ],
)
def test_questions_want_what_their_first_words_say(question: str, kind: QuestionKind, wanted: Wanted) -> None:
    """The kind of the question, and the first kind of words that answers it."""
    language = Language.ENGLISH if question.startswith("Which") else Language.DANISH
    assert kind_of(question) is kind
    assert wanted_of(Understood(asked=question, text=question, language=language, kind=kind))[0] is wanted


def test_a_condition_and_a_day_both_answer_when_something_may_be_done() -> None:
    """The words "hvis" and "den 3. maj" are found, in this order of kinds."""
    text = "Broen lukkes hvis det stormer, og altid den 3. maj 2026."
    assert next(text[span.start : span.end] for span in find_conditions(text)) == "hvis"
    assert len(find_conditions(text)) == 2


def test_local_bodies_are_no_room() -> None:
    """The word "lokale" before a name is a room, but behind an article it says which bodies."""
    assert not find_venues("Det drøftes i De Lokale Bådlaug.")
    assert find_venues("Mødet holdes i lokale 4.")


def test_a_month_without_a_year_is_the_one_in_which_somebody_met() -> None:
    """Nearest to May 2026 is August 2026, but the meeting was in August 2025; a year that is said stays."""
    met = [date(2025, 8, 22)]
    assert periods_in("mødet i august", date(2026, 5, 29), lambda: met) == ((date(2025, 8, 1), date(2025, 8, 31)),)
    assert periods_in("mødet i august", date(2026, 5, 29)) == ((date(2026, 8, 1), date(2026, 8, 31)),)
    assert periods_in("mødet i august 2026", date(2026, 5, 29), lambda: met) == ((date(2026, 8, 1), date(2026, 8, 31)),)

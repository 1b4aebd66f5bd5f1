"""Questions in English and in both languages at once: which language is asked in, and what kind of answer is wanted."""

from __future__ import annotations

import pytest

from service.records import Language, QuestionKind
from service.understanding.kind import kind_of
from service.understanding.language import language_of
from service.understanding.plain import plain
from service.understanding.translated import in_danish, in_danish_of


@pytest.mark.parametrize(
    "question",
    [
        "School camps?",
        "Next meeting?",
        "opening hours genbrugsplads",
        "Who chairs Udvalget for Kultur og Fritid?",
        "And Samsø?",
        "Anything decided on kørsel?",
        "total expenses 2025",
    ],
)
def test_short_and_mixed_questions_in_english_are_english(question: str) -> None:
    """By their little words, the first most of all; else by the words that are English alone; names say nothing."""
    assert language_of(question) is Language.ENGLISH


@pytest.mark.parametrize(
    "question",
    [
        "Lejrskoler?",
        "Og hvad med Samsø?",
        "frist høringssvar",
        "budget akutpleje",
        "Hvad siger strategien om cloud?",
        "samlede udgifter",
    ],
)
def test_short_questions_in_danish_are_danish(question: str) -> None:
    """Also with a borrowed word, and where nothing tells."""
    assert language_of(question) is Language.DANISH


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How come the beds stay with the municipality?", QuestionKind.WHY),
        ("What's the reason the merger was dropped?", QuestionKind.WHY),
        ("On what grounds was the permit refused?", QuestionKind.WHY),
        ("How soon will it start?", QuestionKind.WHEN),
        ("What is the price of a ticket?", QuestionKind.HOW_MANY),
        ("What percentage of the patients wait?", QuestionKind.HOW_MANY),
        ("What happened with the proposal on school camps?", QuestionKind.DECISION),
        ("What came of the proposal?", QuestionKind.DECISION),
        ("Which person is in charge of the pool?", QuestionKind.WHO),
        ("In which room is the meeting held?", QuestionKind.WHERE),
        ("What's a health council?", QuestionKind.DEFINITION),
        ("What is ABC short for?", QuestionKind.DEFINITION),
        ("What was the rationale for the merger?", QuestionKind.WHY),
        ("What is the maximum rent?", QuestionKind.HOW_MANY),
        ("What is the budget for next year?", QuestionKind.HOW_MANY),
        ("At what date does it expire?", QuestionKind.WHEN),
        ("How early must the agenda be sent?", QuestionKind.WHEN),
        ("How is the roll-out going?", QuestionKind.STATUS),
        ("How did the case end?", QuestionKind.DECISION),
        ("What topics were discussed?", QuestionKind.LIST),
        ("What is the venue?", QuestionKind.WHERE),
        ("Define host municipality.", QuestionKind.DEFINITION),
        ("Am I allowed to bring a dog?", QuestionKind.YES_NO),
        ("Isn't the pool closed?", QuestionKind.YES_NO),
    ],
)
def test_english_asks_in_many_ways(question: str, kind: QuestionKind) -> None:
    """The words it asks with are not those of a schoolbook alone."""
    assert kind_of(question) is kind


def test_english_is_put_into_the_words_that_fit() -> None:
    """The best rendering where nothing is said to fit; else the first that does, two words as one where that fits."""
    question = "What was decided about the energy drinks?"
    assert in_danish(question).endswith("energi drikke")
    assert in_danish_of(question, {"energidrikke"}.__contains__).endswith("energidrikke")
    assert in_danish_of("Hvad med energien?", lambda word: True) == "Hvad med energien?"


@pytest.mark.parametrize(
    ("asked", "question"),
    [
        ("Can you tell me who runs the clinic?", "Who runs the clinic?"),
        ("Hi, do you know when it opens?", "When it opens?"),
        ("I'd like to know in which room we meet.", "In which room we meet."),
        ("Kan du sige mig, hvem der driver klinikken?", "Hvem der driver klinikken?"),
        ("Jeg vil gerne vide, om klinikken er åben.", "Om klinikken er åben."),
        ("Ved du hvorfor?", "Hvorfor?"),
        ("Can you open the clinic?", "Can you open the clinic?"),
        ("Explain.", "Explain."),
    ],
)
def test_courtesies_in_front_of_a_question_are_left_out(asked: str, question: str) -> None:
    """Where a question stands behind them."""
    assert plain(asked) == question

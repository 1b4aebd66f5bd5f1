"""What is named only as an example is not told: which of it, nobody says."""

from __future__ import annotations

import pytest

from service.answering.extracts.examples import only_example


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvilken vagtordning kræver reglerne?", "Reglerne stiller krav om fx oplæring, vagtordning og nøgler."),
        ("Hvilket værktøj låner naboen?", "Løst gods: Fx stiger, værktøj."),
        ("Hvilke kurser får de frivillige?", "De frivillige tilbydes bl.a. frokost, kurser og fri kørsel."),
        ("Which training do the guides take?", "Guides are offered benefits such as meals, training and free travel."),
        ("Hvilken slags forsikring har foreningen?", "Foreningen har udgifter til f.eks. husleje og forsikring."),
    ],
)
def test_one_of_some_examples_does_not_tell_which(question: str, text: str) -> None:
    """The kind that is asked for stands among the examples, and nothing is said of it."""
    assert only_example(question, [text]) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvilket værktøj låner naboen?", "Naboen låner værktøj, fx stiger og save."),
        ("Hvilke kurser får de frivillige?", "De tilbydes fx frokost og kurser i førstehjælp."),
        ("Hvilken vagtordning kræver reglerne?", "Reglerne kræver fx oplæring og vagtordning. Vagtordningen er to mand."),
        ("Hvilke udgifter har foreningen?", "Foreningen har udgifter til f.eks. husleje og forsikring."),
        ("Hvornår er der kursus?", "De tilbydes fx frokost og kursus."),
    ],
)
def test_what_more_is_said_of_it_may_tell(question: str, text: str) -> None:
    """It has examples of its own, words beside it, or a sentence of its own."""
    assert only_example(question, [text]) == 0.0

"""The thing a question asks after, and what an answer need not repeat."""

from __future__ import annotations

import pytest

from service.answering.extracts.focus import attributed, focus_of, object_of
from service.answering.extracts.spans.names import find_parties
from service.answering.extracts.spans.numerals import find_counts


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("Hvor mange elever går på skolen i Hou?", {"elever"}),
        ("Hvilken bil kører havnefogeden?", {"bil"}),
        ("Hvem er kommunal medformand for gruppen?", {"medformand"}),
        ("Hvad var den lokale havns bekymring ved molen?", {"bekymring"}),
        ("What is the population of Hou?", {"population"}),
        ("How many boats does the harbour have?", {"boats"}),
    ],
)
def test_the_noun_asked_after_stands_behind_the_asking_word_and_its_adjectives(question: str, noun: set[str]) -> None:
    """A quote that does not say it is about something else."""
    assert focus_of(question) == noun


@pytest.mark.parametrize(
    "question", ["Hvor mange penge er der sat af?", "Hvilken dato er mødet?", "Who is responsible for the pier?"]
)
def test_a_noun_that_only_says_what_kind_of_words_is_wanted_need_not_be_repeated(question: str) -> None:
    """A sum answers a question for money without the word."""
    assert focus_of(question) == frozenset()


def test_what_the_first_verb_is_about_is_the_object() -> None:
    """With or without an article, in Danish and English."""
    assert object_of("Hvem driver den gamle mole i Hou?") == {"mole"}
    assert object_of("Hvem driver tandplejen i Hou?") == {"tandplejen"}
    assert object_of("Who runs the ferry?") == {"ferry"}


def test_words_that_say_where_the_answer_stands_are_no_part_of_what_is_asked() -> None:
    """The words after "ifølge" need not stand in the quote."""
    assert "referatet" in attributed("Hvad koster molen ifølge referatet fra marts?")
    assert attributed("Hvad koster molen?") == frozenset()


def test_parties_stand_by_name_by_letter_behind_a_person_and_by_letters_in_a_vote() -> None:
    """And nowhere else."""
    text = "Poul Skov (V) stemte imod. For stemte A, F og Ø."
    assert [span.of(text) for span in find_parties(text)] == ["(V)", "A, F og Ø"]


def test_a_number_that_names_a_company_counts_nothing() -> None:
    """Nor does any number of seven digits in one."""
    assert find_counts("Hou Havn (CVR 11223344) og konto 12345678") == ()

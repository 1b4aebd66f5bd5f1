"""Words of a question that no fact need account for, words that one must, and words that stand for each other in a header."""

from __future__ import annotations

from importlib.resources import files

import pytest

from service.answering.facts.leftover import WORDS, is_part, leftover, needs_no_account
from service.answering.tables.asked_terms import asked_terms
from service.answering.tables.numbers import NumberColumn, header_match
from service.records import Language


@pytest.mark.parametrize("word", ["hvilke", "alle", "endnu", "kommunen", "opgaverne", "driver", "going"])
def test_a_word_of_any_question_needs_no_account(word: str) -> None:
    """In whatever form: the list is known by its stems."""
    assert needs_no_account(word)


@pytest.mark.parametrize("word", ["frist", "pris", "holde", "kursus", "leder"])
def test_what_a_column_or_row_may_tell_must_be_accounted_for(word: str) -> None:
    """Who holds a course is not who collects offers for it."""
    assert not needs_no_account(word)


def test_what_is_left_over_is_what_nothing_explains() -> None:
    """The municipality and the task are explained, the lighthouse is not; a table's terms leave the same words out."""
    assert leftover("Driver Odder Kommune endnu alle bade ved fyrtårnet?", ["bade"]) == ("fyrtaarnet",)
    terms = asked_terms("Hvor mange bade er der endnu?", Language.DANISH)
    assert [term.text for term in terms if not term.is_general] == ["bade"]


def test_every_word_stands_once_in_the_list() -> None:
    """A word that stands under both headings would be one of any question."""
    lines = files("service.answering.facts").joinpath(WORDS).read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    assert len(words) == len(set(words))


def test_parts_of_a_compound_are_its_beginning_and_its_end() -> None:
    """Of four letters at least: "tid" stands in too many words."""
    assert is_part("venteliste", "liste")
    assert is_part("bade", "badeanstalt")
    assert not is_part("ventetid", "tid")
    assert not is_part("anstalt", "badeanstalten")


def test_a_header_names_the_thing_counted_in_any_number() -> None:
    """Five letters of "plads" meet "bassinpladser"; how it is counted ("antal") is no name."""
    column = NumberColumn(relation="Antal bassinpladser", cells=(), totals=())
    assert header_match(column, ("plads",)) == 5
    assert header_match(column, ("antal",)) == 0

"""A body that the question names by its initials is the body whose name the text writes out."""

from __future__ import annotations

import re

import pytest

from service.answering.extracts.short_forms import is_said_short, short_form
from service.answering.extracts.words import WORD


def _last(text: str, *parts: str) -> str:
    matches: list[re.Match[str]] = list(WORD.finditer(text))
    return short_form(len(matches) - 1, matches, text, lambda _: parts)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Fælles Havneudvalg", "fhu"),
        ("det Fælles Havneudvalg", "fhu"),
        ("Økonomiudvalget", "oeu"),
        ("Børne- og Ungdomsudvalget", "buu"),
        ("Plan-, Teknik- og Miljøudvalgets", "ptmu"),
        ("Strategisk Strandforum", "ssf"),
    ],
)
def test_a_body_has_the_initials_of_its_words_and_of_its_noun(name: str, short: str) -> None:
    """The noun of the body gives a letter of its own; article and "og" give none."""
    assert _last(name) == short


def test_the_parts_of_a_long_compound_give_a_letter_each() -> None:
    """The corpus knows that "Havnesamarbejdsudvalg" is harbour, co-operation and committee."""
    assert _last("Havnesamarbejdsudvalget", "havnesamarbejd", "udvalg", "havn", "samarbejd") == "hsu"


@pytest.mark.parametrize("name", ["havneudvalget", "Udvalget", "Havnen", "Hos Karen"])
def test_what_names_no_body_has_no_initials(name: str) -> None:
    """Neither a word in small letters nor a body without a name of its own."""
    assert _last(name) == ""


def test_a_body_that_opens_a_sentence_takes_no_word_before_it_in() -> None:
    """A name in the definite has no adjective before it: "Hos" is none of it."""
    assert _last("Hos Økonomiudvalget") == "oeu"


def test_the_question_has_said_a_body_by_its_short_form() -> None:
    """So the long form is no news to who asks what FHU did; a meeting's compound says it too."""
    assert is_said_short("Fælles Havneudvalg", {"hvad", "fhu"})
    assert is_said_short("Fælles Havneudvalg", {"fhu-mødet"})
    assert not is_said_short("Fælles Strandudvalg", {"hvad", "fhu"})

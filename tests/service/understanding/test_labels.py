"""Things told apart by a letter or number, and follow-ups that exchange it."""

from __future__ import annotations

import pytest

from service.understanding.labels import label_of, labels_in, with_other_label


@pytest.mark.parametrize(
    ("text", "noun", "mark"),
    [
        ("Hvor mange er med i tredje bølge?", "boelge", "3"),
        ("Hvor mange er med i 3. bølge?", "boelge", "3"),
        ("Who leads the fourth stage (etape)?", "etape", "4"),
        ("What does model B cost?", "model", "b"),
        ("Hvem vandt delaftale 2?", "delaftale", "2"),
    ],
)
def test_ordinals_numbers_and_letters_name_one_of_several_things(text: str, noun: str, mark: str) -> None:
    """In front of the noun or behind it, in both languages."""
    assert any(label.names(noun, mark) for label in labels_in(text))


def test_days_weeks_and_agenda_items_are_no_labels() -> None:
    """What "den 3. maj", "uge 39" and "punkt 4" count is something else."""
    assert labels_in("Hvad skete den 3. maj i uge 39 under punkt 4?") == ()


def test_a_row_of_numbers_has_its_noun_from_its_header() -> None:
    """The printed name says both, or the header says what the number counts."""
    assert label_of("Delaftale 2") == ("delaftale", "2")
    assert label_of("2", "Etape") == ("etape", "2")
    assert label_of("Nordby", "Distrikt") is None


@pytest.mark.parametrize(
    ("last", "text", "whole"),
    [
        ("Hvad koster model A om året?", "i model C?", "Hvad koster model C om året?"),
        ("Hvor mange er med i første etape?", "i den fjerde?", "Hvor mange er med i fjerde etape?"),
        ("Hvad koster model A?", "B?", "Hvad koster model B?"),
        ("Hvem leder gruppen?", "i model C?", None),
    ],
)
def test_a_follow_up_may_name_only_the_other_label(last: str, text: str, whole: str | None) -> None:
    """All else is taken from the question before, which must have a label to exchange."""
    assert with_other_label(text, last) == whole

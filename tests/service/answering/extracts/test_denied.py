"""What a sentence denies: by a negation, by what it leaves out, by a "without" of the very thing asked about."""

from __future__ import annotations

import pytest

from service.answering.yes_no import is_denied


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Må hunde komme på stranden?", "Der er ikke adgang for hunde."),
        ("Er både med motor med i ordningen?", "Både med motor ligger uden for ordningen."),
        ("Har gæsterne stemmeret i laget?", "Gæster er med som tilhørere uden stemmeret."),
        ("Fik kiosken lov til at have åbent?", "Kiosken fik afslag."),
    ],
)
def test_a_sentence_denies_what_it_leaves_out_or_is_without(question: str, text: str) -> None:
    """A refusal, "uden for" and "uden stemmeret" say no as well as "ikke" does."""
    assert is_denied(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Må hunde komme på stranden?", "Der er adgang for hunde uden gebyr."),
        ("Gavner det også dem uden for laget?", "Det gavner også dem, der står uden for laget."),
        ("Is there a lifeguard?", "Der er en livredder."),
    ],
)
def test_a_without_of_something_else_denies_nothing(question: str, text: str) -> None:
    """Nor does "outside" where the question asks for those outside."""
    assert not is_denied(question, text)

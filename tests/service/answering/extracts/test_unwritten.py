"""The parts of compounds that a corpus does not have."""

from __future__ import annotations

from service.answering.extracts.unwritten import Unwritten

TERMS = ("badebroudvalg", "program", "sejlklub", "aftal")


def _known(word: str) -> str:
    return word if word in TERMS else ""


def test_a_compound_is_split_where_a_word_of_the_corpus_begins_alike_and_another_is_its_head() -> None:
    """The word "badebro" stands only in "badebroudvalg", which is enough to tell the two parts of "badebroprogram"."""
    assert Unwritten(TERMS).parts("badebroprogram", _known) == ("badebro", "program")


def test_a_linking_letter_is_no_part() -> None:
    """The s between the two is left out."""
    assert Unwritten(TERMS).parts("sejlklubsaftal", _known) == ("sejlklub", "aftal")


def test_nothing_is_guessed_of_a_beginning_that_the_corpus_never_has() -> None:
    """A known head alone does not tell what its first part is."""
    assert Unwritten(TERMS).parts("motorbaadaftal", _known) == ()

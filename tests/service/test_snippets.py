"""The part of a passage that a search shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from service.snippets import SNIPPET_CHARACTERS, snippet


def test_a_short_passage_is_shown_whole() -> None:
    """Without an ellipsis."""
    assert snippet("Færgen sejler hver time.", "færgen") == ("Færgen sejler hver time.", ("Færgen",))


def test_the_stretch_with_most_of_the_words_is_shown() -> None:
    """Not the beginning, where none stands."""
    text = "indledning " * 60 + "molen bygges af egetræ i Hou " + "slutning " * 60
    shown, terms = snippet(text, "mole egetræ")
    assert "molen bygges af egetræ" in shown
    assert terms == ("egetræ", "molen")
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_another_form_of_a_word_counts_and_a_short_word_does_not_match_longer_ones() -> None:
    """`mole` is meant by `molen`; `af` not by `aftale`."""
    assert snippet("Molen og aftalen", "mole af")[1] == ("Molen",)


@given(text=st.text(max_size=2_000), query=st.text(max_size=50))
def test_a_snippet_is_never_much_longer_than_its_bound_and_adds_no_word(text: str, query: str) -> None:
    """Whatever the text."""
    shown, terms = snippet(text, query)
    assert len(shown) <= SNIPPET_CHARACTERS + 4
    assert all(term in text for term in terms)
    assert shown.removeprefix("… ").removesuffix(" …") in text

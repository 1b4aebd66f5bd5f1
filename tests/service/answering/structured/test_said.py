"""Which words a set of stems says."""

from __future__ import annotations

import pytest

from service.answering.minutes.said import Said


@pytest.mark.parametrize(
    ("word", "stems", "surely"),
    [
        ("sti", {"sti", "lys"}, 1.0),
        ("natcafeen", {"natcafee"}, 1.0),
        ("natcafe", {"natcafee"}, 1.0),
        ("rygproegram", {"rygproeblem"}, 0.8),
        ("skolesammenlaegning", {"sammenlaegning"}, 0.8),
        ("vejklasser", {"vej", "klas"}, 0.8),
        ("vejklasser", {"vej"}, 0.0),
        ("sti", {"stier"}, 0.0),
    ],
)
def test_a_word_is_said_by_itself_by_an_inflection_or_by_what_it_is_made_of(word: str, stems: set[str], surely: float) -> None:
    """Fully by itself and by what differs in a last letter, at 0.8 by a beginning, an ending or both parts, else not."""
    assert Said(frozenset(stems)).surely(word) == surely

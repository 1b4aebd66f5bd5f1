"""A document named by one long word of its title."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from index.opened import OpenIndex
from service.records import Draft

NOTE = """Notat: Fyrtårnskoordinatorer i de fire havne

Dato: 9. januar 2026
Udarbejdet af: Konsulent Gerda Thyme
Telefon: 11 22 33 44

Baggrund

Hver havn har en koordinator, der taler med lodserne om vagter og om vejret.
"""


def test_one_long_word_of_a_title_names_the_document(
    open_corpus: Callable[[Mapping[str, str]], OpenIndex], strongest: Callable[..., Draft | None]
) -> None:
    """The author stands on the first page; the question says no more of the title than its longest word."""
    index = open_corpus({"notat_2026-01-09.txt": NOTE})
    draft = strongest(index, "Who wrote the notat about fyrtårnskoordinatorer?")
    assert draft is not None
    assert "Gerda Thyme" in draft.text

"""Tables with one municipality a row: codes with a key, marks, colours, and two tables of one day that disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

CODES = """<html><head><title>Hvem henter hvad</title></head><body><main><h1>Hvem henter hvad</h1><p>Opdateret 4. marts 2026</p>
<table><tr><th>Kommune</th><th>Kompost</th><th>Glasaffald</th></tr><tr><td>Struer</td><td>K</td><td>S</td></tr>
<tr><td>Lemvig</td><td>S</td><td>S</td></tr><tr><td>Skive</td><td>P</td><td>K</td></tr></table>
<p>K = kommunen henter selv. S = Sydselskabet henter for kommunen. P = privat vognmand efter udbud.</p>
<h2>Bustur</h2><p>✓ betyder, at kommunen er med. (✓) betyder, at kommunen er med fra 2028.</p>
<table><tr><th>Kommune</th><th>Badebus</th><th>Skovbus</th></tr><tr><td>Struer</td><td>✓</td><td></td></tr>
<tr><td>Lemvig</td><td>(✓)</td><td>✓</td></tr><tr><td>Skive</td><td>✓</td><td>✓</td></tr></table></main></body></html>"""

OTHER = """<html><head><title>Kompost</title></head><body><main><h1>Kompost</h1><p>Opdateret 4. marts 2026</p>
<table><tr><th>Kommune</th><th>Kompost</th></tr><tr><td>Struer</td><td>S</td></tr><tr><td>Lemvig</td><td>S</td></tr></table>
<p>K = kommunen henter selv. S = Sydselskabet henter for kommunen.</p></main></body></html>"""


@pytest.fixture(scope="module")
def codes(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The page of codes and marks."""
    return open_corpus({"affald_2026-03-04.html": CODES})


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Hvem henter glasaffald i Lemvig?",
            "Lemvig Kommune, glasaffald: S – »Sydselskabet henter for kommunen.« Pr. 4. marts 2026.",
        ),
        ("Hvilke kommuner bruger Sydselskabet til glasaffald?", "To kommuner: Lemvig og Struer (glasaffald). Pr. 4. marts 2026."),
        ("Hvor mange kommuner har privat vognmand til kompost?", "En kommune: Skive (kompost). Pr. 4. marts 2026."),
        (
            "Er Struer med i skovbussen?",
            "Nej, Struer Kommune er ikke markeret under skovbus; det er Lemvig og Skive. Pr. 4. marts 2026.",
        ),
        (
            "Is Lemvig part of the badebus?",
            "Lemvig Kommune is marked with (✓) under badebus: »kommunen er med fra 2028.« As of 4 March 2026.",
        ),
        ("Hvad betyder koden S i tabellen?", "S: »Sydselskabet henter for kommunen.« Pr. 4. marts 2026."),
        (
            "Hvilke kommuner er med i badebussen?",
            "To kommuner: Struer og Skive. »kommunen er med fra 2028«: Lemvig. Pr. 4. marts 2026.",
        ),
    ],
)
def test_codes_and_marks_are_told_by_what_they_mean(
    codes: OpenIndex, strongest: Callable[..., Draft | None], question: str, text: str
) -> None:
    """The key of the same document explains them; a field without a mark is a no only where every mark is one."""
    draft = strongest(codes, question)
    assert draft is not None
    assert draft.text == text


@pytest.mark.parametrize(
    "question", ["Hvem henter glasaffald i Holstebro?", "Hvem henter pap i Lemvig?", "Er Thisted med i badebussen?"]
)
def test_a_municipality_or_task_that_no_table_has_is_not_answered(
    codes: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """What merely looks alike is no evidence."""
    assert strongest(codes, question) is None


def test_two_tables_of_one_day_that_disagree_are_both_told(
    open_corpus: Callable[[Mapping[str, str]], OpenIndex], strongest: Callable[..., Draft | None]
) -> None:
    """Neither is newer, so the answer says both, and the other stands as conflict."""
    corpus = open_corpus({"affald_2026-03-04.html": CODES, "kompost_2026-03-04.html": OTHER})
    draft = strongest(corpus, "Hvem henter kompost i Struer?")
    assert draft is not None
    assert "kommunen henter selv" in draft.text
    assert "Sydselskabet henter for kommunen" in draft.text
    assert "En anden kilde fra samme dag siger:" in draft.text
    assert len(draft.conflicts) == 1

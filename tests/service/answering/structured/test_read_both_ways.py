"""Tables of letters, references, states, ends of a scale and notes: read by row, by column and by what stands in the cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.opened import OpenIndex
from service.records import Draft

LETTERS = """<html><head><title>Hvem gør hvad i havnen</title></head><body><main><h1>Hvem gør hvad i havnen</h1>
<table><tr><th>Opgave</th><th>Havnevagt</th><th>Odder</th><th>Samsø</th></tr>
<tr><td>Isvagt</td><td>O</td><td>S</td><td></td></tr>
<tr><td>Slæbested</td><td>S</td><td>O</td><td>B ¹</td></tr>
<tr><td>Badebro</td><td>B</td><td>O</td><td>O</td></tr></table>
<p>Bogstaverne betyder: S styrer opgaven, O ordner det daglige, B bidrager med folk.</p>
<p>¹ Samsø låner en kran af færgeselskabet i Hou.</p>
<table><tr><th>Spørgsmål om</th><th>Odder</th><th>Samsø</th><th>Hou</th></tr>
<tr><td>Pladsleje</td><td>Asta Brink</td><td>Som Odder</td><td>se Samsø</td></tr>
<tr><td>Bølgeskader</td><td>Per Vang</td><td>do.</td><td>Liv Krogh</td></tr></table></main></body></html>"""

COUNTS = """<html><head><title>Joller i fire kommuner</title></head><body><main><h1>Joller i fire kommuner</h1>
<p>Opgjort 3. marts 2026</p>
<table><tr><th>Kommune</th><th>Joller 2024</th><th>Joller 2025</th><th>Heraf lånte joller</th><th>Ventetid (dage)</th>
<th>Stade</th><th>Bemærkning</th></tr>
<tr><td>Struer</td><td>14</td><td>19</td><td>3</td><td>8</td><td>I drift</td><td></td></tr>
<tr><td>Lemvig</td><td>22</td><td>–</td><td>4</td><td>5*</td><td>I drift</td><td>Broen var lukket i maj</td></tr>
<tr><td>Skive</td><td>9</td><td>11</td><td>2</td><td>12</td><td>Forberedes</td><td></td></tr>
<tr><td>Morsø</td><td>7</td><td>8</td><td>1</td><td>6</td><td>Ikke startet</td><td>Afventer ny slæbevogn</td></tr>
<tr><td>I alt</td><td>52</td><td>38</td><td>10</td><td></td><td></td><td></td></tr></table>
<p>* Ventetiden i Lemvig er kun målt i sommermånederne.</p></main></body></html>"""


@pytest.fixture(scope="module")
def harbour(open_corpus: Callable[[dict[str, str]], OpenIndex]) -> OpenIndex:
    """A page of letters and references, and one of counts, in one index."""
    return open_corpus({"havn_2026-03-04.html": LETTERS, "joller_2026-03-03.html": COUNTS})


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvem styrer opgaven med isvagt?", "Odder (isvagt: S – »styrer opgaven«)"),
        ("Hvilke opgaver styrer Havnevagt?", "Slæbested (Havnevagt: S"),
        ("Hvilken rolle har Samsø i slæbestedet?", "»Samsø låner en kran af færgeselskabet i Hou.«"),
        ("Hvem tager sig af pladsleje på Samsø?", "Asta Brink (»Som Odder«)"),
        ("Hvem tager sig af bølgeskader på Samsø?", "Per Vang (»do.«)"),
        ("Hvilken kommune har den korteste ventetid på joller?", "Lemvig: 5* dage"),
        ("Which municipality has the most joller in 2025?", "Struer: 19 (joller 2025)"),
        ("Hvor mange joller havde Skive i 2024?", "9 (joller 2024: Skive)"),
        ("Hvor mange joller var der i alt i 2025?", "38 (joller 2025: I alt)"),
        ("Hvilke kommuner er ikke startet med joller?", "Skive og Morsø"),
        ("Hvor mange kommuner er i drift med joller?", "To: Struer og Lemvig"),
        ("Hvad er der særligt ved tallene fra Morsø?", "Afventer ny slæbevogn"),
        ("Hvad er der særligt ved ventetiden i Lemvig?", "»Ventetiden i Lemvig er kun målt i sommermånederne.«"),
    ],
)
def test_the_cells_that_are_meant_are_told_with_what_explains_them(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str
) -> None:
    """A letter with its meaning, a reference with where it leads, a figure with its row and column, a mark with its note."""
    draft = strongest(harbour, question)
    assert draft is not None
    assert part in draft.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange joller havde Lemvig i 2025?",
        "Hvor mange lånte joller havde Struer i 2023?",
        "Hvor mange borgere i Struer har takket nej til joller?",
        "Hvilken kommune mistede flest joller?",
        "Hvornår styrer Odder isvagt?",
    ],
)
def test_what_stands_in_no_cell_is_not_answered(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """An empty cell, another year, a refusal that no column counts, a difference between columns, a time that is not there."""
    assert strongest(harbour, question) is None

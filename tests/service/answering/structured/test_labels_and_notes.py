"""Rows named by ordinal, letter or another cell; notes and remarks on a cell; marks, crosses, and codes that deny."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

STAGES = """<html><head><title>Nye både</title></head><body><main><h1>Nye både</h1><p>Opdateret 4. marts 2026</p>
<table><tr><th>Hold</th><th>Havn</th><th>Opstart</th><th>Antal roere</th><th>Tovholder</th></tr>
<tr><td>1</td><td>Nordhavnen</td><td>2. maj 2026</td><td>18</td><td>Ida Krog</td></tr>
<tr><td>2</td><td>Lillebugten</td><td>9. juni 2026</td><td>25</td><td>Bo Strand</td></tr></table>
<table><tr><th></th><th>Løsning A</th><th>Løsning B</th></tr>
<tr><td>Årlig udgift</td><td>3 mio. kr.</td><td>2 mio. kr.</td></tr>
<tr><td>Kan begynde</td><td>1. maj 2027</td><td>1. juni 2027*</td></tr></table>
<p>* Kun hvis broen er færdig inden påske.</p></main></body></html>"""

TICKS = """<html><head><title>Tilbud ved stranden</title></head><body><main><h1>Ved stranden</h1><p>Opdateret 4. marts 2026</p>
<table><tr><th>Tilbud</th><th>Struer</th><th>Lemvig</th><th>Skive</th></tr>
<tr><td>Badebro</td><td>✓</td><td>✗</td><td>✓</td></tr><tr><td>Telefonvagt</td><td>✗</td><td>✓</td><td>✓</td></tr></table>
<p>✓: tilbuddet findes. ✗: tilbuddet findes ikke.</p>
<table><tr><th>Kommune</th><th>Redningsflåde</th><th>Sauna</th></tr><tr><td>Struer</td><td>2</td><td>0</td></tr>
<tr><td>Lemvig</td><td>0</td><td>1</td></tr><tr><td>Skive</td><td>2</td><td>–</td></tr></table>
<p>0 = ikke taget i brug. 1 = prøves af på én strand. 2 = fuldt indført på alle strande.</p>
<p>Skive: Saunaen lukkede 3. oktober 2025 efter en brand.</p>
<p>I Lemvig er saunaen for vinterbadere åben om tirsdagen.</p></main></body></html>"""


@pytest.fixture(scope="module")
def beach(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """Both pages as a corpus."""
    return open_corpus({"baade_2026-03-04.html": STAGES, "strand_2026-03-04.html": TICKS})


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange roere er der på andet hold?", "25 (antal roere: Hold 2)."),
        ("Who is coordinator (tovholder) of the first team (hold)?", "Hold 1, tovholder: Ida Krog."),
        ("Hvem er tovholder for Lillebugten?", "Lillebugten (Hold 2), tovholder: Bo Strand."),
        ("Hvad koster løsning B om året?", "2 mio. kr. (årlig udgift: Løsning B)."),
        (
            "Hvornår kan løsning B begynde?",
            "Kan begynde, løsning B: 1. juni 2027 – »Kun hvis broen er færdig inden påske.«",
        ),
        (
            "Hvornår lukkede saunaen i Skive?",
            "Skive, sauna: »Skive: Saunaen lukkede 3. oktober 2025 efter en brand.«",
        ),
        (
            "Hvem står for saunaen i Lemvig?",
            "Lemvig Kommune, sauna: 1 – »prøves af på én strand.« »I Lemvig er saunaen for vinterbadere åben om tirsdagen.«",
        ),
        ("Hvad gælder for saunaen i Skive?", "Skive, sauna: »Skive: Saunaen lukkede 3. oktober 2025 efter en brand.«"),
        ("Hvem står for saunaen for vinterbadere i Lemvig?", "»I Lemvig er saunaen for vinterbadere åben"),
        ("Hvilke kommuner har telefonvagt?", "To kommuner: Lemvig og Skive."),
        ("Which municipalities do not have a badebro?", "One municipality: Lemvig."),
        ("Har Struer telefonvagt?", "Nej, Struer Kommune er markeret med ✗ under telefonvagt: »tilbuddet findes ikke.«"),
        ("Er redningsflåden taget i brug i Lemvig?", "Nej: Lemvig Kommune, redningsflåde: 0 – »ikke taget i brug.«"),
        ("Which municipalities have fully introduced redningsflåde?", "Two municipalities: Skive and Struer (redningsflåde)."),
    ],
)
def test_a_cell_is_found_by_its_label_and_told_with_what_explains_it(
    beach: OpenIndex, strongest: Callable[..., Draft | None], question: str, text: str
) -> None:
    """Only the cell asked for is told, with its row's name; a dash alone says nothing."""
    draft = strongest(beach, question)
    assert draft is not None
    assert draft.text.startswith(text)


PROJECTS = """<html><head><title>Havneprojekter</title></head><body><main><h1>Havneprojekter</h1><p>Opdateret 4. marts 2026</p>
<table><tr><th>Delprojekt</th><th>Ejer</th><th>Farve</th></tr><tr><td>Slæbested</td><td>Bo Strand</td><td>Rød</td></tr>
<tr><td>Læmole</td><td>Ida Krog</td><td>Grøn</td></tr><tr><td>Fiskebro</td><td>Ida Krog</td><td>Grøn</td></tr></table>
<p>Grøn: projektet følger planen. Rød: projektet venter på en ny tilladelse.</p></main></body></html>"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvilke delprojekter venter på en tilladelse?", "Slæbested (farve: Rød – »projektet venter på en ny tilladelse.«)"),
        ("Hvor mange delprojekter følger planen?", "To: Læmole og Fiskebro (farve: Grøn"),
        ("Hvilke delprojekter ejer Ida Krog?", "Læmole og Fiskebro (ejer: Ida Krog)"),
        ("Hvilke delprojekter ejer Tove Sand?", None),
        ("Hvilke broer følger planen?", None),
    ],
)
def test_rows_are_listed_by_what_their_cells_mean(
    open_corpus: Callable[[Mapping[str, str]], OpenIndex],
    strongest: Callable[..., Draft | None],
    question: str,
    text: str | None,
) -> None:
    """Every word must be accounted for by the rows' own header, a cell, its code or its column."""
    draft = strongest(open_corpus({"projekter_2026-03-04.html": PROJECTS}), question)
    assert (draft is None) is (text is None)
    assert draft is None or draft.text.startswith(text or "")


@pytest.mark.parametrize("question", ["Hvor mange roere er der på tredje hold?", "Hvad koster løsning C?"])
def test_a_label_that_no_row_has_is_not_answered_from_another(
    beach: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """Neither the next row nor the next column is the one asked for."""
    assert strongest(beach, question) is None

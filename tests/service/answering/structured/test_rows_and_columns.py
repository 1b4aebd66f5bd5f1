"""One cell of any table: time limits, totals, tariffs by year, opening hours, and cells that say that nothing is known yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

PAGE = """<html><head><title>Aftale om havneklinikker</title></head><body><main><h1>Aftale om havneklinikker</h1>
<h2>Ansvar og opgaver</h2><table><tr><th>Opgave</th><th>Ansvarlig</th><th>Tidsfrist</th></tr>
<tr><td>Henvisning af borger til havneklinik</td><td>Afdelingens lodser</td><td>Senest kl. 11.00 dagen før</td></tr>
<tr><td>Svar på henvisning</td><td>Kommunens visitation</td><td>Inden for 5 timer på hverdage</td></tr>
<tr><td>Cykelsti Nord-Syd</td><td>Vej og Park</td><td>Ikke fastlagt</td></tr></table>
<h2>Takster</h2><table><tr><th>Ydelse</th><th>Takst 2025</th><th>Takst 2026</th></tr>
<tr><td>Kost på fyrtårnet pr. døgn</td><td>141 kr.</td><td>149 kr.</td></tr>
<tr><td>Bådhus, forplejning pr. dag</td><td>64 kr.</td><td>67 kr.</td></tr></table>
<h2>Regnskab for Molehuset</h2><table><tr><th></th><th>Bevilling (1.000 kr.)</th><th>Afvigelse (1.000 kr.)</th></tr>
<tr><td>Ombygning</td><td>31.400</td><td>1.515</td></tr><tr><td>I alt</td><td>37.500</td><td>1.295</td></tr></table>
<h2>Leverandører</h2><table><tr><th>Leverandør</th><th>Leverance</th><th>Ny forventet dato</th></tr>
<tr><td>BKX</td><td>Udtræk af logbog</td><td>ikke oplyst</td></tr>
<tr><td>DNV</td><td>Radio</td><td>1. maj 2026</td></tr></table>
<h2>Åbningstider</h2><table><tr><th>Klinik</th><th>Adresse</th><th>Åbningstid hverdage</th></tr>
<tr><td>Odder (Hou Havneby)</td><td>Havnevej 2</td><td>oplyses senere</td></tr>
<tr><td>Samsø (Ballen)</td><td>Strandvej 4</td><td>8.00-16.00</td></tr></table></main></body></html>"""


@pytest.fixture(scope="module")
def agreement(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The page as a corpus."""
    return open_corpus({"havneklinikker_2026-03-01.html": PAGE})


@pytest.mark.parametrize(
    ("question", "earlier", "part"),
    [
        ("Hvor hurtigt skal visitationen svare på en henvisning?", (), "Inden for 5 timer på hverdage"),
        ("Hvornår skal cykelstien Nord-Syd være færdig?", (), "Ikke fastlagt"),
        ("Hvad koster kost på fyrtårnet pr. døgn i 2026?", (), "149 kr."),
        ("Og bådhus, forplejning pr. dag?", ("Hvad koster kost på fyrtårnet pr. døgn i 2026?",), "67 kr."),
        ("Hvor stort var merforbruget i alt på Molehuset?", (), "1.295 (1.000 kr.) (afvigelse: I alt)"),
        ("Hvad er den nye forventede dato for udtræk af logbog fra BKX?", (), "ikke oplyst"),
        ("What are the opening hours (åbningstid) on hverdage in Hou Havneby?", (), "oplyses senere"),
        ("Og cykelsti Nord-Syd, hvem er ansvarlig?", ("Hvad koster kost på fyrtårnet pr. døgn i 2026?",), "Vej og Park"),
    ],
)
def test_a_row_and_a_column_name_the_cell(
    agreement: OpenIndex, strongest: Callable[..., Draft | None], question: str, earlier: tuple[str, ...], part: str
) -> None:
    """The cell stands in the answer as printed, also where it says that nothing is settled."""
    draft = strongest(agreement, question, *earlier)
    assert draft is not None
    assert part in draft.text


def test_a_column_that_only_fits_the_kind_of_the_question_bears_no_other_word(
    agreement: OpenIndex, strongest: Callable[..., Draft | None]
) -> None:
    """Who is responsible for a row is not who complained about it."""
    assert strongest(agreement, "Who complained about the cykelsti Nord-Syd?") is None

"""What a cell bears out or leaves open: yes and no over dashes and codes, why it is empty, and figures of other measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.assistant import Assistant
from service.records import Draft, Question
from service.settings import Settings

PAGE = """<html><head><title>Bådklubber i fire kommuner</title></head><body><main><h1>Bådklubber i fire kommuner</h1>
<h2>Tegn</h2><table><tr><th>Tegn</th><th>Betydning</th></tr><tr><td>K</td><td>Klubben selv</td></tr>
<tr><td>L</td><td>Lejet mandskab</td></tr><tr><td>U</td><td>Under opbygning, ventes i 2027</td></tr>
<tr><td>–</td><td>Findes ikke</td></tr></table>
<h2>Tilbud</h2><table><tr><th>Kommune</th><th>Kapsejlads</th><th>Roning for begyndere</th><th>Roning for voksne</th>
<th>Vagt</th></tr>
<tr><td>Odder</td><td>K</td><td>L</td><td>–</td><td>K</td></tr><tr><td>Samsø</td><td>–</td><td>K</td><td>K</td><td>U</td></tr>
<tr><td>Lemvig</td><td>L</td><td>–</td><td>K</td><td>–</td></tr></table>
<p>Samsø: Kapsejlads er sat i bero efter en storm.</p>
<h2>Pladser</h2>
<table><tr><th>Havn</th><th>Pladser, antal</th><th>Betaling pr. sæson (kr.)</th><th>Højeste vægt (kg)</th>
<th>Besøg</th><th>Åben om natten</th><th>Direkte nummer</th><th>Havnefoged</th><th>Rabat</th></tr>
<tr><td>Sandodden</td><td>44</td><td>2.150</td><td>900</td><td>–</td><td>Ja</td>
<td>61 22 10 04</td><td>Asta Bro</td><td>10 %</td></tr>
<tr><td>Klintehavn</td><td>61</td><td>1.900</td><td>750</td><td>3.120</td><td>Nej</td>
<td>61 22 10 05</td><td>Bo Dam</td><td>–</td></tr>
</table><p>Besøg på Sandodden tælles ikke, fordi bommen er knækket.</p>
<h2>Parternes andel</h2><table><tr><th>Part</th><th>Andel</th><th>Beløb 2026</th></tr>
<tr><td>Odder Kommune</td><td>62 %</td><td>310.000 kr.</td></tr><tr><td>Samsø Kommune</td><td>38 %</td><td>190.000 kr.</td></tr>
</table><h2>Underskrifter</h2><table><tr><th>Part</th><th>Navn</th></tr><tr><td>Odder Kommune</td><td>Clara Eng</td></tr>
<tr><td>Samsø Kommune</td><td>Dan Fisk</td></tr></table></main></body></html>"""


@pytest.fixture(scope="module")
def clubs(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The page as a corpus."""
    return open_corpus({"baadklubber_2026-03-01.html": PAGE})


@pytest.mark.parametrize(
    ("question", "begins", "part"),
    [
        ("Er der vagt i Lemvig?", "Nej", "»Findes ikke«"),
        ("Har Odder kapsejlads?", "Ja", "»Klubben selv«"),
        ("Har Samsø kapsejlads?", "Nej", "sat i bero"),
        ("Kan man gå til vagt på Samsø?", "Samsø", "Under opbygning"),
        ("Er Klintehavn åben om natten?", "Nej", "Nej"),
        ("Er Sandodden åben om natten?", "Ja", "Ja"),
        ("Does Lemvig have roning for begyndere?", "No", "»Findes ikke«"),
    ],
)
def test_a_cell_says_yes_or_no(
    clubs: OpenIndex, strongest: Callable[..., Draft | None], question: str, begins: str, part: str
) -> None:
    """A code says no where its meaning denies; what is only coming is neither yes nor no."""
    draft = strongest(clubs, question)
    assert draft is not None
    assert draft.text.startswith(begins)
    assert part in draft.text


def test_a_dash_among_amounts_is_no_no(clubs: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """Nothing says that a dash beside "10 %" is not merely unknown, and the key is another table's."""
    draft = strongest(clubs, "Giver Klintehavn rabat?")
    assert draft is not None
    assert draft.text.startswith("Klintehavn, rabat: –.")


def test_of_two_columns_named_as_well_neither_is_meant(clubs: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """Odder has "Roning for begyndere" but not "Roning for voksne"."""
    draft = strongest(clubs, "Har Odder roning?")
    assert draft is None or not draft.text.startswith("Nej")


@pytest.mark.parametrize(
    ("question", "earlier", "part"),
    [
        ("Hvad skal man betale for en sæson i Klintehavn?", (), "1.900 kr."),
        ("Hvor tung må en båd højst være i Sandodden?", (), "900"),
        ("Hvilket nummer har havnefogeden i Sandodden?", (), "61 22 10 04"),
        ("Og hvor mange pladser er der?", ("Hvad er betalingen pr. sæson i Klintehavn?",), "61"),
        ("Hvor stor en andel betaler Samsø?", (), "38 %"),
        ("Hvor mange procent skal Odder betale?", (), "62 %"),
        ("Hvad skal Odder lægge i kassen i 2026?", (), "310.000 kr."),
        ("Hvorfor mangler besøgstallet for Sandodden?", (), "bommen er knækket"),
    ],
)
def test_the_column_is_found_by_what_is_asked_for(
    clubs: OpenIndex, strongest: Callable[..., Draft | None], question: str, earlier: tuple[str, ...], part: str
) -> None:
    """By its sense, by the noun behind "hvilket", in the row of the question before, or by the sentence on its empty cell."""
    draft = strongest(clubs, question, *earlier)
    assert draft is not None
    assert part in draft.text


@pytest.mark.parametrize(
    "question", ["Hvor lang er ventetiden på en plads i Sandodden?", "Hvor mange ansatte har Klintehavn til sine pladser?"]
)
def test_a_figure_of_another_measure_is_not_given(
    clubs: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """How many places there are is not how long one waits for them, nor how many work there."""
    assert strongest(clubs, question) is None


ASKED_ABOUT = """<html><head><title>Ro i havnene</title></head><body><main><h1>Ro i havnene</h1>
<table><tr><th>Havn</th><th>Bådejere med mere ro</th><th>Beløb</th><th>Færdig</th></tr>
<tr><td>Sandodden Havn</td><td>79 pct.</td><td>41.000 kr.</td><td>2027</td></tr>
<tr><td>Klintehavn, anden etape</td><td>64 pct.</td><td>38.500 kr.</td><td>2028</td></tr></table></main></body></html>"""


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Hvor mange procent af bådejerne i Sandodden Havn oplever mere ro?", "79 pct."),
        ("How many per cent of the bådejere at Sandodden Havn have mere ro?", "79 pct."),
        ("What is the budget for Klintehavn, anden etape?", "38.500 kr."),
    ],
)
def test_a_unit_is_said_by_the_figure_and_a_budget_by_a_sum(
    open_corpus: Callable[[Mapping[str, str]], OpenIndex], question: str, figure: str
) -> None:
    """No header says "procent", and the grants stand under "Beløb": the row is quoted all the same."""
    index = open_corpus({"ro_2026-03-01.html": ASKED_ABOUT})
    answer = Assistant(index, Settings()).ask(Question(text=question))
    assert figure in answer.text
    assert not answer.abstained

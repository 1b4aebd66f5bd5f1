"""Tables with the municipalities across, tasks down, and codes that a key explains."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

TURNED = """<html><head><title>Drift af opgaver</title></head><body><main><h1>Drift af opgaver</h1><p>Status 4. juni 2026</p>
<table><tr><th rowspan="2">Opgave</th><th colspan="2">Hedens Sundhedsråd</th><th>Kystens Sundhedsråd</th></tr>
<tr><th>Rebild</th><th>Morsø</th><th>Læsø</th></tr>
<tr><td>Natsygepleje</td><td>R</td><td>K</td><td>D*</td></tr>
<tr><td>Rådgivning om kost</td><td>K</td><td>D</td><td>R</td></tr></table>
<p>R = Regionen driver selv. K = Kommunen driver efter aftale. D = Delt drift mellem region og kommune.</p>
<p>* dog kun om sommeren.</p></main></body></html>"""


@pytest.fixture(scope="module")
def turned(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The page as a corpus."""
    return open_corpus({"drift_2026-06-04.html": TURNED})


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvem driver natsygeplejen i Rebild?", "Regionen driver natsygepleje i Rebild Kommune: R – »Regionen driver selv.«"),
        (
            "Hvem driver natsygeplejen i Morsø?",
            "Kommunen driver natsygepleje i Morsø Kommune: K – »Kommunen driver efter aftale.«",
        ),
        (
            "Who runs night nursing (natsygepleje) in Læsø?",
            "Læsø Kommune, natsygepleje: D – »Delt drift mellem region og kommune.« ",
        ),
        ("Hvilke kommuner har delt drift af rådgivning om kost?", "En kommune: Morsø"),
        ("Hvilket sundhedsråd hører Læsø til?", "Læsø Kommune hører til Kystens Sundhedsråd."),
    ],
)
def test_a_table_with_municipalities_across_is_turned_and_its_codes_explained(
    turned: OpenIndex, strongest: Callable[..., Draft | None], question: str, beginning: str
) -> None:
    """The key's words say who runs the task; the council stands above the municipalities."""
    draft = strongest(turned, question)
    assert draft is not None
    assert draft.text.startswith(beginning)


def test_a_mark_behind_a_code_brings_its_footnote(turned: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """And the source is the whole line, for "D" alone stands everywhere."""
    draft = strongest(turned, "Hvem driver natsygeplejen i Læsø?")
    assert draft is not None
    assert "»dog kun om sommeren.«" in draft.text
    assert draft.sources[0].quote == "Kystens Sundhedsråd / Læsø: D*"

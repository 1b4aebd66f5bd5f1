"""Action lists: columns in any order, headers that no mark sets apart, and questions from both ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

LISTS = """<html><head><title>Referat fra møde i Havneudvalget</title></head><body><main><h1>Opfølgning i Havneudvalget</h1>
<p>Referent: Emil Sand</p><h2>Aktionsliste</h2>
<table><tr><td>Nr.</td><td>Hvad</td><td>Hvem</td><td>Hvornår</td></tr>
<tr><td>1</td><td>Male bådbroen</td><td>Fatima Noor</td><td>20. juni 2025</td></tr>
<tr><td>2</td><td>Indhente tilbud på fortøjningskursus</td><td>Birthe Lund</td><td>Næste møde</td></tr></table>
<h2>Kontakt</h2><table><tr><th>Ansvarlig</th><th>Emne</th><th>Telefon</th></tr>
<tr><td>Rikke Mose</td><td>Bådoverdragelse</td><td>5550 1020</td></tr>
<tr><td>Kim Bruun</td><td>Regnskab</td><td>5550 1030</td></tr></table></main></body></html>"""


@pytest.fixture(scope="module")
def lists(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The page as a corpus."""
    return open_corpus({"opfoelgning_2025-06-05.html": LISTS})


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvad skal Birthe Lund gøre?", "Birthe Lund: Indhente tilbud på fortøjningskursus (Næste møde)"),
        ("What is Fatima Noor responsible for?", "Fatima Noor: Male bådbroen (20. juni 2025)"),
        ("Hvem er ansvarlig for bådoverdragelse?", "Bådoverdragelse, ansvarlig: Rikke Mose."),
        ("Hvem skal indhente tilbud på fortøjningskursus?", "Indhente tilbud på fortøjningskursus, ansvarlig: Birthe Lund."),
    ],
)
def test_a_task_is_found_by_its_person_and_the_person_by_the_task(
    lists: OpenIndex, strongest: Callable[..., Draft | None], question: str, beginning: str
) -> None:
    """Whatever column stands first: a number or a name is never what a row is about."""
    draft = strongest(lists, question)
    assert draft is not None
    assert draft.text.startswith(beginning)


def test_somebody_without_a_task_gets_none(lists: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """A name in no such column, and a question about something else than tasks."""
    assert strongest(lists, "Hvad skal Ole Dam gøre?") is None
    assert strongest(lists, "Hvad mener Birthe Lund om broer?") is None

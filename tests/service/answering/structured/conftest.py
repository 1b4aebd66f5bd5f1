"""Small corpora written here, built into real indexes: a web page with tables of who runs what, and minutes as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from service.answering.structured import structured_answerers
from service.records import Draft, Question
from service.understanding.understand import understand

OpenCorpus = Callable[[Mapping[str, str]], OpenIndex]

PAGE = """<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>Status {date}</p>
<table><tr><th>Region</th><th>Sundhedsråd</th><th>Kommuner</th>{heads}</tr>{rows}</table>
<table>{legend}</table>{more}</main></body></html>"""

LEGEND = {
    "Fuld overtagelse": "Regionerne overtager både myndighed og drift af opgaven.",
    "Lånt drift": "Regionerne overtager myndighedsansvaret. Kommunen varetager fortsat driften af opgaven.",
    "Fællesdrift": "Kommunen og regionen løser opgaven i fællesskab.",
    "Blandet": "Der er indgået forskellige aftaler med kommunerne i samme sundhedsråd.",
}

TASKS = ("Natsygepleje", "Rådgivning om kost", "Varme- og træningsbassiner")

ROWS: tuple[tuple[str, ...], ...] = (
    (
        "Nordjylland",
        "Heden",
        "Hjørring, Morsø, Rebild og Thisted",
        "Blandet. For Morsø Kommune vil natsygeplejen fortsat drives af kommunen af praktiske hensyn. "
        "Fuld overtagelse i de øvrige kommuner.",
        "Lånt drift.",
        "Fællesdrift. Thy Sygehus driver bassinerne, mens kommunerne står for driften af natsygeplejen.",
    ),
    (
        "Nordjylland",
        "Kysten",
        "Læsø, Frederikshavn",
        "Blandet. Lånt drift i Læsø Kommune. Fuld overtagelse i Frederikshavn Kommune.",
        "Fuld overtagelse.",
        "Lånt drift.",
    ),
    (
        "Syddanmark",
        "Bæltet",
        "Nyborg, Kerteminde, Middelfart",
        "Fuld overtagelse.",
        "Blandet. Fuld overtagelse i Nyborg og Kerteminde. Lånt drift for ambulant rådgivning for voksne i Middelfart Kommune.",
        "Fuld overtagelse.",
    ),
)

PLACES = """<h2>Pladser</h2><table><tr><th>Område</th><th>Antal bassinpladser</th></tr>
<tr><td>Sundhedsråd Heden</td><td>42</td></tr><tr><td>Sundhedsråd Kysten</td><td>17</td></tr>
<tr><td>Sundhedsråd Bæltet</td><td>1.080</td></tr><tr><td>I alt</td><td>1.139</td></tr></table>
<h2>Handleplan</h2><table><tr><th>Indsats</th><th>Ansvarlig</th><th>Frist</th></tr>
<tr><td>Fælles vagtplan</td><td>Rebild Kommune</td><td>1. oktober 2026</td></tr>
<tr><td>Kursus for redningsfolk</td><td>Thy Sygehus</td><td>ultimo august 2026</td></tr></table>
<p>Havnesekretariatet (HVS) svarer på spørgsmål.</p>"""

MINUTES = """Referat af møde i Kystudvalget

Mødedato: Tirsdag den 3. marts 2026 kl. 14:00
Mødested: Lokale 7, Havnegade
Mødedeltagere: Asta Bro, Bo Dam, Clara Eng, Dan Fisk

Punkt 1: Godkendelse af dagsorden
Sagsnummer: 12-34-56-7-26

Beslutning
Godkendt.

Punkt 2: Revision af aftalen om badebroer
Sagsnummer: 12-34-56-8-26

Sagsfremstilling
Aftalen om badebroer er fra 2011 og skal fornyes.

Indstilling
Sekretariatet indstiller, at udvalget godkender den nye aftale.

Beslutning
Udvalget godkendte aftalen med bemærkning om, at broerne males grønne.
For stemte 2: Asta Bro og Clara Eng. Imod stemte 1: Bo Dam.

Fraværende
Dan Fisk

Punkt 3: Plan for fyrtårne
Sagsnummer: 12-34-56-9-26

Indstilling
Sekretariatet indstiller, at udvalget vedtager planen for fyrtårne.

Beslutning
.
"""


def page(
    rows: tuple[tuple[str, ...], ...] = ROWS,
    *,
    tasks: tuple[str, ...] = TASKS,
    legend: Mapping[str, str] = LEGEND,
    date: str = "29. maj 2026",
    more: str = PLACES,
) -> str:
    """A web page with a table of who runs what, its legend and a table of numbers."""
    heads = "".join(f"<th>{task}</th>" for task in tasks)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    terms = "".join(f"<tr><td>{term}</td><td>{meaning}</td></tr>" for term, meaning in legend.items())
    return PAGE.format(title="Fordeling af opgaver", date=date, heads=heads, rows=body, legend=terms, more=more)


@pytest.fixture(scope="session")
def open_corpus(tmp_path_factory: pytest.TempPathFactory) -> OpenCorpus:
    """Builds an index of files given as name → text and opens it."""

    def opened(files: Mapping[str, str]) -> OpenIndex:
        folder: Path = tmp_path_factory.mktemp("corpus")
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        directory: Path = tmp_path_factory.mktemp("index")
        build([folder], directory, workers=1)
        return open_index(directory)

    return opened


@pytest.fixture(scope="session")
def corpus(open_corpus: OpenCorpus) -> OpenIndex:
    """The page with the tables and the minutes, as one corpus."""
    return open_corpus({"opgaver_2026-05-29.html": page(), "kystudvalget_2026-03-03.txt": MINUTES})


def best_draft(index: OpenIndex, question: str, *earlier: str) -> Draft | None:
    """The strongest structured draft for a question, None when no answerer takes it."""
    understood = understand(Question(text=question, context=earlier), index)
    drafts = [draft for answerer in structured_answerers() if (draft := answerer.answer(understood, index))]
    return max(drafts, key=lambda draft: draft.strength, default=None)


@pytest.fixture(scope="session")
def ask(corpus: OpenIndex) -> Callable[..., Draft]:
    """Asks the corpus and gives the strongest draft; fails when there is none."""

    def asked(question: str, *earlier: str) -> Draft:
        draft = best_draft(corpus, question, *earlier)
        assert draft is not None, question
        return draft

    return asked


@pytest.fixture(scope="session")
def refuses(corpus: OpenIndex) -> Callable[[str], bool]:
    """Whether no structured answerer takes a question."""
    return lambda question: best_draft(corpus, question) is None


@pytest.fixture(scope="session")
def make_page() -> Callable[..., str]:
    """Writes the web page, also with other rows, tasks, legend and date."""
    return page


@pytest.fixture(scope="session")
def strongest() -> Callable[..., Draft | None]:
    """The strongest structured draft of an index for a question and the questions before it."""
    return best_draft

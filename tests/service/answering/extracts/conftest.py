"""A small corpus of our own writing, built into a real index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from ingest.records import BlockKind
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.binding.asked_value import asked_value
from service.answering.extracts.binding.bound import Binding
from service.answering.extracts.heads import headed
from service.answering.extracts.units import units_of
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings
from service.understanding.understand import understand

Firmness = Callable[..., float]

NOTE = """Notat om badesøen

Baggrund

Badesøen i Hou blev åbnet den 4. juni 2021. Søen ejes af Havneselskabet, mens kommunen betaler for livredderne.
Aftalen om livreddere kan opsiges med et varsel på seks måneder. Begge parter kan opsige aftalen.
Der er ikke adgang for hunde på stranden.
Vandet prøves hver 2. uge, fordi åen i nogle somre skyller gødning ud i søen.

Der er fem faste baderegler:
- Gå aldrig ud alene
- Lær vandet at kende
- Slip ikke børnene af syne
- Hold øje med vinden
- Kend dine grænser

Kontakt

Udarbejdet af: Grethe Lyng Mortensen
E-mail: grethe@hou.example
Telefon: 31 42 53 64
Mobil:

Økonomi

En sæson koster 412.500 kr. i løn til livreddere, svarende til 38 pct. af budgettet for strande.
"""

MINUTES = """Referat af møde i Strandudvalget

Mødedato: Tirsdag den 3. marts 2026 kl. 14:00
Mødested: Lokale 7, Havnegade
Mødedeltagere: Asta Bro, Bo Dam, Clara Eng

Punkt 1: Ny badebro

Sagsfremstilling
Badebroen fra 1998 er rådden. En ny bro af egetræ forventes klar i foråret 2027.

Beslutning
Strandudvalget godkendte, at der bygges en ny badebro.
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the index."""
    base = tmp_path_factory.mktemp("extracts")
    corpus = base / "corpus"
    corpus.mkdir()
    (corpus / "notat_badesoe_2026-02-01.txt").write_text(NOTE, encoding="utf-8")
    (corpus / "referat_strandudvalget_2026-03-03.txt").write_text(MINUTES, encoding="utf-8")
    build([corpus], base / "index", workers=1)
    return base / "index"


@pytest.fixture(scope="session")
def index(folder: Path) -> Iterator[OpenIndex]:
    """The opened index."""
    opened = open_index(folder)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def assistant(index: OpenIndex) -> Assistant:
    """An assistant that answers whatever it finds, so that a test can look at the answer itself."""
    return Assistant(index, Settings(min_confidence=0.0))


@pytest.fixture
def firmness(index: OpenIndex) -> Firmness:
    """How firmly the best value of a text, with what stands above it, is bound to what a question wants a value of."""
    answerer = ExtractAnswerer(index)

    def of(question: str, text: str, above: str = "") -> float:
        passage = index.store.passages_of_document(index.store.documents()[0].id)[0]
        passage = replace(passage, text=text, kind=BlockKind.PARAGRAPH, heading_path=())
        asked = answerer.asked(understand(Question(text=question), index))
        value = asked_value(question, asked)
        assert value is not None
        units = headed(units_of(passage, answerer.lexis), passage, answerer.lexis)
        return Binding(value, asked, units, tuple(answerer.lexis.words(above))).best(units).firmness

    return of

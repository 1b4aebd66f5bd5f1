"""A small corpus of our own writing, built into a real index."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from service.assistant import Assistant
from service.settings import Settings

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

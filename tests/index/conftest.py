"""A small corpus of our own writing, built once for all tests that only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.opened import OpenIndex, open_index

FILES = {
    "referat_solby_2025-03-04.txt": (
        "REFERAT\nSundhedsudvalget i Solby\nMødedato: 4. marts 2025\n\n"
        "Punkt 1: Godkendelse af dagsorden\nSagsnummer: 25/1001\n\nBeslutning\nGodkendt.\n\n"
        "Punkt 2: Samarbejdsaftale om sårpleje\nSagsnummer: 25/1002\n\n"
        "Resumé\nUdkast til en samarbejdsaftale om sårpleje fremlægges.\n\n"
        "Indstilling\nForvaltningen indstiller, at udvalget godkender aftalen om sårpleje.\n\n"
        "Beslutning\nUdvalget godkendte aftalen med den ændring, at hjemmesygeplejen inddrages fra 1. maj 2025.\n"
    ),
    "notat_pladser.txt": (
        "Notat om pladser\n\n"
        "De midlertidige pladser, der fremover betegnes som sundheds- og omsorgspladser, flyttes til regionen.\n\n"
        "Det Lokale Samarbejdsforum (DLS) følger arbejdet og mødes hvert kvartal.\n\n"
        "I Odder Kommune drives akutsygeplejen af kommunen selv. I Favrskov Kommune drives akutsygeplejen af regionen.\n"
    ),
    "notat_budget.txt": (
        "Notat om budget\n\nByrådet afsatte 2,9 mio. kr. til renovering af svømmehallen i 2026.\n\n"
        "Driften af svømmehallen koster 1.250.000 kr. om året.\n"
    ),
    "lukket/notat_afskedigelse.txt": "Fortroligt notat\n\n"
    "Direktør Zachariasen fratræder på grund af samarbejdsvanskeligheder om svømmehallen.\n",
    "corpus.toml": '[[folder]]\npath = "lukket/*"\nclosed = true\n',
}


def write_files(folder: Path) -> Path:
    """Write the corpus into a folder."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of documents."""
    return write_files(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="session")
def directory(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index over the corpus."""
    folder = tmp_path_factory.mktemp("index")
    build([corpus], folder, workers=1)
    return folder


@pytest.fixture
def index(directory: Path) -> Iterator[OpenIndex]:
    """The index, opened."""
    opened = open_index(directory)
    yield opened
    opened.close()

"""A corpus with planted secrets: closed items in every format, a closed folder, closed kinds, and civil registration numbers."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import httpx
import openpyxl
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from index.build import build
from service.keys import KeyRecord, new_key, write_keys

SECRETS = (
    "Zebrafink",  # a closed item in a PDF, in its text and its title, which the overview in front names too
    "Kolibrihuset",  # a picture on the page after it, without any text
    "Pirolgaard",  # a Word document, "(Lukket)"
    "Stormsvale",  # a web page, "Fortroligt"
    "Isfuglevej",  # a closed item of a title and nothing else
    "Hornuglen",  # the second of two minutes in one file
    "Lunderiet",  # a text in a closed folder
    "Vandrefalk",  # the name of a file in a closed folder that cannot be read
    "Tranedans",  # a kind of document that `corpus.toml` closes
)
"""Each word stands only where a reader may not look."""

NUMBERS = ("150284-1996", "0101701234", "020380-4432", "110976-1145", "230591-2267", "170668-1003")
"""Civil registration numbers: in a note, a PDF (without hyphen), a table, a heading, the name of a file, a spreadsheet."""


@dataclass(frozen=True)
class Guarded:
    """A real server with one key for each role, and the file its log goes to."""

    address: str
    keys: dict[str, str]
    log: Path
    index: Path
    secrets: tuple[str, ...] = SECRETS
    numbers: tuple[str, ...] = NUMBERS

    def client(self, role: str) -> httpx.Client:
        """A caller with this role."""
        return httpx.Client(base_url=self.address, headers={"authorization": f"Bearer {self.keys[role]}"}, timeout=60)


MINUTES = """h|Referat
b|Havneudvalget
b|Dato: 11. marts 2026
b|Mødetidspunkt: kl. 14.00
b|Deltagere: Gerda Holm (formand), Poul Skov, Inger Brink
h|Dagsorden
b|1. Ny mole ved lystbådehavnen
b|2. Lukket punkt: Køb af Zebrafink
b|3. Badezone ved færgelejet
page|
h|Punkt 1: Ny mole ved lystbådehavnen
s|Sagsfremstilling
b|Molen ved lystbådehavnen er slidt ned og skal bygges op på ny. En ny mole koster 4,2 millioner kroner.
b|Sagen er rejst af borger 0101701234, som bor ved havnen.
s|Beslutning
b|Udvalget besluttede at bygge en mole af egetræ i stedet for beton.
page|
h|Punkt 2: Lukket punkt: Køb af Zebrafink
s|Sagsfremstilling
b|Zebrafink er dæknavnet for grunden, som sælges for ni millioner kroner.
s|Beslutning
b|Udvalget besluttede at købe Zebrafink straks.
page|
scan|Kolibrihuset er til salg
page|
scan|
page|
h|Punkt 3: Badezone ved færgelejet
s|Sagsfremstilling
b|Borgerne har ønsket en badezone. Havnefogeden har peget på den østlige kaj.
s|Beslutning
b|Udvalget godkendte indstillingen om badezonen."""

TITLE_ONLY = """Referat

Vejudvalget
Dato: 3. marts 2026

Punkt 1: Cykelsti langs Strandvejen

Beslutning

Udvalget besluttede at anlægge en cykelsti på to kilometer langs Strandvejen.

Punkt 2: Lukket punkt: Salg af Isfuglevej 4
"""

TWO_IN_ONE = """Referat af møde i Skoleudvalget den 4. februar 2026

Skoleudvalget
Dato: 4. februar 2026

Punkt 1: Nye skoleborde

Beslutning

Udvalget besluttede at købe 80 nye skoleborde af bøgetræ.

\fReferat af møde i Skoleudvalget den 4. marts 2026

Skoleudvalget
Dato: 4. marts 2026

Punkt 1: Skolebod

Beslutning

Udvalget besluttede at åbne en skolebod i uge 32.

Punkt 2: (Lukket) Afskedigelse

Sagsfremstilling

Lederen Hornuglen skal fratræde med udgangen af april.

Beslutning

Udvalget besluttede at afskedige Hornuglen.
"""

NOTE = """Notat om omsorgspladser

Dato: 4. maj 2026

Regionen driver 36 omsorgspladser i Odder. Pladserne holder åbent hele året.

En borger med nummeret 150284-1996 har klaget over ventetiden.
"""

WEB = """<!doctype html><html lang="da"><head><title>Referat af møde i Kulturudvalget</title></head><body><main>
<h1>Referat</h1><p>Kulturudvalget</p><p>Dato: 9. april 2026</p>
<h2>Punkt 1: Sommerkoncert på torvet</h2><h3>Beslutning</h3><p>Udvalget besluttede at holde en sommerkoncert på torvet.</p>
<h2>Punkt 2: Fortroligt: Ansættelse</h2><h3>Beslutning</h3><p>Udvalget ansatte Stormsvale som ny kulturchef.</p>
</main></body></html>"""

HEADING = """<!doctype html><html lang="da"><head><title>Klage fra 110976-1145</title></head><body><main>
<h1>Klage fra 110976-1145</h1><p>Klagen handler om vejbelysning på Kystvejen og er afgjort i april.</p></main></body></html>"""

AGREEMENT = """Samarbejdsaftale om rottebekæmpelse

Dato: 1. juni 2026

Parterne aftaler, at firmaet Tranedans bekæmper rotter for 400.000 kroner om året.
"""

TOML = '[[folder]]\npath = "lukket/*"\nclosed = true\n\n[kinds]\nclosed = ["aftale"]\n'


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of documents with all secrets and numbers planted."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "lukket").mkdir()
    texts = {
        "corpus.toml": TOML,
        "referat_vejudvalget_2026-03-03.txt": TITLE_ONLY,
        "referater_skoleudvalget_2026.txt": TWO_IN_ONE,
        "notat_omsorgspladser.txt": NOTE,
        "notat_230591-2267_tilsyn.txt": "Notat\n\nTilsynet med broen over åen er udført i maj 2026 uden anmærkninger.\n",
        "referat_kulturudvalget_2026-04-09.html": WEB,
        "klage.html": HEADING,
        "aftale_rotter.txt": AGREEMENT,
        "lukket/notat_plan.txt": "Notat\n\nLunderiet er navnet på den hemmelige plan om sygehuset.\n",
        "lukket/Vandrefalk.docx": "ikke et dokument",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    _minutes(folder / "referat_havneudvalget_2026-03-11.pdf")
    _word(folder / "referat_byudvalget_2026-05-07.docx")
    _spreadsheet(folder / "liste.xlsx")
    return folder


@pytest.fixture(scope="session")
def planted_index(planted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the planted documents. Tests that change an index copy it first."""
    directory = tmp_path_factory.mktemp("trust") / "index"
    build([planted], directory, workers=2)
    return directory


@pytest.fixture(scope="session")
def guarded(planted: Path, planted_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """`kildesvar serve` over the planted index, with everything logged that can be."""
    folder = tmp_path_factory.mktemp("guarded")
    keys: dict[str, str] = {}
    records: list[KeyRecord] = []
    for role in ("reader", "closed", "admin"):
        keys[role], record = new_key(f"the {role}", (role,))
        records.append(record)
    write_keys(folder / "keys.json", tuple(records))
    variables = {"KEYS_FILE": str(folder / "keys.json"), "LOG_LEVEL": "DEBUG", "SOURCES": f'["{planted}"]'}
    with (folder / "log").open("wb") as log, Server(planted_index, variables, log) as address:
        yield Guarded(address=address, keys=keys, log=folder / "log", index=planted_index)


class Server:
    """A real server over an index, as a context; gives its address and ends it."""

    def __init__(self, index: Path, variables: dict[str, str] | None = None, log: object = subprocess.DEVNULL) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        given = {"INDEX": str(index), "REQUESTS_PER_MINUTE": "1000000", "BURST_REQUESTS": "1000000", "SWAP_POLL_SECONDS": "0.1"}
        environment = {**os.environ, **{f"KILDESVAR_{name}": value for name, value in (given | (variables or {})).items()}}
        command = [sys.executable, "-m", "service.cli.main", "serve", "--port", str(self._port)]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=log)  # type: ignore[call-overload]

    def __enter__(self) -> str:
        address = f"http://127.0.0.1:{self._port}"
        for _ in range(300):
            try:
                httpx.get(f"{address}/healthz", timeout=2)
            except httpx.TransportError:
                time.sleep(0.1)
            else:
                return address
        raise TimeoutError(address)

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture
def serving() -> type[Server]:
    """What starts a real server over an index."""
    return Server


def scan(text: str) -> Image.Image:
    """A picture of a page with large words on it, or a drawing, and no text behind it."""
    picture = Image.new("RGB", (1000, 300), "white")
    pen = ImageDraw.Draw(picture)
    pen.text((30, 100), text, fill="black", font=ImageFont.load_default(size=64))
    if not text:  # a drawing: what it shows no program can read
        pen.polygon([(100, 250), (500, 30), (900, 250)], outline="black", width=9)
    return picture


class _Scan(Flowable):
    """A scanned page in a PDF."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.width, self.height = 450.0, 135.0
        self._text = text

    def draw(self) -> None:
        """Draw it as the picture it is."""
        file = io.BytesIO()
        scan(self._text).save(file, "PNG")
        self.canv.drawImage(ImageReader(file), 0, 0, width=self.width, height=self.height)


def _minutes(path: Path) -> None:
    styles = getSampleStyleSheet()
    named = {"h": styles["Heading2"], "s": styles["Heading4"], "b": styles["BodyText"]}
    story: list[Flowable] = []
    for line in MINUTES.splitlines():
        style, _, text = line.partition("|")
        if style == "page":
            story.append(PageBreak())
        else:
            story += [_Scan(text) if style == "scan" else Paragraph(text, named[style]), Spacer(1, 4)]
    SimpleDocTemplate(str(path), pagesize=A4, title="Referat", invariant=1).build(story)


def _word(path: Path) -> None:
    document = docx.Document()
    for level, text in (
        (1, "Referat"),
        (0, "Byudvalget"),
        (0, "Dato: 7. maj 2026"),
        (2, "Punkt 1: Nye bænke på torvet"),
        (3, "Beslutning"),
        (0, "Udvalget besluttede at sætte tolv bænke op på torvet."),
        (2, "Punkt 2: Køb af ejendom (Lukket)"),
        (3, "Beslutning"),
        (0, "Udvalget besluttede at købe Pirolgaard for syv millioner kroner."),
    ):
        if level:
            document.add_heading(text, level)
        else:
            document.add_paragraph(text)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ("Navn", "Nummer", "Ansøger", "020380-4432"), strict=True
    ):
        cell.text = text
    document.save(str(path))


def _spreadsheet(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Ansøger", "CPR", "Beløb"], ["Nr. 1", "170668-1003", 400], ["Nr. 2", 1706681003, 500]):
        sheet.append(row)
    book.save(path)

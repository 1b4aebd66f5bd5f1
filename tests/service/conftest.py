"""A small corpus made here, an index of it, and the application over that index: real files, a real store, real requests."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from fastapi.testclient import TestClient
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from index.build import build
from service.app import create_app
from service.keys import KeyRecord, new_key, write_keys
from service.settings import Settings

SECRET = "Zebrafinken"
"""Stands only where a reader may not look: in a closed item and in a closed folder."""

PERSONAL_NUMBER = "150284-1996"
QUESTION = "Hvem driver akutsygeplejen i Samsø?"

MINUTES = """Referat|h
Havneudvalget|b
Dato: 11. marts 2026|b
Mødetidspunkt: kl. 14.00|b
Sted: Rådhuset i Hou|b
Deltagere: Gerda Holm (formand), Poul Skov, Inger Brink|b
Punkt 1: Ny mole ved lystbådehavnen|h
Sagsfremstilling|s
Molen ved lystbådehavnen er slidt ned og skal bygges op på ny. En ny mole koster 4,2 millioner kroner.|b
Indstilling|s
Forvaltningen indstiller, at udvalget bygger en mole af beton.|b
Beslutning|s
Udvalget besluttede at bygge en mole af egetræ i stedet for beton.|b
Punkt 2: Badezone ved færgelejet|h
Sagsfremstilling|s
Borgerne har ønsket en badezone. Havnefogeden har peget på den østlige kaj.|b
Indstilling|s
Forvaltningen indstiller, at badezonen lægges ved den østlige kaj.|b
Beslutning|s
Udvalget godkendte indstillingen.|b
Punkt 3: Lukket punkt: Køb af grund|h
Sagsfremstilling|s
{secret} er dæknavnet for grunden, som sælges for ni millioner kroner.|b
Beslutning|s
Udvalget besluttede at købe {secret} straks.|b"""

NOTE = f"""Notat om omsorgspladser

Dato: 4. maj 2026

Regionen driver 36 omsorgspladser i Odder. Pladserne holder åbent hele året.

En borger med nummeret {PERSONAL_NUMBER} har klaget over ventetiden.
"""

WEB_PAGE = """<!doctype html><html lang="da"><head><title>Spørgsmål og svar</title></head><body><main>
<h1>Spørgsmål og svar om færgen</h1>
<h2>Hvornår sejler færgen?</h2><p>Færgen til Samsø sejler hver time mellem klokken 6 og 22.</p>
<script>document.title = "kapret"</script><img src="x" onerror="document.title='kapret'">
</main></body></html>"""

TABLE = [
    ["Sundhedsråd", "Kommuner", "Akutsygepleje", "Omsorgspladser"],
    ["Horsens", "Horsens, Odder", "Delingsaftale", "Delingsaftale"],
    [
        "Aarhus",
        "Aarhus, Samsø",
        "Samsø Kommune driver fortsat akutsygeplejen. Aarhus Kommune har delingsaftale.",
        "Delingsaftale",
    ],
    ["Fyn", "Odense, Assens", "Horisontal aftale", "Delingsaftale"],
]


@dataclass(frozen=True)
class Keys:
    """A file of keys, and one key of each role."""

    file: Path
    reader: str
    closed: str
    admin: str


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of made documents: minutes with a closed item, slides with a table, a note, a web page, a closed folder."""
    folder = tmp_path_factory.mktemp("corpus")
    _minutes(folder / "referat_havneudvalget_2026-03-11.pdf")
    _slides(folder / "slides_opgaver_2026-05-20.pdf")
    (folder / "notat_omsorgspladser.txt").write_text(NOTE, "utf-8")
    (folder / "side_faergen.html").write_text(WEB_PAGE, "utf-8")
    (folder / "lukket").mkdir()
    (folder / "lukket" / "notat_zebrafink.txt").write_text(f"Notat\n\n{SECRET} er navnet på den hemmelige plan.\n", "utf-8")
    (folder / "corpus.toml").write_text('[[folder]]\npath = "lukket/*"\nclosed = true\n', "utf-8")
    return folder


@pytest.fixture(scope="session")
def index_directory(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the made documents. Tests that change an index copy it first."""
    directory = tmp_path_factory.mktemp("index") / "index"
    build([corpus], directory, workers=1)
    return directory


@pytest.fixture(scope="session")
def settings(index_directory: Path, corpus: Path) -> Settings:
    """Settings without any access set up: only loopback may ask."""
    return Settings(index=index_directory, sources=(corpus,), requests_per_minute=1_000_000, burst_requests=100_000)


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[TestClient]:
    """A caller on loopback."""
    with at_home(TestClient(create_app(settings), base_url="http://127.0.0.1", client=("127.0.0.1", 5000))) as client:
        yield client


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """A file with three keys, one of each role."""
    file = tmp_path_factory.mktemp("keys") / "keys.json"
    made: dict[str, str] = {}
    records: list[KeyRecord] = []
    for role in ("reader", "closed", "admin"):
        made[role], record = new_key(f"the {role}", (role,))
        records.append(record)
    write_keys(file, tuple(records))
    return Keys(file=file, **made)


@pytest.fixture(scope="session")
def guarded(settings: Settings, keys: Keys) -> Iterator[TestClient]:
    """The application with keys set up, called without one from anywhere."""
    app = create_app(settings.model_copy(update={"keys_file": keys.file}))
    with TestClient(app, base_url="http://kilde.example", client=("203.0.113.7", 5000)) as client:
        yield client


def at_home(client: TestClient) -> TestClient:
    """Let failures inside the application fail the test, not become a 500."""
    client.raise_server_exceptions = True  # type: ignore[attr-defined]
    return client


def bearer(key: str) -> dict[str, str]:
    """The header that carries a key."""
    return {"authorization": f"Bearer {key}"}


Serve = Callable[[Mapping[str, str]], str]


@pytest.fixture(scope="session")
def served(index_directory: Path) -> Iterator[Serve]:
    """Start real servers by `kildesvar serve`; give each one's address; end them all."""
    started: list[subprocess.Popen[bytes]] = []

    def start(variables: Mapping[str, str]) -> str:
        port = int(variables.get("KILDESVAR_PORT", _free_port()))
        environment = {**os.environ, "KILDESVAR_INDEX": str(index_directory), "KILDESVAR_REQUESTS_PER_MINUTE": "1000000"}
        environment |= {"KILDESVAR_BURST_REQUESTS": "1000000", "KILDESVAR_SWAP_POLL_SECONDS": "0.1", **variables}
        command = [sys.executable, "-m", "service.cli.main", "serve", "--port", str(port)]
        started.append(subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL))
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        return f"http://127.0.0.1:{port}"

    yield start
    for process in started:
        process.terminate()
    for process in started:
        process.wait(timeout=20)


EMBEDDED = """<!doctype html><html lang="da"><head><title>Intranet</title></head><body><main><h1>Intranet</h1>
<script src="{service}/widget.js"></script>
<kilde-svar></kilde-svar></main></body></html>"""


class Foreign(BaseHTTPRequestHandler):
    """An intranet page on another origin that embeds the widget with two lines; the service's address is its query."""

    def do_GET(self) -> None:
        """Give the page."""
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(EMBEDDED.format(service=self.path.partition("?")[2]).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def intranet() -> Iterator[str]:
    """The address of the foreign page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Foreign)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(served: Serve, intranet: str) -> str:
    """The address of one real server that several tests share; none of them changes its index."""
    return served({"KILDESVAR_CORS_ORIGINS": f'["https://intra.example", "{intranet}"]'})


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(address, timeout=2)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def _minutes(path: Path) -> None:
    styles = getSampleStyleSheet()
    named = {"h": styles["Heading2"], "s": styles["Heading4"], "b": styles["BodyText"]}
    story: list[object] = []
    for line in MINUTES.format(secret=SECRET).splitlines():
        text, _, style = line.rpartition("|")
        if text.startswith(("Punkt 2", "Punkt 3")):
            story.append(PageBreak())
        story += [Paragraph(text, named[style]), Spacer(1, 4)]
    SimpleDocTemplate(str(path), pagesize=A4, title="Referat", invariant=1).build(story)


def _slides(path: Path) -> None:
    styles = getSampleStyleSheet()
    header = [Paragraph(f"<b>{name}</b>", styles["BodyText"]) for name in TABLE[0]]
    rows = [header, *([Paragraph(cell, styles["BodyText"]) for cell in row] for row in TABLE[1:])]
    table = Table(rows, colWidths=[100, 130, 240, 170], repeatRows=1)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.7, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey),
            ]
        )
    )
    legend = [
        Paragraph("Delingsaftale: Regionen overtager opgaven og driver den.", styles["BodyText"]),
        Paragraph("Horisontal aftale: Kommunen driver opgaven for regionen.", styles["BodyText"]),
    ]
    story = [
        Paragraph("Hvem løser opgaverne fra 2027?", styles["Heading1"]),
        Paragraph("20. maj 2026", styles["BodyText"]),
        table,
        Spacer(1, 12),
        *legend,
    ]
    SimpleDocTemplate(str(path), pagesize=landscape(A4), title="Opgaver", invariant=1).build(story)

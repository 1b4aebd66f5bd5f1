"""What a reader may not see is had in no way from a real server; a civil registration number is had by nobody."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import httpx
import pypdfium2 as pdfium
import pytest

pytestmark = pytest.mark.xdist_group("trust")  # one index and one server for all of them

ORDINARY = ["besluttede udvalget", "Hvad kostede grunden?", "lukket punkt", "fortroligt", "borger nummer", "Who was dismissed?"]


def holds(content: bytes, words: tuple[str, ...]) -> list[str]:
    """Those of the words that stand in what was sent, in any spelling a program may give them."""
    text = (content + unquote_to_bytes(content)).decode("utf-8", "replace").casefold()
    packed = re.sub(r"[\s\u00ad-]", "", text)
    return [word for word in words if word.casefold() in text or word.casefold().replace("-", "") in packed]


def words_of(response: httpx.Response) -> bytes:
    """Everything an answer says: its headers and its content, unpacked and as text where it is a file."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items()).encode()
    content = response.content
    if content.startswith(b"%PDF"):
        content += "\n".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(content)).encode()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            content += b"".join(package.read(name) for name in package.namelist())
    return headers + content


def known(client: httpx.Client) -> dict[str, list[str]]:
    """Every id that somebody who may see all can find, by the name the addresses have for it."""
    documents = [each["id"] for each in client.get("/api/documents").json()["documents"]]
    meetings = [each["id"] for each in client.get("/api/meetings").json()["meetings"]]
    passages = [each for one in documents for each in client.get(f"/api/documents/{one}/passages").json()["passages"]]
    items = [each["id"] for one in meetings for each in client.get(f"/api/meetings/{one}").json()["items"]]
    return {
        "document_id": documents,
        "meeting_id": meetings,
        "item_id": items,
        "passage_id": [each["id"] for each in passages],
        "number": [str(number) for number in range(1, 7)],
        "name": ["Odder", "Samsø"],
        "feedback_id": ["1"],
    }


def everything(client: httpx.Client, ids: Mapping[str, list[str]]) -> Iterator[tuple[str, httpx.Response]]:
    """The answer of every address that can be read, with every id there is in its place."""
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        if "get" not in methods or path.endswith("/events"):
            continue
        names = re.findall(r"{(\w+)}", path)
        for values in itertools.product(*(ids[name] for name in names)):
            address = path
            for name, value in zip(names, values, strict=True):
                address = address.replace(f"{{{name}}}", value)
            yield address, client.get(address)


def test_no_address_gives_a_secret_to_who_may_not_see_closed_items_even_with_the_ids_of_closed_records(guarded: Any) -> None:
    """Every route of the description, every id; not in a header, not in the text of a file. An administrator reads all routes."""
    with guarded.client("closed") as all_seeing, guarded.client("admin") as client:
        ids = known(all_seeing)
        for address, response in everything(client, ids):
            assert not holds(words_of(response), guarded.secrets + guarded.numbers), address
            assert response.status_code < 500, address


def test_whoever_may_see_closed_items_sees_them_and_still_no_civil_registration_number(guarded: Any) -> None:
    """So the test above does not pass because nothing was there."""
    with guarded.client("closed") as client:
        seen = b"".join(words_of(response) for _, response in everything(client, known(client)))
    assert set(guarded.secrets) - set(holds(seen, guarded.secrets)) == set()
    assert holds(seen, guarded.numbers) == []


def test_no_question_and_no_search_brings_a_secret_up(guarded: Any) -> None:
    """Asked with the secret's words, with a slip in them, and around them; as a stream too. Only the asker's words come back."""
    slips = [text for secret in guarded.secrets for text in (secret, f"Hvad er {secret[0]}{secret[2:]}?")]
    with guarded.client("reader") as client:
        for text in (*slips, *ORDINARY):
            others = tuple(word for word in guarded.secrets if word.casefold() not in text.casefold())
            for response in (
                client.post("/api/ask", json={"question": text}),
                client.post("/api/search", json={"query": text, "k": 50}),
                client.get("/api/decisions", params={"words": text}),
            ):
                assert response.status_code == 200
                assert not holds(words_of(response), others + guarded.numbers), (text, response.url)
        followed = client.post("/api/ask", json={"question": "Hvad så?", "context": ["Hvad besluttede udvalget om grunden?"]})
        streamed = client.post("/api/ask", json={"question": "dæknavnet"}, headers={"accept": "text/event-stream"})
        assert not holds(followed.content + streamed.content, guarded.secrets)


def test_suggestions_around_closed_passages_tell_nothing(guarded: Any) -> None:
    """The ids of closed passages give a reader what no ids give."""
    with guarded.client("closed") as all_seeing, guarded.client("reader") as client:
        ids = known(all_seeing)["passage_id"]
        for start in range(0, len(ids), 20):
            asked = client.post("/api/suggestions", json={"passage_ids": ids[start : start + 20]})
            assert not holds(asked.content, guarded.secrets + guarded.numbers)


def test_no_count_counts_what_is_closed(guarded: Any) -> None:
    """The reader's counts are of what he can list himself."""
    with guarded.client("reader") as client:
        status, listed = client.get("/api/status").json(), client.get("/api/documents").json()
        assert (status["document_count"], status["passage_count"], status["fact_count"]) == (listed["total"], None, None)
        assert sum(client.get("/api/facets").json()["kinds"].values()) == listed["total"]
        assert "aftale" not in client.get("/api/facets").json()["kinds"]
        assert f"kildesvar_documents {listed['total']}.0" in client.get("/metrics").text
        refused = client.post("/api/ask", json={"question": "Hvad spiser enhjørninge på Mars?"}).json()
        assert refused["coverage"]["document_count"] == listed["total"]
        assert not holds(str(refused).encode(), guarded.secrets)
    with guarded.client("closed") as client:
        assert client.get("/api/status").json()["document_count"] > listed["total"]


def test_the_pages_of_a_closed_item_are_not_shown_even_where_they_hold_only_a_picture(guarded: Any) -> None:
    """The overview names the closed item (page 1), it begins on page 3, and its drawings fill pages 4 and 5."""
    with guarded.client("reader") as client:
        listed = client.get("/api/documents").json()["documents"]
        minutes = next(each["id"] for each in listed if each["path"].endswith("havneudvalget_2026-03-11.pdf"))
        pages = client.get(f"/api/documents/{minutes}").json()["pages"]
        assert [page["number"] for page in pages] == [2, 6]


def test_no_page_image_shows_a_secret_or_a_number_to_a_program_that_reads_pictures(guarded: Any, tmp_path: Path) -> None:
    """Tesseract reads every page that a reader is shown; the page with a number is among them."""
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    read = []
    with guarded.client("reader") as client:
        for document in client.get("/api/documents").json()["documents"]:
            for page in client.get(f"/api/documents/{document['id']}").json()["pages"]:
                (tmp_path / "page.png").write_bytes(client.get(page["image_url"]).content)
                command = ["tesseract", str(tmp_path / "page.png"), "-", "--psm", "6", "-l", "dan"]
                read.append(subprocess.run(command, capture_output=True, check=True, env={"OMP_THREAD_LIMIT": "1"}).stdout)
    assert holds(b"".join(read), guarded.secrets + guarded.numbers) == []
    assert "egetræ".encode() in b"".join(read)


def test_feedback_keeps_no_number_and_shows_an_editor_no_closed_question(guarded: Any) -> None:
    """What a user writes of a citizen is masked before it is kept; what those wrote who see closed items only they read."""
    sent = {"question": "Hvad fik 150284-1996?", "comment": "Det er 0101701234", "verdict": "down", "context": ["020380-4432"]}
    with guarded.client("reader") as client:
        assert client.post("/api/feedback", json=sent).status_code == 201
    with guarded.client("closed") as client:
        client.post("/api/feedback", json={"question": "Hvad koster Zebrafink?", "verdict": "down"})
    with guarded.client("admin") as editor:
        for path in ("/api/admin/feedback", "/api/admin/feedback/questions.jsonl"):
            assert not holds(editor.get(path).content, guarded.secrets + guarded.numbers)
    kept = b"".join(path.read_bytes() for path in guarded.index.glob("feedback.sqlite3*"))
    assert holds(kept, guarded.numbers) == []


def test_no_error_repeats_what_was_sent_or_tells_what_is_closed(guarded: Any) -> None:
    """Malformed bodies, unknown addresses, wrong methods, closed ids."""
    with guarded.client("closed") as all_seeing, guarded.client("reader") as client:
        closed = [each for each in known(all_seeing)["document_id"] if client.get(f"/api/documents/{each}").status_code == 404]
        assert closed
        answers = [
            client.post("/api/ask", json={"question": ["Zebrafink"]}),
            client.post("/api/ask", content=b'{"question": "150284-1996"'),
            client.post("/api/search", json={"query": "Zebrafink", "k": 0}),
            client.post("/api/feedback", json={"question": "Zebrafink", "verdict": "150284-1996"}),
            client.get("/api/documents", params={"date_from": "150284-1996"}),
            *(client.get(f"/api/documents/{each}/file") for each in closed),
            *(client.request("DELETE", f"/api/documents/{each}") for each in closed),
        ]
        for response in answers:
            assert 400 <= response.status_code < 500
            assert not holds(words_of(response), guarded.secrets + guarded.numbers), response.text


def test_assistants_see_what_their_key_allows(guarded: Any) -> None:
    """The tools of the Model Context Protocol, with every id and every word."""
    from ingest.records import Access
    from service.live import LiveIndex
    from service.mcp_server import Tools
    from service.opening import opener_of
    from service.settings import Settings

    live = LiveIndex(guarded.index, opener_of(Settings(index=guarded.index)))
    tools = Tools(live, frozenset({Access.OPEN}))
    with guarded.client("closed") as all_seeing:
        ids = known(all_seeing)
    said = []
    for secret in guarded.secrets:
        said += [str(tools.search(secret, k=50))]
        answer = tools.ask(f"Hvad besluttede udvalget om {secret[:5]}?")
        said += [str({key: answer[key] for key in answer if key not in {"question", "understood_as"}})]
    for document in ids["document_id"]:
        for page in (None, 1, 3):
            try:
                said.append(str(tools.read_page(document, page)))
            except Exception as error:
                said.append(str(error))
    live.close()
    assert holds(" ".join(said).encode(), guarded.secrets + guarded.numbers) == []


def test_nothing_is_stored_or_logged_with_a_number_or_a_question_in_it(guarded: Any) -> None:
    """Every record, word list and vector of the generation; and the whole log, at the level that says most."""
    with guarded.client("closed") as client:
        client.post("/api/ask", json={"question": "Hvem er Zebrafink 150284-1996?"})
        client.get("/api/documents/Zebrafink")
    kept = [path for path in (guarded.index / "generations").rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        assert not holds(path.read_bytes(), guarded.numbers), path
    log = guarded.log.read_bytes()
    assert b"generation live" in log
    assert holds(log, guarded.secrets + guarded.numbers) == []

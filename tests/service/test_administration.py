"""What the secretary and the editor do over HTTP: upload, rebuild, go back, read the report."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from index.build import build
from service.app import create_app
from service.errors import UploadRefused
from service.routes.admin.uploads import safe_name
from service.settings import Settings


@pytest.fixture
def secretary(settings: Settings, index_directory: Path, tmp_path: Path) -> Iterator[TestClient]:
    """The application over an index of its own, which may change."""
    own = tmp_path / "index"
    shutil.copytree(index_directory, own)
    changed = settings.model_copy(update={"index": own, "swap_poll_seconds": 0.05, "build_workers": 1})
    with TestClient(create_app(changed), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        yield client


def finished(client: TestClient) -> dict[str, Any]:
    """Wait for the job and give it."""
    for _ in range(600):
        job: dict[str, Any] = client.get("/api/admin/job").json()
        if not job["running"]:
            return job
        time.sleep(0.05)
    raise TimeoutError


def test_an_index_built_on_the_command_line_keeps_its_documents_when_the_page_adds_one(
    settings: Settings, tmp_path: Path
) -> None:
    """Without configured sources a rebuild reads again what the live generation was built from."""
    folder = tmp_path / "referater"
    folder.mkdir()
    (folder / "havn.txt").write_text("Referat\n\nDato: 3. marts 2026\n\nHavnen åbner igen den 4. maj 2026.\n", encoding="utf-8")
    build([folder], tmp_path / "index", workers=1)
    own = {"index": tmp_path / "index", "sources": (), "build_workers": 1, "swap_poll_seconds": 0.05}
    with TestClient(
        create_app(settings.model_copy(update=own)), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)
    ) as client:
        client.put("/api/admin/uploads/mole.txt", content="Notat\n\nMolen males blå i uge 12.\n".encode())
        assert client.get("/api/admin/uploads").json()["sources"] == [str(folder)]
        client.post("/api/admin/rebuild")
        assert finished(client)["status"] == 0
        _wait_until(lambda: len(client.get("/api/admin/report").json()["files"]) == 2)
        client.post("/api/admin/rebuild")
        assert finished(client)["status"] == 0
        assert [file["path"] for file in client.get("/api/admin/report").json()["files"]] == ["havn.txt", "mole.txt"]


def test_a_new_document_is_uploaded_built_and_answers(secretary: TestClient) -> None:
    """From a file on the secretary's disk to an answer with its source; then back to the version before."""
    text = "Referat af borgermøde\n\nDato: 2. juni 2026\n\nBorgermødet samlede 212 deltagere i Hou Hallen.\n".encode()
    assert secretary.put("/api/admin/uploads/borgermøde.txt", content=text).json() == {
        "name": "borgermøde.txt",
        "bytes": len(text),
        "closed": False,
    }
    assert secretary.get("/api/admin/uploads").json()["uploads"][0]["name"] == "borgermøde.txt"
    before = secretary.get("/api/status").json()["generation"]

    assert secretary.post("/api/admin/rebuild").status_code == 202
    job = finished(secretary)
    assert job["status"] == 0, job
    assert [event["event"] for event in job["events"]][-2:] == ["report", "end"]
    _wait_until(lambda: secretary.get("/api/status").json()["generation"] != before)
    answer = secretary.post("/api/ask", json={"question": "Hvor mange deltagere samlede borgermødet i Hou Hallen?"}).json()
    assert "212" in answer["answer"]

    assert secretary.post("/api/admin/rollback", json={}).json()["id"] == before
    assert secretary.get("/api/status").json()["generation"] == before
    assert [version["live"] for version in secretary.get("/api/admin/versions").json()["versions"]] == [False, True]


def test_progress_is_told_from_the_beginning_to_whoever_comes_late(secretary: TestClient) -> None:
    """The stream ends with the job."""
    secretary.post("/api/admin/rebuild")
    finished(secretary)
    stream = secretary.get("/api/admin/job/events").text
    names = [line.removeprefix("event: ") for line in stream.splitlines() if line.startswith("event: ")]
    assert names[0] == "progress"
    assert names[-1] == "end"


def test_one_job_runs_at_a_time(secretary: TestClient) -> None:
    """The second is told to wait."""
    assert secretary.post("/api/admin/rebuild").status_code == 202
    assert secretary.post("/api/admin/rebuild").status_code == 409
    finished(secretary)


def test_without_a_question_set_there_is_nothing_to_evaluate_with(secretary: TestClient) -> None:
    """It says which setting is missing."""
    refused = secretary.post("/api/admin/evaluate")
    assert refused.status_code == 400
    assert "KILDESVAR_GATE_QUESTIONS" in refused.json()["detail"]


def test_a_rebuild_without_any_source_says_so(settings: Settings, tmp_path: Path) -> None:
    """And what to do."""
    empty = settings.model_copy(update={"index": tmp_path / "none", "sources": ()})
    with TestClient(create_app(empty), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        assert client.get("/readyz").status_code == 503
        refused = client.post("/api/admin/rebuild")
        assert (refused.status_code, "Upload documents" in refused.json()["detail"]) == (400, True)
        problem = client.get("/api/status").json()
        assert problem["type"] == "/problems/no-index-yet"


def test_the_report_names_every_file(secretary: TestClient) -> None:
    """With what was repaired and masked; a closed file is not named to one who may not see it."""
    files = {file["path"]: file for file in secretary.get("/api/admin/report").json()["files"]}
    assert len(files) == 4
    assert not any(path.startswith("lukket") for path in files)
    assert "masked" in files["notat_omsorgspladser.txt"]["warnings"][0]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\win.txt", "win.txt"),
        (".skjult.pdf", "skjult.pdf"),
        ("re\u0000fe\nrat.PDF", "re_fe_rat.PDF".replace(".PDF", ".pdf")),
        ("æøå – møde (2).docx", "æøå – møde (2).docx"),
        ("x" * 400 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_an_uploaded_name_is_only_ever_a_name(sent: str, kept: str) -> None:
    """No folder, no hidden file, no control character, no endless name."""
    assert safe_name(sent) == kept


@pytest.mark.parametrize("name", ["program.exe", "uden endelse", ".pdf", "corpus.toml"])
def test_a_file_of_a_type_that_no_reader_knows_is_refused(name: str) -> None:
    """`corpus.toml` above all, which could open what is closed."""
    with pytest.raises(UploadRefused):
        safe_name(name)


def test_an_upload_that_is_too_large_leaves_nothing_behind(settings: Settings, tmp_path: Path) -> None:
    """Neither under its name nor aside."""
    small = settings.model_copy(update={"uploads": tmp_path / "uploads", "max_upload_bytes": 1_024})
    with TestClient(create_app(small), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        pieces = (b"x" * 600 for _ in range(3))  # without a length in the header
        assert client.put("/api/admin/uploads/stor.txt", content=pieces).status_code == 413
        assert client.put("/api/admin/uploads/tom.txt", content=b"").status_code == 422
    assert sorted(path.name for path in (tmp_path / "uploads").rglob("*")) == ["closed", "corpus.toml"]


def test_a_document_uploaded_as_closed_stays_closed(secretary: TestClient) -> None:
    """From the upload on: it is marked before it is there, a reader finds nothing of it, and its name shows to nobody else."""
    kept = secretary.put("/api/admin/uploads/aftale.txt?closed=true", content=b"Aftale\n\nKvartskrystal koster 88 kroner.\n")
    assert kept.json() == {"name": "aftale.txt", "bytes": 40, "closed": True}
    assert secretary.get("/api/admin/uploads").json()["uploads"] == []
    assert secretary.delete("/api/admin/uploads/aftale.txt?closed=true").status_code == 404
    before = secretary.get("/api/status").json()["generation"]
    secretary.post("/api/admin/rebuild")
    assert finished(secretary)["status"] == 0
    _wait_until(lambda: secretary.get("/api/status").json()["generation"] != before)
    found = secretary.post("/api/search", json={"query": "Kvartskrystal", "k": 50}).text
    assert "88 kroner" not in found
    assert secretary.get("/api/status").json()["document_count"] == 4


def test_an_upload_can_be_taken_back(secretary: TestClient) -> None:
    """Once."""
    secretary.put("/api/admin/uploads/fejl.txt", content=b"x")
    assert secretary.delete("/api/admin/uploads/fejl.txt").status_code == 204
    assert secretary.delete("/api/admin/uploads/fejl.txt").status_code == 404


def test_a_page_of_another_origin_cannot_administer(client: TestClient) -> None:
    """Cross-site request forgery, also from an origin that may embed the widget."""
    foreign = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    for path in ("/api/admin/rebuild", "/api/admin/rollback"):
        assert client.post(path, headers=foreign, json={}).status_code == 403
    assert client.post("/api/feedback", headers=foreign, json={"question": "x", "verdict": "up"}).status_code == 403


def test_evaluations_over_generations_are_read_as_they_were_written(client: TestClient, settings: Settings) -> None:
    """A line that a crash cut off is left out."""
    row = {"generation": "g1", "at": "2026-06-01T10:00:00+00:00", "accuracy": 0.95, "passed": True, "sentence": "57 of 60."}
    file = settings.index / "evaluations.jsonl"
    file.write_text(json.dumps(row) + "\n" + json.dumps(row)[:20], "utf-8")
    try:
        listed = client.get("/api/admin/evaluations").json()
    finally:
        file.unlink()
    assert listed["evaluations"] == [row]
    assert listed["gate_min_accuracy"] == 0.9


def _wait_until(holds: Any) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError


def test_who_may_see_closed_items_sees_and_removes_closed_uploads(settings: Settings, tmp_path: Path) -> None:
    """An administrator with the role `closed` as well."""
    both = settings.model_copy(update={"uploads": tmp_path / "uploads", "local_roles": ("reader", "admin", "closed")})
    with TestClient(create_app(both), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        client.put("/api/admin/uploads/aftale.txt?closed=true", content=b"Aftale")
        assert client.get("/api/admin/uploads").json()["uploads"] == [{"name": "aftale.txt", "bytes": 6, "closed": True}]
        assert client.delete("/api/admin/uploads/aftale.txt?closed=true").status_code == 204
        assert client.get("/api/admin/uploads").json()["uploads"] == []


def test_a_failure_is_logged_by_its_route_and_not_by_the_name_of_a_file(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The name of an upload that could not be kept may be a person's."""
    (tmp_path / "uploads").write_text("no folder")
    blocked = settings.model_copy(update={"uploads": tmp_path / "uploads"})
    with (
        TestClient(create_app(blocked), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client,
        caplog.at_level("INFO"),
    ):
        assert client.put("/api/admin/uploads/Sagen om Jens Vejby.txt", content=b"x").status_code == 503
    assert "/api/admin/uploads/{name}" in {getattr(record, "route", "") for record in caplog.records}
    assert not [record for record in caplog.records if record.name.startswith("service") and "Vejby" in str(record.__dict__)]

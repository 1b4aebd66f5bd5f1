"""Faults injected on purpose: what was live goes on answering, what was promised is kept, and the user gets a sentence."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.build import build
from index.generations import live_id, prune, roll_back, versions
from ingest.records import Access
from service.app import create_app
from service.errors import NotStored
from service.feedback import FeedbackStore
from service.live import LiveIndex
from service.opening import opener_of
from service.records import Question
from service.settings import Settings

pytestmark = pytest.mark.xdist_group("trust")  # one index and one server for all of them

QUESTION = "Hvad besluttede Havneudvalget om molen?"


@pytest.fixture
def own_index(planted_index: Path, tmp_path: Path) -> Path:
    """A copy of the planted index, to break at will."""
    return Path(shutil.copytree(planted_index, tmp_path / "index"))


def at_home(settings: Settings) -> TestClient:
    """The application, called from this machine; what fails inside is an answer, as for a user."""
    app = create_app(settings)
    return TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 5000), raise_server_exceptions=False)


def answers(directory: Path) -> bool:
    """Whether a question is answered from the index as it stands on disk now."""
    live = LiveIndex(directory, opener_of(Settings(index=directory)))
    live.refresh()
    with live.lease() as serving:
        found = not serving.assistant.ask(Question(text=QUESTION)).abstained
    live.close()
    return found


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of four megabytes; skipped where none may be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("mounting a small tmpfs is not allowed here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("moment", range(6))
def test_going_live_and_pruning_killed_at_any_system_call_leave_an_index_that_answers(
    own_index: Path, planted: Path, moment: int
) -> None:
    """Kill −9 in front of the nth rename, removal or sync; afterwards both succeed."""
    program = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv[1])
def deadly(real):
    def call(*given, **named):
        global left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return real(*given, **named)
    return call
for name in ("replace", "rename", "unlink", "rmdir", "fsync"):
    setattr(os, name, deadly(getattr(os, name)))
from index.generations import prune, roll_back
directory = Path(sys.argv[2])
roll_back(directory)
prune(directory, keep=1)
"""
    second = build([planted], own_index, workers=1, again=True).generation.id
    ended = subprocess.run([sys.executable, "-c", program, str(moment), str(own_index)], check=False, capture_output=True)
    assert ended.returncode in {-signal.SIGKILL, 0}, ended.stderr
    assert answers(own_index)
    if any(each.id == second for each in versions(own_index)):
        roll_back(own_index, second)
    prune(own_index, keep=1)
    assert answers(own_index)


def test_an_upload_killed_halfway_is_never_read_and_does_not_stand_in_the_way(
    own_index: Path, serving: Callable[..., object]
) -> None:
    """Kill −9 of the server while a body arrives: no file under the name; the next server takes the same upload."""
    server = serving(own_index)
    with server as address:  # type: ignore[attr-defined]
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as half:
            head = f"PUT /api/admin/uploads/halv.txt HTTP/1.1\r\nHost: {host}\r\nContent-Length: 100000\r\n\r\n"
            half.sendall(head.encode() + b"x" * 50_000)
            _wait_until(lambda: any((own_index / "uploads").glob(".*.part")))
            os.kill(server.process.pid, signal.SIGKILL)  # type: ignore[attr-defined]
            server.process.wait()  # type: ignore[attr-defined]
    with at_home(Settings(index=own_index)) as client:
        assert client.get("/api/admin/uploads").json()["uploads"] == []
        assert client.put("/api/admin/uploads/halv.txt", content=b"hele filen").status_code == 201
        assert [each["bytes"] for each in client.get("/api/admin/uploads").json()["uploads"]] == [10]


def test_a_full_disk_refuses_uploads_and_verdicts_with_a_sentence_and_goes_on_answering(
    own_index: Path, small_disk: Path
) -> None:
    """503 with what to do; nothing is left behind; questions are answered meanwhile."""
    directory = Path(shutil.copytree(own_index, small_disk / "index"))
    with at_home(Settings(index=directory)) as client:
        refused = client.put("/api/admin/uploads/stor.txt", content=b"x" * 8_000_000)
        assert (refused.status_code, "not kept" in refused.json()["detail"]) == (503, True)
        assert client.get("/api/admin/uploads").json()["uploads"] == []
        with (small_disk / "filler").open("wb") as filler:
            _fill(filler.fileno())
        verdict = client.post("/api/feedback", json={"question": QUESTION * 50, "verdict": "up"})
        assert verdict.status_code == 503
        assert "egetræ" in client.post("/api/ask", json={"question": QUESTION}).json()["answer"]


def test_a_read_only_index_is_served_and_says_what_it_cannot_keep(own_index: Path, small_disk: Path) -> None:
    """A file system mounted read-only: every question is answered; an upload and a verdict are refused with a sentence."""
    directory = Path(shutil.copytree(own_index, small_disk / "index"))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with at_home(Settings(index=directory)) as client:
        assert "egetræ" in client.post("/api/ask", json={"question": QUESTION}).json()["answer"]
        for refused in (
            client.put("/api/admin/uploads/a.txt", content=b"x"),
            client.post("/api/feedback", json={"question": QUESTION, "verdict": "up"}),
        ):
            assert (refused.status_code, refused.json()["detail"] != "") == (503, True)


def test_one_flipped_byte_in_a_new_generation_lets_the_last_good_one_serve_on(own_index: Path, planted: Path) -> None:
    """To the service that runs and to one that starts afterwards."""
    first = live_id(own_index)
    second = build([planted], own_index, workers=1, again=True).generation.id
    victim = own_index / "generations" / second / "records.sqlite"
    content = bytearray(victim.read_bytes())
    content[len(content) // 3] ^= 1
    victim.write_bytes(bytes(content))
    with at_home(Settings(index=own_index)) as client:
        assert client.get("/api/status").json()["generation"] == first
        assert "egetræ" in client.post("/api/ask", json={"question": QUESTION}).json()["answer"]


def test_a_verdict_waits_for_a_busy_database_and_gives_up_with_a_sentence(tmp_path: Path) -> None:
    """A writer that lets go in time is waited for; one that does not is a 503, not a fault."""
    store = FeedbackStore(tmp_path, busy_seconds=0.2)
    store.add({"question": "a"}, Access.OPEN)
    with closing(sqlite3.connect(tmp_path / "feedback.sqlite3", check_same_thread=False)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotStored, match="locked"):
            store.add({"question": "b"}, Access.OPEN)
        threading.Timer(0.3, writer.rollback).start()
        FeedbackStore(tmp_path, busy_seconds=10).add({"question": "c"}, Access.OPEN)
    assert [each.given["question"] for each in store.list(frozenset({Access.OPEN}))] == ["c", "a"]


def _silent_server(stop: threading.Event) -> tuple[int, threading.Thread]:
    """A model server that takes connections and never says a word."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)

    def listen() -> None:
        held = []
        with listener:
            while not stop.is_set():
                try:
                    held.append(listener.accept()[0])
                except TimeoutError:
                    continue
        for each in held:
            each.close()

    thread = threading.Thread(target=listen)
    thread.start()
    return int(listener.getsockname()[1]), thread


@pytest.mark.parametrize("fault", ["refuses", "is silent"])
def test_with_the_model_server_down_questions_are_answered_from_the_quotes_alone(own_index: Path, fault: str) -> None:
    """Whether it refuses the connection or never answers: within its time limit, with the same sources."""
    pytest.importorskip("openai")
    stop = threading.Event()
    port, thread = _silent_server(stop) if fault == "is silent" else (9, None)
    settings = Settings(
        index=own_index, answer_model_url=f"http://127.0.0.1:{port}/v1", answer_model_name="m", answer_model_timeout_seconds=1.0
    )
    try:
        with at_home(settings) as client:
            started = time.monotonic()
            answer = client.post("/api/ask", json={"question": QUESTION}).json()
            assert "egetræ" in answer["answer"]
            assert answer["sources"]
            assert time.monotonic() - started < 15
    finally:
        stop.set()
        if thread is not None:
            thread.join()


def test_a_slow_client_does_not_hold_the_others_up(guarded: object) -> None:
    """Forty connections that send a letter now and then; a question between them is answered at once."""
    address = str(guarded.address).removeprefix("http://")  # type: ignore[attr-defined]
    host, port = address.split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(40)]
    try:
        for each in slow:
            each.sendall(b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
        with guarded.client("reader") as client:  # type: ignore[attr-defined]
            for _ in range(3):
                for each in slow:
                    each.sendall(b" ")
                started = time.monotonic()
                assert client.post("/api/ask", json={"question": QUESTION}).status_code == 200
                assert time.monotonic() - started < 5
    finally:
        for each in slow:
            each.close()


def _fill(file: int) -> None:
    """Write until there is no room left."""
    size = 1 << 20
    while size:
        try:
            os.write(file, bytes(size))
        except OSError:
            size //= 2


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(200):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError

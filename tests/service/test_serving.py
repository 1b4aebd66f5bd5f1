"""A real server: streaming, a new generation under load, shutdown, access from the network."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import httpx
import pytest

from index.build import build
from index.generations import live_id, roll_back

QUESTION = "Hvem driver akutsygeplejen i Samsø?"
Serve = Callable[[Mapping[str, str]], str]


def test_events_arrive_as_they_are_sent(address: str) -> None:
    """Over a real socket, with the header that keeps nginx from holding them back."""
    with httpx.stream(
        "POST", f"{address}/api/ask", json={"question": QUESTION}, headers={"accept": "text/event-stream"}
    ) as response:
        names = [line.removeprefix("event: ") for line in response.iter_lines() if line.startswith("event: ")]
    assert response.headers["x-accel-buffering"] == "no"
    assert (names[0], names[-1]) == ("understood", "answer")


def test_no_request_is_lost_while_generations_change(served: Serve, index_directory: Path, corpus: Path, tmp_path: Path) -> None:
    """Four askers go on while a rebuild and two roll-backs go live; every answer is a 200, and both generations answered."""
    own = tmp_path / "index"
    shutil.copytree(index_directory, own)
    address = served({"KILDESVAR_INDEX": str(own)})
    seen: list[tuple[int, str]] = []
    stop = threading.Event()

    def asking() -> None:
        with httpx.Client(base_url=address, timeout=30) as client:
            while not stop.is_set():
                response = client.post("/api/ask", json={"question": QUESTION})
                seen.append((response.status_code, response.json().get("generation", "")))

    askers = [threading.Thread(target=asking) for _ in range(4)]
    for asker in askers:
        asker.start()
    try:
        first = live_id(own)
        second = build([corpus], own, workers=1, again=True).generation.id
        _wait_until(lambda: _generation(address) == second)
        roll_back(own)
        _wait_until(lambda: _generation(address) == first)
        roll_back(own, second)
        _wait_until(lambda: _generation(address) == second)
    finally:
        stop.set()
        for asker in askers:
            asker.join()
    assert {status for status, _ in seen} == {200}
    assert len({generation for _, generation in seen}) == 2


def test_an_index_that_is_built_later_is_found(served: Serve, corpus: Path, tmp_path: Path) -> None:
    """The service starts without one, says so, and answers as soon as there is one."""
    address = served({"KILDESVAR_INDEX": str(tmp_path / "later")})
    assert httpx.get(f"{address}/readyz").status_code == 503
    build([corpus], tmp_path / "later", workers=1)
    _wait_until(lambda: httpx.get(f"{address}/readyz").status_code == 200)


def test_only_the_allowed_origin_may_ask_from_its_own_pages(address: str) -> None:
    """CORS by setting; another origin gets no permission."""
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    allowed = httpx.options(f"{address}/api/ask", headers={"origin": "https://intra.example", **asked})
    assert allowed.headers["access-control-allow-origin"] == "https://intra.example"
    refused = httpx.options(f"{address}/api/ask", headers={"origin": "https://evil.example", **asked})
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize(
    "path",
    ["/documents/..%2f..%2fetc%2fpasswd", "/assets/..%2f..%2fsettings.py", "/api/documents/..%2F..%2F/file", "/assets/%00"],
)
def test_no_path_leads_out_of_what_is_served(address: str, path: str) -> None:
    """The source view is the same page whatever the id; everything else is not found."""
    response = httpx.get(address + path)
    assert b"root:" not in response.content
    assert response.status_code in (200, 404)
    if response.status_code == 200:
        assert b"<!doctype html>" in response.content


def _generation(address: str) -> str:
    return str(httpx.get(f"{address}/api/status", timeout=30).json()["generation"])


def _wait_until(holds: Callable[[], bool]) -> None:
    for _ in range(400):
        if holds():
            return
        time.sleep(0.05)
    raise TimeoutError

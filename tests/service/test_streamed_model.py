"""`POST /api/ask` as a stream while a language model on a real server speaks: every piece sent is a sentence that holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.app import create_app
from service.settings import Settings

QUESTION = "Hvor mange omsorgspladser driver regionen i Odder?"
TRUE = "Regionen driver 36 omsorgspladser i Odder [{}]."
LIE = "Regionen driver 48 omsorgspladser i Odder [{}]."


@contextmanager
def model_server(sentences: tuple[str, ...], *, finishes: bool) -> Iterator[str]:
    """A server that says the sentences of the passage that names Odder, and may break off; gives its base URL."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["content-length"])))
            passages = json.loads(request["messages"][1]["content"])["passages"]
            number = next(passage["number"] for passage in passages if "36 omsorgspladser" in passage["text"])
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            for sentence in sentences:
                self._send({"delta": {"content": sentence.format(number) + " "}, "index": 0, "finish_reason": None})
            if finishes:
                self._send({"delta": {}, "index": 0, "finish_reason": "stop"})
                self.wfile.write(b"data: [DONE]\n\n")

        def _send(self, choice: dict[str, Any]) -> None:
            chunk = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m", "choices": [choice]}
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())

        def log_message(self, *_: Any) -> None:
            """Keep the test output clean."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def events(settings: Settings, url: str) -> list[tuple[str, Any]]:
    """Name and data of each event of the answer."""
    with_model = settings.model_copy(update={"min_confidence": 0.0, "answer_model_url": url, "answer_model_name": "m"})
    with TestClient(create_app(with_model), base_url="http://127.0.0.1", client=("127.0.0.1", 5000)) as client:
        text = client.post("/api/ask", json={"question": QUESTION}, headers={"accept": "text/event-stream"}).text
    fields = [dict(line.split(": ", 1) for line in block.split("\n") if line[0] != ":") for block in text.strip().split("\n\n")]
    return [(each["event"], json.loads(each["data"])) for each in fields if each]


def test_each_true_sentence_is_one_piece_and_the_lie_between_them_is_never_sent(settings: Settings) -> None:
    """How the question was understood comes first, the whole answer last."""
    with model_server((TRUE, LIE, TRUE), finishes=True) as url:
        told = events(settings, url)
    assert [name for name, _ in told] == ["understood", "text", "text", "answer"]
    assert "48" not in json.dumps([data for name, data in told if name == "text"])
    assert "".join(data["text"] for name, data in told if name == "text") == told[-1][1]["answer"]
    assert told[-1][1]["kind"] == "model"


@pytest.mark.parametrize("sentences", [(TRUE,), (LIE,), ()])
def test_when_the_model_breaks_off_the_last_event_is_the_answer_without_it(
    settings: Settings, sentences: tuple[str, ...]
) -> None:
    """It replaces what was sent before, which was true."""
    with model_server(sentences, finishes=False) as url:
        told = events(settings, url)
    assert told[-1][0] == "answer"
    assert told[-1][1]["kind"] != "model"
    assert "48" not in json.dumps(told[:-1], ensure_ascii=False)

"""What a reader may not see is not had in any way: not in an answer, count, header, suggestion, image, file or error."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as bounded
from hypothesis import strategies as st

SECRET = "Zebrafinken"
WORDS = [
    SECRET,
    "zebrafink",
    "dæknavnet",
    "grunden",
    "ni millioner",
    "hemmelige plan",
    "lukket",
    "punkt 3",
    "Køb af grund",
    "besluttede",
    "Havneudvalget",
]


def bearer(key: str) -> dict[str, str]:
    """The header that carries a key."""
    return {"authorization": f"Bearer {key}"}


def everything(client: TestClient, headers: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Every address a reader can find by following addresses, with what is there."""
    for path in (
        "/api/documents",
        "/api/meetings",
        "/api/decisions",
        "/api/facets",
        "/api/status",
        "/api/municipalities",
        "/api/matrix",
        "/metrics",
        "/api/session",
        "/openapi.json",
    ):
        response = client.get(path, headers=headers)
        yield path, response.content
    for document in client.get("/api/documents", headers=headers).json()["documents"]:
        detail = client.get(f"/api/documents/{document['id']}", headers=headers)
        yield document["id"], detail.content
        yield "passages", client.get(f"/api/documents/{document['id']}/passages", headers=headers).content
        if detail.json()["file_url"]:
            yield "file", client.get(detail.json()["file_url"], headers=headers).content
    for meeting in client.get("/api/meetings", headers=headers).json()["meetings"]:
        yield "meeting", client.get(f"/api/meetings/{meeting['id']}", headers=headers).content
    yield "suggestions", client.post("/api/suggestions", json={}, headers=headers).content


def test_a_reader_who_follows_every_address_finds_no_closed_word(guarded: TestClient, keys: Any) -> None:
    """And one who may see closed items does find them."""
    for path, content in everything(guarded, bearer(keys.reader)):
        assert SECRET.encode() not in content, path
    assert any(SECRET.encode() in content for _, content in everything(guarded, bearer(keys.closed)))


@bounded(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), role=st.sampled_from(["reader", "admin"]))
def test_no_question_and_no_search_of_a_reader_brings_up_a_closed_word(
    guarded: TestClient, keys: Any, words: list[str], role: str
) -> None:
    """Whatever is asked; the question's own words alone may come back."""
    text = " ".join(words)
    headers = bearer(getattr(keys, role))
    for path, body in (("/api/ask", {"question": text}), ("/api/search", {"query": text, "k": 50})):
        said = guarded.post(path, json=body, headers=headers).json()
        for own in ("question", "understood_as", "query"):
            said.pop(own, None)
        assert SECRET not in str(said)


def test_the_page_with_the_closed_item_is_not_shown_and_the_file_is_withheld(guarded: TestClient, keys: Any) -> None:
    """Page 3 holds the closed item; the pages before it are open."""
    listed = guarded.get("/api/documents", headers=bearer(keys.reader)).json()["documents"]
    minutes = next(each["id"] for each in listed if each["path"].startswith("referat"))
    detail = guarded.get(f"/api/documents/{minutes}", headers=bearer(keys.reader)).json()
    assert [page["number"] for page in detail["pages"]] == [1, 2]
    assert detail["file_url"] is None
    for path, expected in ((f"{minutes}/pages/3.png", 404), (f"{minutes}/file", 404), (f"{minutes}/pages/2.png", 200)):
        assert guarded.get(f"/api/documents/{path}", headers=bearer(keys.reader)).status_code == expected
    for path in (f"{minutes}/pages/3.png", f"{minutes}/file"):
        assert guarded.get(f"/api/documents/{path}", headers=bearer(keys.closed)).status_code == 200


def test_what_is_closed_is_not_found_in_the_same_words_as_what_is_not_there(guarded: TestClient, keys: Any) -> None:
    """The error tells nothing either."""
    closed = guarded.get("/api/documents", headers=bearer(keys.closed)).json()["documents"]
    hidden = next(each["id"] for each in closed if each["path"].startswith("lukket"))
    there = guarded.get(f"/api/documents/{hidden}", headers=bearer(keys.reader)).json()
    absent = guarded.get("/api/documents/0000000000000000", headers=bearer(keys.reader)).json()
    assert {**there, "instance": "", "detail": there["detail"].replace(hidden, "ID")} == {
        **absent,
        "instance": "",
        "detail": absent["detail"].replace("0000000000000000", "ID"),
    }


def test_counts_do_not_count_what_is_closed(guarded: TestClient, keys: Any) -> None:
    """Four documents for a reader, five with the closed folder."""
    count = lambda key: guarded.get("/api/status", headers=bearer(key)).json()["document_count"]  # noqa: E731
    assert (count(keys.reader), count(keys.admin), count(keys.closed)) == (4, 4, 5)


def test_feedback_on_closed_items_is_read_only_by_those_who_may_see_them(guarded: TestClient, keys: Any) -> None:
    """An editor without the role does not get the question."""
    sent = {"question": f"Hvad koster {SECRET}?", "verdict": "down"}
    assert guarded.post("/api/feedback", json=sent, headers=bearer(keys.closed)).status_code == 201
    for path in ("/api/admin/feedback", "/api/admin/feedback/questions.jsonl"):
        assert SECRET not in guarded.get(path, headers=bearer(keys.admin)).text


def test_no_log_line_repeats_a_question_or_a_passage(guarded: TestClient, keys: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Not even at the level that says most."""
    with caplog.at_level(logging.DEBUG, logger="service"):
        guarded.post("/api/ask", json={"question": f"Hvad er {SECRET}?"}, headers=bearer(keys.closed))
    assert caplog.records
    assert SECRET not in " ".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)


@pytest.mark.parametrize("path", ["/api/status", "/api/documents", "/api/facets", "/api/admin/versions"])
def test_without_a_key_nothing_is_told(guarded: TestClient, path: str) -> None:
    """401, with the way to sign in."""
    response = guarded.get(path)
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("path", ["versions", "report", "feedback", "uploads", "evaluations", "job"])
def test_administration_needs_its_role(guarded: TestClient, keys: Any, path: str) -> None:
    """A reader's key is not enough, nor one for closed items."""
    assert guarded.get(f"/api/admin/{path}", headers=bearer(keys.reader)).status_code == 403
    assert guarded.get(f"/api/admin/{path}", headers=bearer(keys.closed)).status_code == 403
    assert guarded.get(f"/api/admin/{path}", headers=bearer(keys.admin)).status_code == 200


def test_signing_in_puts_the_key_into_a_cookie_that_scripts_cannot_read(guarded: TestClient, keys: Any) -> None:
    """So that page images work; and signing out forgets it."""
    response = guarded.post("/api/session", json={"key": keys.reader})
    cookie = response.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    try:
        assert guarded.get("/api/status").status_code == 200
    finally:
        guarded.delete("/api/session")
    guarded.cookies.clear()
    assert guarded.post("/api/session", json={"key": "ksv_wrong"}).status_code == 401


def test_a_page_image_never_holds_a_closed_passage_as_a_mark(guarded: TestClient, keys: Any) -> None:
    """Asking to mark a closed passage on an open page marks nothing and tells nothing."""
    listed = guarded.get("/api/documents", headers=bearer(keys.closed)).json()["documents"]
    minutes = next(each["id"] for each in listed if each["path"].startswith("referat"))
    passages = guarded.get(f"/api/documents/{minutes}/passages", headers=bearer(keys.closed)).json()["passages"]
    closed = next(each["id"] for each in passages if each["access"] == "closed")
    image = f"/api/documents/{minutes}/pages/2.png"
    plain = guarded.get(image, headers=bearer(keys.reader))
    asked = guarded.get(image, params={"passage": closed}, headers=bearer(keys.reader))
    assert io.BytesIO(asked.content).read() == plain.content
    assert (asked.headers["x-marked"], asked.headers["etag"]) == ("0", plain.headers["etag"])

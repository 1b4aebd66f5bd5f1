"""Documents, pages, search, meetings, decisions and facts over HTTP."""

from __future__ import annotations

import io
from typing import Any

import pytest
from fastapi.testclient import TestClient
from PIL import Image

PERSONAL_NUMBER = "150284-1996"
QUESTION = "Hvem driver akutsygeplejen i Samsø?"

MINUTES = "referat_havneudvalget_2026-03-11.pdf"
SLIDES = "slides_opgaver_2026-05-20.pdf"


def document_id(client: TestClient, path: str) -> str:
    """The id of a document by its path."""
    documents = client.get("/api/documents").json()["documents"]
    return str(next(each["id"] for each in documents if each["path"] == path))


def yellow(image: bytes) -> list[tuple[int, int]]:
    """The pixels marked as with a pen: red and green high, blue low."""
    picture = Image.open(io.BytesIO(image)).convert("RGB")
    width, height = picture.size
    pixels = picture.load()
    assert pixels is not None
    found: list[tuple[int, int]] = []
    for x in range(0, width, 2):
        for y in range(0, height, 2):
            pixel: Any = pixels[x, y]
            if pixel[0] > 200 and pixel[1] > 180 and pixel[2] < 140:
                found.append((x, y))
    return found


def test_documents_come_newest_first_and_undated_last(client: TestClient) -> None:
    """With how many there are in all."""
    listed = client.get("/api/documents", params={"limit": 2}).json()
    assert listed["total"] == 4
    assert [each["date"] for each in listed["documents"]] == ["2026-05-20", "2026-05-04"]


def test_the_highlight_lies_where_the_words_stand(client: TestClient) -> None:
    """The source's box in points, times two pixels a point, holds all that is marked, and something is."""
    source = client.post("/api/ask", json={"question": "Hvad blev besluttet om molen?"}).json()["sources"][0]
    assert source["document"] == MINUTES
    image = f"/api/documents/{source['document_id']}/pages/{source['page']}.png"
    marked = yellow(client.get(image, params={"passage": source["passage_id"]}).content)
    boxes = [box for box in source["boxes"] if box["page_number"] == source["page"]]
    assert marked
    for x, y in marked:
        assert any(
            box["x0"] * 2 - 6 <= x <= box["x1"] * 2 + 6 and box["top"] * 2 - 6 <= y <= box["bottom"] * 2 + 6 for box in boxes
        )
    assert yellow(client.get(image).content) == []


def test_marking_a_quote_marks_less_than_its_passage(client: TestClient) -> None:
    """Only the words the answer rests on."""
    source = client.post("/api/ask", json={"question": QUESTION}).json()["sources"][0]
    image = f"/api/documents/{source['document_id']}/pages/1.png"
    whole = yellow(client.get(image, params={"passage": source["passage_id"]}).content)
    part = yellow(
        client.get(
            image, params={"passage": source["passage_id"], "quote": "Samsø Kommune driver fortsat akutsygeplejen"}
        ).content
    )
    assert 0 < len(part) < len(whole)


def test_a_page_that_did_not_change_is_not_sent_again(client: TestClient) -> None:
    """304 for the ETag that was given."""
    image = f"/api/documents/{document_id(client, SLIDES)}/pages/1.png"
    tag = client.get(image).headers["etag"]
    again = client.get(image, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("page", ["0", "99", "-1", "x"])
def test_a_page_that_is_not_there_is_not_found(client: TestClient, page: str) -> None:
    """Or malformed, where it is not a page number."""
    response = client.get(f"/api/documents/{document_id(client, SLIDES)}/pages/{page}.png")
    assert response.status_code in (404, 422)


def test_an_original_pdf_is_shown_and_anything_else_is_saved_and_never_runs(client: TestClient) -> None:
    """A web page from the corpus may hold a script."""
    pdf = client.get(f"/api/documents/{document_id(client, SLIDES)}/file")
    assert pdf.headers["content-disposition"].startswith("inline")
    page = client.get(f"/api/documents/{document_id(client, 'side_faergen.html')}/file")
    assert page.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in page.headers["content-security-policy"]


def test_a_file_with_a_civil_registration_number_is_withheld_and_its_text_is_masked(client: TestClient) -> None:
    """Nobody gets the number, whatever his role."""
    note = document_id(client, "notat_omsorgspladser.txt")
    assert client.get(f"/api/documents/{note}").json()["file_url"] is None
    assert client.get(f"/api/documents/{note}/file").status_code == 404
    passages = client.get(f"/api/documents/{note}/passages").text
    assert PERSONAL_NUMBER not in passages
    assert "████" in passages


def test_search_shows_the_words_that_were_asked_for(client: TestClient) -> None:
    """Also in another form than they were written."""
    found = client.post("/api/search", json={"query": "badezonen kaj", "k": 3}).json()["hits"]
    assert found[0]["document"]["path"] == MINUTES
    assert "kaj" in found[0]["terms"]


def test_filters_bound_the_search_and_the_counts(client: TestClient) -> None:
    """A passage outside them is neither found nor counted."""
    filters = {"kinds": ["slides"]}
    found = client.post("/api/search", json={"query": "omsorgspladser", "filters": filters}).json()["hits"]
    assert {hit["document"]["path"] for hit in found} == {SLIDES}
    assert client.post("/api/facets", json=filters).json()["years"] == {"2026": 1}
    assert client.get("/api/documents", params={"kinds": "slides", "date_to": "2026-05-19"}).json()["total"] == 0


def test_a_meeting_comes_with_its_items(client: TestClient) -> None:
    """In printed order; the closed one is not there, not even as a number."""
    meeting = client.get("/api/meetings").json()["meetings"][0]
    assert (meeting["date"], meeting["item_count"]) == ("2026-03-11", 2)
    items = client.get(f"/api/meetings/{meeting['id']}").json()["items"]
    assert [item["title"] for item in items] == ["Ny mole ved lystbådehavnen", "Badezone ved færgelejet"]


def test_a_decision_stands_beside_what_was_proposed(client: TestClient) -> None:
    """The two are different things."""
    decisions = client.get("/api/decisions", params={"words": "egetræ"}).json()["decisions"]
    assert len(decisions) == 1
    assert "beton" in decisions[0]["proposal"]
    assert "egetræ i stedet for beton" in decisions[0]["decision"]


def test_a_municipality_lists_who_runs_each_task(client: TestClient) -> None:
    """The exception in the cell counts for the municipality it names, the legend for the others."""
    tasks = {task["task"]: task for task in client.get("/api/municipalities/Samsø").json()["tasks"]}
    assert (tasks["Akutsygepleje"]["runner"], tasks["Omsorgspladser"]["runner"]) == ("municipality", "region")
    neighbour = {task["task"]: task["runner"] for task in client.get("/api/municipalities/Aarhus Kommune").json()["tasks"]}
    assert neighbour["Akutsygepleje"] == "region"
    assert client.get("/api/municipalities/Atlantis").status_code == 404


def test_the_matrix_has_a_cell_for_each_council_and_task(client: TestClient) -> None:
    """Three rows, two tasks."""
    matrix = client.get("/api/matrix").json()
    assert [council["name"] for council in matrix["councils"]] == ["Horsens", "Aarhus", "Fyn"]
    assert all(len(council["cells"]) == len(matrix["tasks"]) == 2 for council in matrix["councils"])


def test_the_status_says_what_is_covered(client: TestClient) -> None:
    """How many documents the caller may see, and through which date."""
    status = client.get("/api/status").json()
    assert (status["document_count"], status["newest_date"], status["fault"]) == (4, "2026-05-20", "")


@pytest.mark.parametrize(
    "path", ["/api/documents/none", "/api/passages/none", "/api/meetings/none", "/api/items/none", "/nowhere", "/assets/none.js"]
)
def test_what_is_not_there_is_a_problem_with_details(client: TestClient, path: str) -> None:
    """RFC 9457, for unknown paths too."""
    response = client.get(path)
    assert (response.status_code, response.headers["content-type"]) == (404, "application/problem+json")
    assert response.json()["instance"] == path


@pytest.mark.parametrize(
    "path", ["/", "/search", "/meetings", "/municipalities", "/admin", "/widget.js", "/assets/site.css", "/api/status"]
)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    """And the pages a policy under which no foreign script runs."""
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_the_widget_is_one_script_under_60_kilobytes(client: TestClient) -> None:
    """Uncompressed, and without an address of anybody else."""
    script = client.get("/widget.js")
    assert len(script.content) < 60_000
    assert script.headers["access-control-allow-origin"] == "*"
    assert "https://" not in script.text


def test_metrics_count_requests_by_route_and_never_by_address(client: TestClient) -> None:
    """Prometheus' text format."""
    client.get(f"/api/documents/{document_id(client, SLIDES)}")
    page = client.get("/metrics").text
    assert 'kildesvar_requests_total{method="GET",route="/api/documents/{document_id}",status="200"}' in page
    assert "kildesvar_documents 4.0" in page

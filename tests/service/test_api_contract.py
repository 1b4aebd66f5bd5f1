"""The API is what its description says: made-up requests to every route bring no 5xx and no answer that is not described."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounded
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
REBUILD, EVALUATE, ROLLBACK = "/api/admin/rebuild", "/api/admin/evaluate", "/api/admin/rollback"
EVENTS = "/api/admin/job/events"
LASTING = {REBUILD, EVALUATE, ROLLBACK, EVENTS}
"""Start or follow long work, or change the index: asked of a server of their own, in an order in which each answer comes up."""
IN_TURN = (EVENTS, EVALUATE, REBUILD, ROLLBACK, EVENTS, REBUILD, ROLLBACK, EVALUATE, EVENTS, EVALUATE, EVENTS, ROLLBACK)
"""Before any work, while some runs (refused as busy), and after it; the events are followed to the end of the work."""


@bounded(
    max_examples=6,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def _ask_each_operation(operations: list[Any], data: st.DataObject) -> None:
    for operation in operations:
        case = data.draw(operation.as_strategy(), label=operation.label)
        case.call_and_validate(checks=CHECKS, timeout=30)


def test_every_answer_is_one_that_is_described(address: str) -> None:
    """Made-up requests to each route: status, media type, headers and schema are as described; and never a 5xx."""
    described = schemathesis.openapi.from_url(f"{address}/openapi.json", config=SchemathesisConfig())
    operations = [found.ok() for found in described.get_all_operations()]
    _ask_each_operation([operation for operation in operations if operation.path not in LASTING])


@bounded(max_examples=1, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(data=st.data())
def _ask_in_turn(operations: dict[str, Any], statuses: set[tuple[str, int]], data: st.DataObject) -> None:
    for path in IN_TURN:
        case = data.draw(operations[path].as_strategy(), label=path)
        response = case.call_and_validate(checks=CHECKS, timeout=60)
        statuses.add((path, response.status_code))


@bounded(max_examples=8, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(data=st.data())
def _ask_streaming(operation: Any, data: st.DataObject) -> None:
    case = data.draw(operation.as_strategy(), label=operation.label)
    case.call_and_validate(checks=CHECKS, timeout=30, headers={"accept": "text/event-stream"})


def test_every_event_of_a_streamed_answer_is_one_that_is_described(address: str) -> None:
    """Made-up questions, answered as streams of events."""
    described = schemathesis.openapi.from_url(f"{address}/openapi.json", config=SchemathesisConfig())
    _ask_streaming(next(found.ok() for found in described.get_all_operations() if found.ok().path == "/api/ask"))


def test_rebuilds_evaluations_roll_backs_and_their_events_answer_as_described(
    served: Callable[[Mapping[str, str]], str], corpus: Path, index_directory: Path, tmp_path: Path
) -> None:
    """Begun, refused while another runs, followed to the end, gone back: the work is done for real on an index of its own."""
    index = Path(shutil.copytree(index_directory, tmp_path / "index"))
    gate = tmp_path / "gate.jsonl"
    gate.write_text(
        json.dumps(
            {"id": "1", "question": "Hvem driver akutsygeplejen i Samsø?", "answerable": True, "must_include": [["Samsø"]]}
        ),
        "utf-8",
    )
    variables = {"INDEX": str(index), "SOURCES": json.dumps([str(corpus)]), "GATE_QUESTIONS": str(gate), "GATE_MIN_ACCURACY": "0"}
    address = served({f"KILDESVAR_{name}": value for name, value in variables.items()} | {"KILDESVAR_BUILD_WORKERS": "1"})
    described = schemathesis.openapi.from_url(f"{address}/openapi.json", config=SchemathesisConfig())
    operations = {found.ok().path: found.ok() for found in described.get_all_operations() if found.ok().path in LASTING}
    statuses: set[tuple[str, int]] = set()
    _ask_in_turn(operations, statuses)
    assert {(EVENTS, 200), (EVALUATE, 202), (EVALUATE, 409), (REBUILD, 202), (REBUILD, 409), (ROLLBACK, 200)} <= statuses
    with httpx.stream("GET", f"{address}{EVENTS}") as events:  # the last job was an evaluation, which said that it ended well
        assert '"event": "end", "status": 0' in events.read().decode()


def test_every_route_is_described_with_a_summary_and_problem_details(client: TestClient) -> None:
    """And every object that is sent has an example or a description."""
    described = client.get("/openapi.json").json()
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], (method, path)
            if path.startswith("/api/"):
                problem = operation["responses"]["422"]["content"]
                assert list(problem) == ["application/problem+json"], (method, path)


def test_the_description_names_no_framework_type(client: TestClient) -> None:
    """Errors are problem details, not the framework's own shape."""
    assert not re.search("HTTPValidationError", client.get("/openapi.json").text)

"""The API is what its description says: made-up requests to every route bring no 5xx and no answer that is not described."""

from __future__ import annotations

import re
from typing import Any

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
LASTING = {"/api/admin/rebuild", "/api/admin/evaluate", "/api/admin/rollback", "/api/admin/job/events"}
"""Start or follow long work, or change the index that other tests share: tested by hand."""


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

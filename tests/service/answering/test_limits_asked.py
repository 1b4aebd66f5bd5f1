"""A count of all is no count of those above or below a number that no source says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from index.build import build
from index.opened import open_index
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings

TABLE = """<html><head><title>Bådpladser</title></head><body><main><h1>Bådpladser</h1>
<table><tr><th>Havn</th><th>Pladser</th><th>Gæster 2025</th><th>Gæster over 65 år</th></tr>
<tr><td>Sandodden</td><td>44</td><td>980</td><td>310</td></tr>
<tr><td>Klintehavn</td><td>61</td><td>3.120</td><td>1.405</td></tr></table></main></body></html>"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Asked about one table of two harbours."""
    base = tmp_path_factory.mktemp("limits")
    (base / "docs").mkdir()
    (base / "docs" / "pladser_2026-03-01.html").write_text(TABLE, encoding="utf-8")
    build([base / "docs"], base / "index", workers=1)
    with closing(open_index(base / "index")) as index:
        yield Assistant(index, Settings())


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Hvor mange pladser har Klintehavn?", "61"),
        ("Hvor mange gæster over 65 år havde Klintehavn?", "1.405"),
    ],
)
def test_the_figure_of_what_is_asked_is_given(assistant: Assistant, question: str, figure: str) -> None:
    """With the limit that a header says, or with none."""
    assert figure in assistant.ask(Question(text=question)).text


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange af pladserne i Sandodden er over 30 år?",
        "Hvor mange gæster under 18 år havde Klintehavn?",
        "Hvor mange 40-årige gæster havde Klintehavn?",
        "How many places at Sandodden are older than 30 years?",
    ],
)
def test_a_limit_that_nothing_says_is_refused(assistant: Assistant, question: str) -> None:
    """The figure of all the guests would be a wrong answer."""
    assert assistant.ask(Question(text=question)).abstained

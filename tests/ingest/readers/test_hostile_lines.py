"""Long lines made to keep a pattern busy are looked through in a time that grows with their length, not with its square."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.layout.contents import LEADERS
from ingest.limits import Limits
from ingest.readers.html import nesting_depth
from ingest.readers.markdown import MarkdownReader
from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.inner_hyphens import join_inner_hyphens
from ingest.repair.vocabulary import Vocabulary

LENGTH = 100_000
MOST_SECONDS = 5.0  # half a second is usual; the square of the length takes minutes


def markdown(line: str) -> Callable[[Path], object]:
    """Reads a file of front matter, a heading and a paragraph that all hold the line."""

    def read(path: Path) -> object:
        path.write_text(f"---\ntitle:{line}\n---\n# {line}\n\n{line}\n", encoding="utf-8")
        return MarkdownReader().read(path, Limits())

    return read


def marked_word(_: Path) -> object:
    """A word of letters without end beside one with a soft hyphen."""
    line = DraftLine(text=f"{'a' * LENGTH} kom\u00admune")
    join_inner_hyphens([line], Vocabulary([]), RepairLog())
    return line


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda _: nesting_depth("<" + "a" * LENGTH), id="a tag that never ends"),
        pytest.param(lambda _: LEADERS.search("x" + "." * LENGTH + "a"), id="dots that lead to no page number"),
        pytest.param(lambda _: LEADERS.search("x" + "_" * LENGTH + "a"), id="strokes that lead to no page number"),
        pytest.param(markdown("a" + " " * LENGTH + "b"), id="blanks inside a heading"),
        pytest.param(markdown("a" + "#" * LENGTH + "b"), id="marks inside a heading"),
        pytest.param(markdown("-" + " " * LENGTH + "b"), id="an item that looks like a rule"),
        pytest.param(markdown("[" * LENGTH), id="brackets that open no link"),
        pytest.param(marked_word, id="a word without end"),
    ],
)
def test_a_line_made_to_keep_a_pattern_busy_is_read_in_linear_time(read: Callable[[Path], object], tmp_path: Path) -> None:
    """Each of these took minutes or hours while its pattern could match in many ways."""
    started = time.perf_counter()
    read(tmp_path / "a.md")
    assert time.perf_counter() - started < MOST_SECONDS

"""The faults of real files, on the long bundle beside the project: as text, and as PDF. No text of it is quoted here."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.pipeline.file import read_file
from ingest.records import Block, Page, Repair
from ingest.repair.danish import bits_per_letter
from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.glyphs import STEP as GLYPHS
from ingest.repair.glyphs import decode_glyphs
from ingest.repair.repair import repair_pages

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
pytestmark = pytest.mark.shared
BOTH = pytest.mark.parametrize("form", ["original/001_*.txt", "rendered/001_*.pdf"], ids=["text", "PDF"])


@cache
def read(form: str) -> tuple[Page, ...]:
    """The pages of the bundle before repair."""
    found = sorted(CORPUS.glob(form))
    if not found:
        pytest.skip("the corpus is not beside the project")
    return read_file(found[0], Limits()).pages


@cache
def repaired(form: str) -> tuple[tuple[Page, ...], tuple[Repair, ...]]:
    """The pages after repair, and the records."""
    return repair_pages(read(form))


def lines(form: str) -> list[str]:
    """The lines and table cells' texts after repair."""
    return [part.text for page in repaired(form)[0] for part in page.content]


@BOTH
def test_every_glyph_number_line_becomes_danish(form: str) -> None:
    """A hundred lines at least; each with letters looks like Danish, none as gibberish (noise faults 1–3)."""
    drafts = [DraftLine(text=part.text) for page in read(form) for part in page.content if not isinstance(part, Block)]
    log = RepairLog()
    decode_glyphs(drafts, log)
    decoded = [draft.text for draft in drafts if draft.decoded]
    assert len(decoded) >= 100
    readable = [text for text in decoded if sum(map(str.isalpha, text)) >= 12]
    assert all(bits_per_letter(text) < 6.0 for text in readable)
    assert sum(map(bits_per_letter, readable)) / len(readable) < 4.6
    assert {record.step for record in log.finished()} == {GLYPHS}


@BOTH
def test_no_gibberish_is_left(form: str) -> None:
    """Outside the decoded lines, U+FFFD stands only where a single mark was lost."""
    left = [text for text in lines(form) if re.search(r"[A-Z\\\]\[]{4,}�[A-Z\\\]\[]{4,}", text)]
    assert left == []


@BOTH
def test_lost_numbers_stay_visible(form: str) -> None:
    """Gaps of three and more lost characters are kept between words."""
    assert sum(1 for text in lines(form) if re.search(r"\w ���+ \w", text)) >= 2


@BOTH
def test_no_line_ends_in_half_a_word(form: str) -> None:
    """But for suspended hyphens, whose next word is a conjunction, and a handful before figures and tables (fault 5)."""
    text = "\n".join(line.rstrip() for line in lines(form) if line.strip())
    ends = re.findall(r"[^\W\d_]{2,}[-‐\ufffe]\n(?!og |eller |samt |til )[a-zæøå]+", text)
    assert len(ends) <= 3


@BOTH
def test_letter_spaced_lines_are_words_again(form: str) -> None:
    """No line with letters consists of single letters any more (fault 10)."""
    spaced = [text for text in lines(form) if re.search(r"(?:(?<!\S)[a-zæøå] ){4}", text) and "x x" not in text]
    assert spaced == []


@BOTH
def test_each_kind_of_repair_was_needed(form: str) -> None:
    """Every step that this bundle is known to need left records; the text also has bare bullets."""
    steps = Counter(record.step for record in repaired(form)[1])
    needed = {
        "line printed twice": 1,
        "footnote mark": 10,
        "web address": 4,
        "words run together": 3,
        "letter spacing": 40,
        "leftover hyphen": 2,
    }
    assert all(steps[step] >= count for step, count in needed.items())
    assert (steps["bare bullet"] > 0) == form.endswith("txt")


@pytest.mark.parametrize("form", ["original/00[0234]*", "rendered/00[0234]*"])
def test_clean_documents_are_left_alone(form: str) -> None:
    """The other four have none of these faults: no repair at all, in either form."""
    found = sorted(CORPUS.glob(form))
    if not found:
        pytest.skip("the corpus is not beside the project")
    for path in found:
        pages = read_file(path, Limits()).pages
        assert repair_pages(pages)[1] == ()

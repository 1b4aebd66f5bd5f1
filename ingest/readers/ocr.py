"""Text of page images through Tesseract, where it is installed with Danish; it runs as a process of its own under a time limit.

Tesseract's table output gives every word with its place and confidence: https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from ingest.boxes import around
from ingest.records import Box, Line

LANGUAGE = "dan"
DOTS_PER_INCH = 300
LEAST_CONFIDENCE = 40.0  # of a word, of 100; below it stands noise of the scan
LEAST_MEAN_CONFIDENCE = 60.0  # of a page
LEAST_WORDS = 3  # of two letters or more on a page
LIST_SECONDS = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A recognised word: its block, paragraph and line as Tesseract counts them, its box in points and confidence of 100."""

    text: str
    place: tuple[int, int, int]
    box: Box
    confidence: float


@cache
def is_installed() -> bool:
    """Whether Tesseract with its Danish data is there."""
    if shutil.which("tesseract") is None:
        return False
    try:
        listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=LIST_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in listed.stdout.split()


def recognised_lines(image: bytes, page_number: int, *, timeout_seconds: float) -> tuple[Line, ...]:
    """The lines of a page image (PNG at `DOTS_PER_INCH`), an empty line between paragraphs; none where there is hardly text.

    Raises `TimeoutError` when Tesseract takes longer than `timeout_seconds`.
    """
    words = _words(_table(image, timeout_seconds), page_number)
    if not _is_text(words):
        return ()
    return tuple(_lines(words))


def _table(image: bytes, timeout_seconds: float) -> str:
    command = ["tesseract", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DOTS_PER_INCH), "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # more threads only take time from the other workers
    try:
        done = subprocess.run(command, input=image, capture_output=True, timeout=timeout_seconds, check=False, env=environment)
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"Tesseract took longer than {timeout_seconds} s on a page") from error
    return done.stdout.decode("utf-8", "replace")


def _words(table: str, page_number: int) -> list[Word]:
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row, page_number) for row in rows if row.get("level") == "5" and (row.get("text") or "").strip()]


def _word(row: dict[str, str], page_number: int) -> Word:
    points = 72 / DOTS_PER_INCH
    left, top, width, height = (float(row[name]) * points for name in ("left", "top", "width", "height"))
    return Word(
        text=row["text"].strip(),
        place=(int(row["block_num"]), int(row["par_num"]), int(row["line_num"])),
        box=Box(page_number=page_number, x0=left, top=top, x1=left + width, bottom=top + height),
        confidence=float(row["conf"]),
    )


def _is_text(words: list[Word]) -> bool:
    real = [word for word in words if sum(char.isalpha() for char in word.text) >= 2]
    if len(real) < LEAST_WORDS:
        return False
    return sum(word.confidence for word in real) / len(real) >= LEAST_MEAN_CONFIDENCE


def _lines(words: Iterable[Word]) -> Iterable[Line]:
    paragraph: tuple[int, int] | None = None
    for place, group in groupby((word for word in words if word.confidence >= LEAST_CONFIDENCE), key=lambda word: word.place):
        members = list(group)
        if paragraph is not None and place[:2] != paragraph:
            yield Line(text="")
        paragraph = place[:2]
        yield Line(text=" ".join(word.text for word in members), box=around([word.box for word in members]))

"""How much evidence survives ingestion: the share of gold quotes in one passage of the right document, on the right page.

    python -m eval.bench.evidence FOLDER QUESTIONS.jsonl... [--json] [--misses N]

A quote stands in a passage that holds at least 70 % of its words, counted as often as they occur. The right page is
one that holds as many of them in the file's own text, as another program (pypdf) extracts it; quotes that this
program finds on no page (garbled text) are not counted for the page. Letter-spaced quotes ("b u d g et") are compared
letter by letter: closing them up is what ingestion is for.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.pipeline.run import ingest
from ingest.records import Passage

ENOUGH = 0.7
_LETTERS_OF_SPACED = 2.5  # fewer letters a word than this: letter-spaced


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A gold quote: the question's id, the beginning of the document's file name, the words."""

    question_id: str
    document: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a quote was found: the share of its words in the best passage; whether that is on a right page (None: unknown)."""

    evidence: Evidence
    share: float
    page_right: bool | None


def words(text: str) -> list[str]:
    """The words of a text, folded: small letters, plain hyphens, words broken at a hyphen closed up."""
    folded = unicodedata.normalize("NFC", text).lower().replace("\u00ad", "")
    folded = re.sub("[\u2010\u2011\u2013]", "-", folded)
    return re.findall(r"\w+", re.sub(r"(\w)-\s+(\w)", r"\1\2", re.sub(r"\s+", " ", folded)))


def share(quote: Sequence[str], text: Counter[str]) -> float:
    """The share of the words of `quote` that stand in `text`, counted as often as they occur."""
    return sum((Counter(quote) & text).values()) / max(1, len(quote))


def evidence_of(path: Path) -> Iterable[Evidence]:
    """The gold quotes of a question set."""
    for line in path.read_text(encoding="utf-8").splitlines():
        question = json.loads(line) if line.strip() else {}
        for evidence in question.get("evidence", []):
            if isinstance(evidence["quote"], str):
                yield Evidence(question_id=question["id"], document=evidence["doc"], quote=evidence["quote"])


def located(
    evidence: Evidence,
    passages: Mapping[str, Sequence[tuple[Passage, Counter[str]]]],
    pages: Mapping[str, Sequence[Counter[str]]],
) -> Found:
    """The best passage for a quote; among equals one on a right page."""
    quote = words(evidence.quote)
    spaced = "".join(quote) if len("".join(quote)) < _LETTERS_OF_SPACED * len(quote) else ""
    best, page_right = 0.0, None
    for path, of_file in passages.items():
        if not path.startswith(evidence.document):
            continue
        right = {number for number, page in enumerate(pages.get(path, ()), start=1) if share(quote, page) >= ENOUGH}
        for passage, counted in of_file:
            held = 1.0 if spaced and spaced in "".join(words(passage.text)) else share(quote, counted)
            on_page = bool(right & _pages(passage)) if right else None
            if held > best or (held == best and on_page):
                best, page_right = held, on_page
    return Found(evidence=evidence, share=best, page_right=page_right)


def _pages(passage: Passage) -> set[int]:
    first = passage.page_first or 0
    return set(range(first, (passage.page_last or first) + 1))


def page_texts(path: Path) -> list[Counter[str]]:
    """The words of each page of a PDF as pypdf extracts them; nothing for other files."""
    if path.suffix.lower() != ".pdf":
        return []
    from pypdf import PdfReader

    return [Counter(words(page.extract_text())) for page in PdfReader(path).pages]


def measured(folder: Path, sets: Sequence[Path]) -> dict[Path, list[Found]]:
    """Each question set's quotes with where they were found in the files of `folder`."""
    passages = {
        item.report.path: [(passage, Counter(words(passage.text))) for passage in item.passages] for item in ingest([folder])
    }
    needed = {evidence.document for path in sets for evidence in evidence_of(path)}
    pages = {path: page_texts(folder / path) for path in passages if any(path.startswith(name) for name in needed)}
    return {path: [located(evidence, passages, pages) for evidence in evidence_of(path)] for path in sets}


def summary(found: Sequence[Found]) -> dict[str, float | int]:
    """Counts and shares of a set's quotes."""
    known = [item for item in found if item.page_right is not None and item.share >= ENOUGH]
    in_passage = sum(item.share >= ENOUGH for item in found)
    return {
        "quotes": len(found),
        "in_one_passage": in_passage,
        "share": round(in_passage / max(1, len(found)), 4),
        "with_known_page": len(known),
        "on_the_right_page": sum(bool(item.page_right) for item in known),
    }


def main() -> int:
    """Print the figures of every set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    results = measured(arguments.folder, arguments.sets)
    if arguments.json:
        print(json.dumps({path.name: summary(found) for path, found in results.items()}))
        return 0
    for path, found in results.items():
        print(path.name, *(f"{name}={value}" for name, value in summary(found).items()))
        missed = [item for item in found if item.share < ENOUGH or item.page_right is False]
        for item in missed[: arguments.misses]:
            print(
                f"  {item.evidence.question_id} share={item.share:.2f} page_right={item.page_right} {item.evidence.quote[:110]!r}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())

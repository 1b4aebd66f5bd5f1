"""Do meetings, item numbers, titles and decisions agree with what the PDFs print? Compared with poppler's text.

    python -m eval.bench.minutes FOLDER

Poppler's `pdftotext -layout` is read with three patterns for one common layout ("Punkt 3: title", "Sagsnummer:",
"Beslutning" … "Fremstilling"); nothing of the product takes part in that reading. Prints counts and every disagreement.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.limits import Limits
from ingest.pipeline.file import ingest_file
from ingest.records import AgendaItem, SectionName

_ITEM = re.compile(r"^\s*Punkt (\d+): ", re.MULTILINE)
_FOOTER = re.compile(r"^.*Side \d+ af \d+.*$", re.MULTILINE)
_DECISION = re.compile(r"^\s*Beslutning\s*$(.*?)^\s*Fremstilling\s*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedItem:
    """An item as poppler's text shows it; `decision` is None where no such heading is printed."""

    number: str
    title: str
    decision: str | None


def printed_items(path: Path) -> tuple[PrintedItem, ...]:
    """Read the items of a PDF from poppler's text."""
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout.replace("\f", "\n")
    text = _FOOTER.sub("", text)
    matches = list(_ITEM.finditer(text))
    ends = [*(match.start() for match in matches[1:]), len(text)]
    return tuple(_printed(match[1], text[match.end() : end]) for match, end in zip(matches, ends, strict=False))


def _printed(number: str, text: str) -> PrintedItem:
    decision = _DECISION.search(text)
    return PrintedItem(
        number=number, title=_folded(text.split("Sagsnummer:")[0]), decision=_folded(decision[1]) if decision else None
    )


def _folded(text: str) -> str:
    text = re.sub(r"(?<=\w)-\s+(?=\w)", "-", re.sub(r"[•●▪]|(?<=\s)-(?=\s)", " ", text))
    text = re.sub(r"\s+", " ", text).strip()
    return "" if text == "." else text


def decision_of(item: AgendaItem) -> str:
    """Join the decision of an item, folded."""
    return _folded(" ".join(section.text for section in item.sections if section.name is SectionName.DECISION))


def disagreements(path: Path, items: tuple[AgendaItem, ...]) -> Iterator[str]:
    """Say where the items differ from the print: a number missing or too many, another title, another decision."""
    printed = {item.number: item for item in printed_items(path)}
    for number in printed.keys() - {item.number for item in items}:
        yield f"{path.name}: item {number} is printed, but was not found"
    for item in items:
        other = printed.get(item.number)
        if other is None:
            yield f"{path.name}: item {item.number} was found, but is not printed"
        elif _folded(item.title) != other.title:
            yield f"{path.name}: item {item.number}: title {item.title!r}, printed {other.title!r}"
        elif other.decision is not None and decision_of(item) != other.decision:
            yield f"{path.name}: item {item.number}: decision {decision_of(item)!r}, printed {other.decision!r}"


def main() -> int:
    """Print counts and disagreements of the PDFs in a folder."""
    paths = sorted(Path(sys.argv[1]).glob("*.pdf"))
    meetings = items = decided = labelled = 0
    differing: list[str] = []
    for path in paths:
        made = ingest_file(path, path.name, Limits())
        meetings += len(made.meetings)
        items += len(made.items)
        decided += sum(bool(decision_of(item)) for item in made.items)
        labelled += sum(bool(item.decision) for item in printed_items(path))
        differing.extend(disagreements(path, made.items))
    print(f"files {len(paths)}, meetings {meetings}, items {items}")
    print(f"items with a decision {decided}, of them under a printed heading {labelled}")
    print(f"disagreements with the print: {len(differing)}", *differing, sep="\n  ")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

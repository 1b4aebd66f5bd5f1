"""The sentences of a decision as they stand in its passages, each list whole with the sentence that opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.opened import OpenIndex
from ingest.minutes.decisions import decides
from ingest.passages.sentences import sentences
from ingest.records import AgendaItem, Passage, Section, SectionName
from service.answering.minutes.points import points_decided
from service.records import Understood

_LIST_ITEM = re.compile(r"^\s*(?:[•●▪■◦‣\-–—*]|\(?[a-z\d]{1,2}[.)])\s+\S")
_POINTS_BACK = re.compile(
    r"^\W*(?:de|den|det|han|hun|her|heraf|dette|disse|beløbet|udgiften|merudgiften|valget|prisen|they|it|this|these)\s",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s\|\s|\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence, or a list with what opens it (`is_list`), verbatim in its passage.

    `before` is what it points back to, `about` the points of the proposal that it decides on.
    """

    text: str
    passage: Passage
    before: str = ""
    about: str = ""
    is_list: bool = False


def decision_units(item: AgendaItem, index: OpenIndex, understood: Understood) -> tuple[Unit, ...]:
    """The units of an item's decision; where it stands among the talk, without headings, from the first that decides on."""
    units: list[Unit] = []
    for section in item.sections:
        if section.name is SectionName.DECISION:
            units += _of_section(section, index, understood)
    return tuple(_with_points(units, item))


def _with_points(units: Sequence[Unit], item: AgendaItem) -> Iterator[Unit]:
    """The units with the points they decide on; what goes on in the same line decides on the same."""
    about, line = "", ""
    for unit in units:
        line = f"{line} {unit.text}"
        if line not in unit.passage.text:
            about, line = "", unit.text
        about = points_decided(unit.text, item) or about
        yield replace(unit, about=about)


def other_units(item: AgendaItem, index: OpenIndex, understood: Understood) -> tuple[Unit, ...]:
    """The units of what stands beside the decision: the case, the proposal, what was said."""
    decided = {unit.text for unit in decision_units(item, index, understood)}
    found: list[Unit] = []
    for section in item.sections:
        if section.name in (SectionName.ATTACHMENTS, SectionName.ABSENT):
            continue
        found += (unit for unit in _units(section, index, understood) if unit.text not in decided)
    return tuple(found)


def _of_section(section: Section, index: OpenIndex, understood: Understood) -> list[Unit]:
    units = _units(section, index, understood)
    if section.heading:
        return units
    first = next((at for at, unit in enumerate(units) if decides(unit.text)), 0)
    return units[first:]


def _units(section: Section, index: OpenIndex, understood: Understood) -> list[Unit]:
    passages = index.store.passages(list(section.passage_ids), understood.filters.access)
    return [unit for passage in passages for unit in _in_passage(passage, section)]


def _in_passage(passage: Passage, section: Section) -> Iterator[Unit]:
    before = ""
    for start, end in _ranges(passage.text):
        text = passage.text[start:end].strip()
        if not text or _CELLS.search(text) or not _is_of(text, section):
            continue
        lines = [line.strip() for line in text.split("\n")]
        if len(lines) > 1:
            yield Unit(text=text, passage=passage, is_list=True)
            yield from (Unit(text=line, passage=passage) for line in lines[1:])
        else:
            yield Unit(text=text, passage=passage, before=before if _POINTS_BACK.match(text) else "")
        before = lines[0]


def _is_of(text: str, section: Section) -> bool:
    """Whether a line of a passage that holds several sections (an item of a few words) is one of this section."""
    line = text.split("\n")[0]
    return line in section.text or line.split(": ", 1)[-1] in section.text


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of each line as half-open ranges; the items of a list belong to the line with a colon above them."""
    lines = list(_lines(text))
    at = 0
    while at < len(lines):
        start, end = lines[at]
        last = at
        if text[start:end].rstrip().endswith(":"):
            while last + 1 < len(lines) and _LIST_ITEM.match(text[slice(*lines[last + 1])]):
                last += 1
        if last > at:
            inner = list(sentences(text[start:end]))
            yield from ((start + first, start + stop) for first, stop in inner[:-1])
            yield start + inner[-1][0], lines[last][1]
        else:
            yield from ((start + first, start + stop) for first, stop in sentences(text[start:end]))
        at = last + 1


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1

"""Agenda items as records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ingest.minutes.absences import without_partly
from ingest.minutes.absent_told import absent_in
from ingest.minutes.attachments import attachments
from ingest.minutes.case_numbers import case_number, document_number
from ingest.minutes.kinds import item_kind
from ingest.minutes.outline import ItemRun
from ingest.minutes.people import once, people_in_lines
from ingest.minutes.recommendations import recommendations
from ingest.minutes.sections import SectionRun
from ingest.minutes.votes import votes
from ingest.passages.identity import content_id
from ingest.records import AgendaItem, Block, Person, Section, SectionName

PassageIds = Callable[[int, int], tuple[str, ...]]
"""The ids of the passages of (item, section), both 0-based places."""


def item_ids(meeting_id: str, items: Sequence[ItemRun]) -> tuple[str, ...]:
    """Give each item an id that stays while the meeting, its number and its title do."""
    seen: Counter[str] = Counter()
    ids: list[str] = []
    for item in items:
        key = content_id(meeting_id, item.number, item.title)
        seen[key] += 1
        ids.append(key if seen[key] == 1 else content_id(key, str(seen[key])))
    return tuple(ids)


def section_text(section: SectionRun) -> str:
    """Join a section's text; empty when nothing but a mark such as "." is printed."""
    text = "\n".join(block.text for block in section.blocks).strip()
    return "" if not any(character.isalnum() for character in text) else text


def agenda_item(
    run: ItemRun, *, place: int, item_id: str, meeting_id: str, document_id: str, passage_ids: PassageIds
) -> AgendaItem:
    """Make the record of the item at `place` (0-based) of its meeting."""
    decision = "\n".join(filter(None, (section_text(each) for each in run.sections if each.name is SectionName.DECISION)))
    pages = [block.page_number for block in _blocks(run) if block.page_number is not None]
    return AgendaItem(
        id=item_id,
        meeting_id=meeting_id,
        document_id=document_id,
        number=run.number,
        title=run.title,
        kind=item_kind(run.title, run.lines),
        case_number=_first(case_number, run.lines),
        document_number=_first(document_number, run.lines),
        access=run.access,
        sections=tuple(
            Section(
                name=each.name or SectionName.OTHER,
                heading=each.heading,
                text=section_text(each),
                passage_ids=passage_ids(place, number),
            )
            for number, each in enumerate(run.sections)
        ),
        recommendations=recommendations(_under(run, SectionName.RECOMMENDATION), decision),
        attachments=attachments(_under(run, SectionName.ATTACHMENTS)),
        absent=_absent(run),
        votes=votes(decision),
        page_first=min(pages, default=None),
        page_last=max((box.page_number for block in _blocks(run) for box in block.boxes), default=max(pages, default=None)),
    )


def _blocks(run: ItemRun) -> tuple[Block, ...]:
    return (*run.title_blocks, *run.lines, *(block for section in run.sections for block in section.blocks))


def _under(run: ItemRun, name: SectionName) -> tuple[Block, ...]:
    return tuple(block for section in run.sections if section.name is name for block in section.blocks)


def _first(read: Callable[[str], str | None], head: Sequence[Block]) -> str | None:
    return next((found for block in head if (found := read(block.text)) is not None), None)


def _absent(run: ItemRun) -> tuple[Person, ...]:
    listed = people_in_lines(_under(run, SectionName.ABSENT))
    decisions = "\n".join(block.text for block in _under(run, SectionName.DECISION)).replace(":\n", ": ")
    told = tuple(each for line in decisions.split("\n") for each in absent_in(without_partly(line, listed=True)))
    return once((*listed, *told, *run.absent))

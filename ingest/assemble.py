"""From the blocks of one file to its documents, meetings, agenda items, passages and facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.facts.read import facts_of
from ingest.minutes.items import item_ids
from ingest.minutes.meeting import ReadMeeting, meeting_id_of, meeting_records, read_meeting
from ingest.minutes.stretches import stretches_of_minutes
from ingest.parts.description import SAYS_ONLY_WHAT, Description, described
from ingest.parts.kinds import kind_of
from ingest.parts.part import parts_of
from ingest.parts.signatures import without_signature
from ingest.passages.draft import Draft
from ingest.passages.headings import stretches_of_document
from ingest.passages.identity import content_id, passages_of
from ingest.passages.pack import pack
from ingest.passages.stretch import Stretch
from ingest.records import Access, AgendaItem, Block, Document, DocumentKind, Fact, Meeting, Passage

_SIGNATURE = "Underskrift"  # heads who signed, whatever stands there
_HEAD_BLOCKS = 5
_AUTHORITY = re.compile(r"^(?:Region\s(?:[A-ZÆØÅ][\w-]+\s?){1,2}|(?:[A-ZÆØÅ][\w-]+\s){1,2}Kommune)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """Everything that was read from the blocks of one file, in printed order."""

    documents: tuple[Document, ...]
    meetings: tuple[Meeting, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()


def assemble(path: str, sha256: str, blocks: Sequence[Block], metadata: Mapping[str, str], warnings: Sequence[str]) -> Assembled:
    """Turn the blocks of the file at `path` (relative to the corpus folder) into records.

    `metadata` is what the file claims of itself and is used only where the text says nothing. Never raises for odd
    content: a file without structure becomes one document with plain passages.
    """
    front = [line for block in blocks[:12] for line in block.text.split("\n") if line.strip()]
    parts = parts_of(blocks, is_meeting=kind_of(front, path) in (DocumentKind.MINUTES, DocumentKind.AGENDA))
    made = []
    for number, part in enumerate(parts):
        description = described(part.blocks, path, metadata, whole_file=len(parts) == 1, title=part.title, day=part.date)
        made.append(_assembled_part(path, sha256, number, part.blocks, description, warnings if number == 0 else ()))
    return Assembled(
        documents=tuple(document for each in made for document in each.documents),
        meetings=tuple(meeting for each in made for meeting in each.meetings),
        items=tuple(item for each in made for item in each.items),
        passages=tuple(passage for each in made for passage in each.passages),
        facts=tuple(fact for each in made for fact in each.facts),
    )


def _assembled_part(
    path: str, sha256: str, number: int, blocks: Sequence[Block], description: Description, warnings: Sequence[str]
) -> Assembled:
    text, signature = without_signature(blocks) if description.kind is not DocumentKind.SLIDES else (tuple(blocks), ())
    meeting = read_meeting(text, kind=description.kind)
    document = _document(path, sha256, number, blocks, description, meeting, warnings)
    stretches = tuple(stretches_of_minutes(meeting.outline)) if meeting else stretches_of_document(text)
    if signature:
        stretches = (*stretches, Stretch(blocks=signature, heading_path=(document.title, _signed_by(text)), whole=True))
    drafts = [draft for stretch in stretches for draft in pack(stretch)]
    ids = item_ids(meeting_id_of(document.id), meeting.outline.items) if meeting else ()
    passages = passages_of(drafts, document, ids)
    facts = facts_of(drafts, passages, document)
    if meeting is None:
        return Assembled(documents=(document,), passages=passages, facts=facts)
    by_section = _by_section(drafts, passages)
    record, items = meeting_records(
        meeting,
        document_id=document.id,
        head_passage_ids=tuple(each.id for each in passages if each.item_id is None and each.weight == 1.0),
        passage_ids=lambda item, section: by_section.get((item, section), ()),
    )
    return Assembled(documents=(document,), meetings=(record,), items=items, passages=passages, facts=facts)


def _signed_by(text: Sequence[Block]) -> str:
    """The heading of a signature, with the authority that the paper names at its head."""
    lines = [line.strip() for block in text[:_HEAD_BLOCKS] if block.table is None for line in block.text.split("\n")]
    sender = next((line for line in lines if _AUTHORITY.match(line)), "")
    return f"{_SIGNATURE}, {sender}" if sender else _SIGNATURE


def _by_section(drafts: Sequence[Draft], passages: Sequence[Passage]) -> dict[tuple[int, int], tuple[str, ...]]:
    ids: dict[tuple[int, int], tuple[str, ...]] = {}
    for draft, passage in zip(drafts, passages, strict=True):
        stretch = draft.stretch
        if stretch.item is not None and stretch.section_place is not None:
            key = (stretch.item, stretch.section_place)
            ids[key] = (*ids.get(key, ()), passage.id)
    return ids


def _title(title: str, meeting: ReadMeeting | None) -> str:
    """A title that only says "Referat" is told with the body that met."""
    if meeting is None or not meeting.head.body or not (len(title.split()) == 1 or SAYS_ONLY_WHAT.match(title)):
        return title
    return f"{title} {meeting.head.body}"


def _document(
    path: str,
    sha256: str,
    number: int,
    blocks: Sequence[Block],
    description: Description,
    meeting: ReadMeeting | None,
    warnings: Sequence[str],
) -> Document:
    pages = [block.page_number for block in blocks if block.page_number is not None]
    kind = description.kind
    if meeting is not None and (meeting.has_decisions or kind not in (DocumentKind.MINUTES, DocumentKind.AGENDA)):
        kind = DocumentKind.MINUTES  # decisions make minutes, whatever the paper is called
    return Document(
        id=content_id(path, str(number)),
        path=path,
        part=number,
        sha256=sha256,
        title=_title(description.title, meeting),
        kind=kind,
        date=(meeting.head.date if meeting else None) or description.date,
        body=(meeting.head.body if meeting else None) or description.body,
        author=description.author,
        region=description.region,
        access=Access.OPEN,
        language=description.language,
        page_first=min(pages, default=None),
        page_last=max(pages, default=None),
        warnings=tuple(warnings),
    )

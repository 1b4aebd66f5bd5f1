"""What a document says of itself at its head: title, kind, date, body, author, region; the file's name counts last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates.find import days_in
from ingest.minutes.bodies import STATE_OF_PAPER, TITLE_OF_MEETING, body_of_title
from ingest.minutes.labels import labelled
from ingest.minutes.meeting_signs import NOTES_TITLE
from ingest.parts.kinds import kind_of
from ingest.parts.language import language_of
from ingest.parts.slides import are_slides
from ingest.records import Block, BlockKind, DocumentKind

_HEAD_BLOCKS = 14
_LONGEST_NAME = 16  # words of the line that says which meeting it was
_LONGEST_NOTES_TITLE = 120  # characters
_REGION_SHARE = 0.8
_AUTHOR = re.compile(
    r"\b(?:udarbejdet af|forfatter(?:e)?|skrevet af|sagsbehandler|kontaktperson|author"
    r"|prepared by)\s*:\s*(?P<author>[A-ZÆØÅ][^\n,;|]{2,60})",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\W*(?:emne|vedr(?:ørende|\.)?|angående|subject|re|titel|overskrift)\s*:\s*(?P<subject>\S.*)$", re.IGNORECASE
)
_FIELD = re.compile(r"^[A-ZÆØÅ][\w.-]{0,20}(?: [\w.-]{1,15})?:\s")
_KIND_FIELD = re.compile(r"^(?:\w*notat|referat|dagsorden|brev|memo|\w*aftale|kommissorium|minutes|agenda)\s*:\s", re.IGNORECASE)
"""A label that is no field of a title's head but its first word: "Notat: Belysning på stierne"."""
SAYS_ONLY_WHAT = re.compile(
    rf"^\W*{STATE_OF_PAPER}(?:(?:åb(?:en|ent|ne)|lukket) )?(?:(?:beslutnings|møde)?referat|(?:møde)?dagsorden"
    r"|(?:beslutnings)?protokol|minutes|agenda|\w*notat|brev|memo|bilag|\w*aftale|kommissorium)"
    r"(?: med (?:beslutninger|referat|bilag))?\W*$",
    re.IGNORECASE,
)
"""A line that says what a paper is and not what of: "Referat", "Dagsorden med beslutninger", "Notat"."""
_MEETING_ONLY = re.compile(
    r"^\W*(?:mødet?\W*)?(?:den|d\.)?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\W*(?:den|d\.)?)?\W*$", re.IGNORECASE
)
_PERSON = re.compile(r"^[A-ZÆØÅ][\w.'-]*(?: (?:[A-ZÆØÅ][\w.'-]*|af|von|van|de))+$")
_NO_PERSON = re.compile(
    r"\b(?:office|user|bruger|admin\w*|unknown|ukendt|windows|microsoft|scanner|kommune|region)\b", re.IGNORECASE
)
_LABELLED_DATE = re.compile(
    r"\b(?:mødedato|dato|date|opdateret|senest opdateret|sidst opdateret|udgivet|updated)\b", re.IGNORECASE
)
# Inside a line the label stands right before its day: "on 3 May. The previous date was dropped" tells of other things.
_BEFORE_DAY = re.compile(rf"{_LABELLED_DATE.pattern}[^.!?\d]{{0,25}}\d", re.IGNORECASE)
_DATE_FIELD = re.compile(r"^\W*(?:dato|date|udarbejdet den)\s*:", re.IGNORECASE)
# "parathed til 1. januar 2027" tells of a day, not when it was written.
_LEADS_TO = re.compile(
    r"\b(?:til|inden|senest|fra|siden|efter|før|frist\w*|until|before|by|from)\s(?:og med\s)?(?:den\s|d\.\s)?$", re.IGNORECASE
)
_FIRST_PAGE_BLOCKS = 45  # a letter's field "Dato:" may stand in a column at the side, and come last on its page
_UPDATED = re.compile(r"\b(?:senest |sidst )?(?:opdateret|redigeret|revideret)\b|\blast updated\b|\bupdated\b", re.IGNORECASE)
_REGION = re.compile(r"\bRegion(?:srådet i Region)? (?P<name>[A-ZÆØÅ]\w+?)s?(?!\w)")
_ONLY_AUTHORITY = re.compile(r"^(?:Region\s)?[A-ZÆØÅ][\w-]+(?:\s(?:og\s)?[A-ZÆØÅ][\w-]+){0,2}(?:\s(?:Kommune|Regionsråd))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A document's own words on what it is."""

    title: str
    kind: DocumentKind
    date: date | None
    body: str | None
    author: str | None
    region: str | None
    language: str


def described(
    blocks: Sequence[Block],
    path: str,
    metadata: Mapping[str, str],
    *,
    whole_file: bool = True,
    title: str | None = None,
    day: date | None = None,
) -> Description:
    """Describe a document from its blocks; `metadata` and the file's name count only for a document that is the whole file.

    `title` and `day` are what was already seen at the document's start.
    """
    lines = [line for block in blocks[:_HEAD_BLOCKS] for line in _lines(block)]
    text = "\n".join(block.text for block in blocks)
    kind = kind_of([title, *lines] if title else lines, path if whole_file else "")
    if kind not in (DocumentKind.MINUTES, DocumentKind.LAW) and are_slides(blocks):
        kind = DocumentKind.SLIDES
    author = next((found["author"].strip() for line in lines if (found := _AUTHOR.search(line))), None)
    return Description(
        title=title
        or _meeting_title(lines, kind, _subject(blocks))
        or _subject(blocks)
        or _title(blocks, path, metadata, whole_file=whole_file),
        kind=kind,
        date=day or _date(blocks, lines, path if whole_file else ""),
        body=body_of_title(lines[:6]) if kind in (DocumentKind.MINUTES, DocumentKind.AGENDA) else None,
        author=author or (_person(metadata.get("author", "")) if whole_file else None),
        region=_region(lines, text),
        language=language_of(text),
    )


def _lines(block: Block) -> list[str]:
    """The lines of a block; a row of a table of two columns as "label: value"."""
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    if block.table is None or block.table.column_count != 2:
        return lines
    return [re.sub(r"\s*:?\s*(?:\||\t)\s*", ": ", line, count=1) for line in lines]


def _person(author: str) -> str | None:
    """What a file claims to be its author, if that may be a person's name."""
    name = author.split("<")[0].strip(' "')
    return name if _PERSON.match(name) and not _NO_PERSON.search(name) else None


def _subject(blocks: Sequence[Block]) -> str | None:
    """What the subject line of a letter, note or mail says."""
    lines = [line.strip() for block in blocks[:_HEAD_BLOCKS] if block.table is None for line in block.text.split("\n")]
    found = next((match["subject"].strip() for line in lines if (match := _SUBJECT.match(line))), None)
    return _printed(found) if found and len(found.split()) > 1 else None


def _meeting_title(lines: Sequence[str], kind: DocumentKind, subject: str | None) -> str | None:
    """The line of the head that names the body; a word such as "Referat" alone is joined with the line that does."""
    if kind not in (DocumentKind.MINUTES, DocumentKind.AGENDA):
        return None
    if lines and NOTES_TITLE.match(lines[0]) and len(lines[0]) <= _LONGEST_NOTES_TITLE:
        return _printed(lines[0])
    for place, line in enumerate(lines[:8]):
        if not TITLE_OF_MEETING.match(line) or len(line) > 200:
            continue
        if not SAYS_ONLY_WHAT.match(line):
            return _printed(line)
        if subject:
            return f"{_printed(line)} {subject}"
        first, follows = _printed(lines[0]), _printed(lines[place + 1]) if place + 1 < len(lines) else ""
        if place > 0 and _is_title(first) and not _ONLY_AUTHORITY.match(first):
            return first
        return f"{_printed(line)} {_through_day(follows)}" if _names_meeting(follows) else _printed(line)
    return None


def _through_day(text: str) -> str:
    """The text up to its first day: hours and rooms name no meeting."""
    days = days_in(text)
    return text[: days[0].char_end] if days else text


def _names_meeting(text: str) -> bool:
    """Whether the line below "Referat" says of what: not a field, not only a day, no sentence."""
    if (
        not text
        or _FIELD.match(text)
        or labelled(text) is not None
        or len(text.split()) > _LONGEST_NAME
        or text.endswith(("?", ";"))
    ):
        return False
    days = days_in(text)
    return not (days and _MEETING_ONLY.match(text[: days[0].char_start])) and not re.search(
        r"\.\s", text[: days[0].char_start] if days else text
    )


def _title(blocks: Sequence[Block], path: str, metadata: Mapping[str, str], *, whole_file: bool) -> str:
    head = [block for block in blocks[:_HEAD_BLOCKS] if block.table is None and len(block.text.strip()) > 3]
    headings = [block for block in head if block.kind is BlockKind.HEADING and len(block.text.split()) <= 40]
    has_sizes = any(block.boxes for block in head)
    first = _printed(head[0].text) if head else ""
    if SAYS_ONLY_WHAT.match(first) and len(head) > 1 and _is_title(below := _printed(head[1].text)):
        return below
    if headings and (has_sizes or headings[0] is head[0] or not _is_title(first)):
        chosen = min(headings, key=lambda block: block.level or 1)
        return _with_what_of(_printed(chosen.text), next(iter(head[head.index(chosen) + 1 :]), None))
    if _is_title(first):
        return first
    if whole_file and len(metadata.get("title", "").split()) > 1:
        return metadata["title"].strip()
    return _name_of_file(path)


def _with_what_of(title: str, below: Block | None) -> str:
    """A title that only says what the paper is, with the line below it that says of what: "Aftale" / "mellem A og B"."""
    line = _printed(below.text) if below is not None and below.kind is not BlockKind.LIST_ITEM else ""
    if not SAYS_ONLY_WHAT.match(title) or not _names_meeting(line) or line.endswith("."):
        return title
    return f"{title} {line}"


def _printed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "").replace("#", "")).strip(" \t\n•●▪■◦‣")


def _is_title(text: str) -> bool:
    """Whether a line may be a title: no field but "Notat: …", no sentence; a day at its end does not count."""
    days = days_in(text)
    said = text[: days[-1].char_start].rstrip(" ,(–-") if days and days[-1].char_end == len(text) else text
    if _MEETING_ONLY.match(said) or (_FIELD.match(said) and not _KIND_FIELD.match(said)):
        return False
    return 1 < len(said.split()) <= 25 and said[0].isupper() and not re.search(r"[.:,;\d]$", said)


def _date(blocks: Sequence[Block], lines: Sequence[str], path: str) -> date | None:
    rows = {line.strip() for block in blocks[:_HEAD_BLOCKS] if block.table is not None for line in block.text.split("\n")}
    labelled = [line for line in lines if _LABELLED_DATE.match(line) or (line not in rows and _BEFORE_DAY.search(line))]
    aside = [block.text for block in blocks[:_FIRST_PAGE_BLOCKS] if _DATE_FIELD.match(block.text)]
    foot = [block.text for block in blocks[-3:] if _UPDATED.search(block.text) and len(block.text) < 120]
    # A day in the middle of a sentence is what the text is about, not when it was written.
    short = [line for line in lines if len(line) < 100 and not line.endswith((".", ",", ";")) and line not in rows]
    for text in (*labelled, *aside, *foot):
        if days := days_in(text):
            return days[0].first
    for text in short:
        if own := [day for day in days_in(text) if not _LEADS_TO.search(text[: day.char_start])]:
            return own[0].first
    return next((day.first for day in days_in(_name_of_file(path))), None)


def _name_of_file(path: str) -> str:
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0].replace("_", " ")


def _region(lines: Sequence[str], text: str) -> str | None:
    """Give the one region the head names, else the one that at least four of five mentions in the text are of."""
    in_head = {f"Region {match['name']}" for line in lines for match in _REGION.finditer(line)}
    if len(in_head) == 1:
        return in_head.pop()
    named = Counter(f"Region {match['name']}" for match in _REGION.finditer(text))
    if not named:
        return None
    name, count = named.most_common(1)[0]
    return name if count >= 2 and count >= _REGION_SHARE * named.total() else None

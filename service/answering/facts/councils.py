"""Which health council a municipality belongs to, whom a council is made of, and its region."""

from __future__ import annotations

import re

from index.opened import OpenIndex
from ingest.places.gazetteer import regions_in
from ingest.places.municipalities import official_name
from service.answering.facts.scope import within
from service.answering.facts.wording import council_name, day_line
from service.answering.frames import no, yes
from service.answering.sources import source_of
from service.answering.wording import capital, joined, number_word
from service.records import Draft, Language, QuestionKind, Source, Understood
from service.understanding.tables import Row
from service.understanding.vocabulary import vocabulary_of

_COUNCIL = re.compile(r"\bsundhedsr[åa]+d\w*|\bhealth council\w*", re.IGNORECASE)
_WHICH_COUNCIL = re.compile(r"\b(?:hvilket|hvilke|which|what)\s+(?:sundhedsr[åa]+d|health council|council)", re.IGNORECASE)
_WHICH_MEMBERS = re.compile(
    r"\b(?:hvilke|hvor mange|which|what|how many|nævn|list)\s+(?:\w+\s+){0,2}?(?:kommuner|municipalities)\b|\bmedlemskommuner",
    re.IGNORECASE,
)
_WHICH_REGION = re.compile(r"\b(?:hvilken|which|what)\s+region\b", re.IGNORECASE)
STRENGTH = 0.95


class CouncilAnswerer:
    """Answers which council, which municipalities and which region, from the rows of the newest member table."""

    kind = "fact"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft, or None when the question names a task (that is another answerer's) or no row fits."""
        if understood.tasks or understood.kind in {QuestionKind.WHY, QuestionKind.WHEN, QuestionKind.DEFINITION}:
            return None
        rows = within(vocabulary_of(index, understood.filters.access).rows, understood.filters, index)
        text = understood.text
        if understood.councils and _WHICH_MEMBERS.search(text):
            return _members(understood, index, rows)
        if _WHICH_REGION.search(text) and (understood.councils or (understood.municipalities and _COUNCIL.search(text))):
            return _region(understood, index, rows)
        if understood.municipalities and _COUNCIL.search(text):
            return _council_of(understood, index, rows)
        return None


def newest_row(rows: tuple[Row, ...], *, municipality: str | None = None, council: str | None = None) -> Row | None:
    """The newest council's row (undated last, the first printed among equals) with this member or of this name."""
    found = [row for row in rows if row.is_council and (municipality in row.members if municipality else row.name == council)]
    return max(found, key=lambda row: row.date.toordinal() if row.date else 0, default=None)


def row_source(row: Row, index: OpenIndex, understood: Understood) -> Source:
    """The row with its list of members as quote, or its name where the list is not printed in one piece."""
    passage = index.store.passage(row.passage_id, understood.filters.access)
    quote = next(text for text in (row.member_text, row.name, passage.text) if text.strip() and text in passage.text)
    return source_of(index, passage, quote)


def _members(understood: Understood, index: OpenIndex, rows: tuple[Row, ...]) -> Draft | None:
    row = newest_row(rows, council=understood.councils[0])
    if row is None or not row.members:
        return None
    language, count = understood.language, len(row.members)
    names, council = joined(row.members, language), council_name(row.name)
    if understood.kind is QuestionKind.HOW_MANY:
        noun = (
            ("kommune" if count == 1 else "kommuner")
            if language is Language.DANISH
            else ("municipality" if count == 1 else "municipalities")
        )
        text = f"{capital(number_word(count, language))} {noun}: {names} ({council})."
    else:
        text = f"{names} ({council})."
    return _draft(text, row, index, understood, "list")


def _council_of(understood: Understood, index: OpenIndex, rows: tuple[Row, ...]) -> Draft | None:
    row = newest_row(rows, municipality=understood.municipalities[0])
    yes_no = understood.kind is QuestionKind.YES_NO and understood.councils
    if row is None or not (yes_no or _WHICH_COUNCIL.search(understood.text)):
        return None
    danish = understood.language is Language.DANISH
    place = official_name(understood.municipalities[0])
    text = f"{place} {'hører til' if danish else 'belongs to'} {council_name(row.name)}."
    if yes_no:
        text = f"{(yes if row.name in understood.councils else no)(understood.language)}, {text}"
    return _draft(text, row, index, understood, "fact")


def _region(understood: Understood, index: OpenIndex, rows: tuple[Row, ...]) -> Draft | None:
    council = understood.councils[0] if understood.councils else None
    row = newest_row(rows, council=council) if council else newest_row(rows, municipality=understood.municipalities[0])
    region = region_of(row) if row else None
    if row is None or region is None:
        return None
    danish = understood.language is Language.DANISH
    text = f"{region}: {council_name(row.name)} {'hører til' if danish else 'belongs to'} {region}."
    return _draft(text, row, index, understood, "fact")


def region_of(row: Row) -> str | None:
    """The region printed with a row, as "Region X": the header that names one."""
    return next((found[0] for _, text in row.headers if (found := regions_in(f"Region {text.removeprefix('Region ')}"))), None)


def _draft(text: str, row: Row, index: OpenIndex, understood: Understood, kind: str) -> Draft:
    return Draft(
        text=" ".join(part for part in (text, day_line(row.date, understood.language)) if part),
        kind=kind,
        strength=STRENGTH,
        sources=(row_source(row, index, understood),),
        as_of=row.date,
        features=(("members", float(len(row.members))),),
    )

"""What a question points at by its printed mark: agenda item, case number, quoted words, section."""

from __future__ import annotations

import re

from ingest.records import SectionName

_ITEM = re.compile(
    r"\b(?:punkt|pkt\.?|dagsordenspunkt|item|sag nr\.?|sag nummer)\s*(?:nr\.?|number|no\.?)?\s*(\d{1,3}[a-z]?)\b", re.IGNORECASE
)
_CASE = re.compile(
    r"\b(?:[A-Z]{2,5}-\d{4}-\d{3,6}|\d{1,2}-\d{2}-\d{2}-\d{1,5}-\d{2}|\d{2}[-/]\d{4,6}|\d{2}\.\d{2}\.\d{2}-[A-Z]\d{2}-\d+-\d{2})\b"
)
_QUOTED = re.compile(r"[\"“”„»«]([^\"“”„»«]{2,300})[\"“”„»«]|(?<!\w)['‘’´]([^'‘’´]{2,120})['‘’´](?!\w)")
_CASE_BEFORE = re.compile(r"\b(?:sagen|sag|punktet|punkt|case|item)\W*$", re.IGNORECASE)
_SECTIONS: tuple[tuple[str, SectionName], ...] = (
    (r"\b(beslutning\w*|besluttede|besluttet|decision|decided?)\b", SectionName.DECISION),
    (r"\b(indstilling\w*|indstillede|recommendation|proposal|proposed)\b", SectionName.RECOMMENDATION),
    (r"\b(bilag\w*|attachments?|appendix)\b", SectionName.ATTACHMENTS),
    (r"\b(fraværende|afbud|absent|absentees?)\b", SectionName.ABSENT),
    (r"\b(resumé|resume|summary)\b", SectionName.SUMMARY),
)


def item_number_in(text: str) -> str | None:
    """The number of the agenda item a question names ("punkt 5", "item 5"), as printed."""
    match = _ITEM.search(text)
    return match.group(1) if match else None


def case_number_in(text: str) -> str | None:
    """The case number a question names, in the shapes that Danish case systems print, or None."""
    match = _CASE.search(text)
    return match.group(0) if match else None


def quoted_in(text: str) -> tuple[str, ...]:
    """What stands in quotation marks, in order, white space as printed. A title with quotation marks inside comes whole."""
    whole = re.search(r"\b(?:sagen|sag|punktet|case|item)\s+[\"“”„»](.{3,300})[\"“”«]\s*\??\s*$", text)
    if whole:
        return (whole.group(1).strip(),)
    return tuple((first or second).strip() for first, second in _QUOTED.findall(text))


def without_titles(text: str) -> str:
    """The text without quoted titles: the dates and names inside a title say nothing about the meeting.

    What stands behind "sagen" or has three words or more is a title; a shorter quotation is a term.
    """
    for quoted in quoted_in(text):
        if len(quoted.split()) >= 3 or _CASE_BEFORE.search(text[: text.find(quoted)]):
            text = text.replace(quoted, "", 1)
    return text


def sections_in(text: str) -> tuple[SectionName, ...]:
    """The sections of minutes a question names, in the order of the standard names looked for."""
    return tuple(section for pattern, section in _SECTIONS if re.search(pattern, text, re.IGNORECASE))

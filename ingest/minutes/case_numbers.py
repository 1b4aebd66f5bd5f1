"""Case and document numbers, as Danish authorities' filing systems write them."""

from __future__ import annotations

import re

CASE_NUMBER = (
    r"(?:\d{1,2}-\d{2}-\d{2}-\d{1,5}-\d{2}"  # 1-30-72-217-24, a region's
    r"|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}"  # 00.30.00-S00-1-21, by the municipalities' common subject plan
    r"|[A-Z]{2,4}-\d{4}-\d{3,8}|[A-Z]\d{4}-\d{3,8}"  # EMN-2022-08440, S2021-1234
    r"|\d{2,4}/\d{2,7}|\d{2,4}-\d{4,8}[A-Z]?|\d{3}-\d{4}-\d{2,7})"  # 22/12345, 21-014420, 20-008475K, 2022-0012345
)
_LABELLED = re.compile(
    r"(?:sags?\s?-?(?:nummer|nr\.?|id)|journal-?/?sags?nr\.?|journal(?:nummer|nr\.?|\snr\.?)|j\.?\s?nr\.?|esdh-?(?:sag|nr\.?)|case\s(?:no\.?|number))"
    rf"\s*[:.]?\s*(?P<number>{CASE_NUMBER}|[\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^\W*(?P<number>{CASE_NUMBER})\W*$")
_DOCUMENT = re.compile(r"\bdok(?:ument)?\.?[\s-]?(?:id|nr\.?|nummer)\s*[:.]?\s*(?P<number>\d[\d/-]*)", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?:sagstype|punkttype|type|sagsbehandler|sagsansvarlig|ansvarlig|udvalg|forum|tema|fagområde|afdeling|center|initialer|lovgrundlag"
    r"|åben/lukket|offentlighed|behandlingstype|tid|varighed|oplæg|oplægsholder|indledning ved|ved)\s*:\s*\S.{0,80}$",
    re.IGNORECASE,
)

_EMPTY_FIELD = re.compile(r"^\W*(?:sags?\s?(?:nummer|nr\.?|id)|dok\.?\s?id|j\.?\s?nr\.?|journalnr\.?)\s*:?\s*$", re.IGNORECASE)


def case_number(text: str) -> str | None:
    """Find the case number of an agenda item in one of its head lines: labelled, or alone on the line."""
    match = _LABELLED.search(text) or _ALONE.match(text)
    return match["number"] if match else None


def document_number(text: str) -> str | None:
    """Find a "Dok ID" or the like."""
    match = _DOCUMENT.search(text)
    return match["number"] if match else None


def is_head_line(text: str) -> bool:
    """Tell whether a short line belongs to an item's head: a number, or a labelled field such as "Punkttype: Orientering"."""
    if len(text) > 140:
        return False
    if _EMPTY_FIELD.match(text):
        return True
    return case_number(text) is not None or document_number(text) is not None or _FIELD.match(text.strip()) is not None

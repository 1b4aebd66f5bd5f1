"""A follow-up about the meeting of the question before: "Hvem var fraværende?"."""

from __future__ import annotations

import re

from ingest.dates.find import find_dates
from service.answering.frames import written_date
from service.records import Language
from service.understanding.language import language_of
from service.understanding.names import bodies_in
from service.understanding.topic import topic_of
from service.understanding.vocabulary import Vocabulary

_ABOUT_MEETING = re.compile(
    r"\b(?:fraværende|afbud|til stede|deltog|deltagere|mødedeltagere|ordstyrer|mødeleder|dirigent|mødet|besluttet|besluttede"
    r"|mødested|stemte|indstilling\w*|bilag\w*|absent|attended|present|participants|chaired|meeting|decided)\b",
    re.IGNORECASE,
)
_ABOUT_ITEM = re.compile(r"\b(?:stemte|besluttet|besluttede|indstilling\w*|bilag\w*|voted|decided)\b", re.IGNORECASE)


def with_meeting(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem var fraværende?": a question about a meeting, with the earlier question's body and day."""
    if not _ABOUT_MEETING.search(text) or bodies_in(text, known.bodies) or find_dates(text):
        return None
    bodies, dates = bodies_in(last, known.bodies), find_dates(last)
    if not bodies and not dates:
        return None
    language = language_of(text)
    words = ["på mødet" if language is Language.DANISH else "at the meeting"]
    if bodies:
        words.append(f"i {bodies[0]}" if language is Language.DANISH else f"of {bodies[0]}")
    if dates and dates[0].first == dates[0].last:
        day = written_date(dates[0].first, language)
        words.append(f"den {day}" if language is Language.DANISH else f"on {day}")
    elif dates:
        words.append(f"({last[dates[0].char_start : dates[0].char_end]})")
    phrase = " ".join(words)
    said = re.sub(r"\s+(?:på mødet|til mødet|at the meeting)\b", "", text.rstrip(" ?!."), flags=re.IGNORECASE)
    topic = topic_of(last) if _ABOUT_ITEM.search(text) else ""
    return f"{said} {phrase} ({topic})?" if topic else f"{said} {phrase}?"

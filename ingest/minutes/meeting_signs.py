"""Notes of a meeting that do not call themselves minutes: a day with an hour or weekday on top, and who came or stayed away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.dates.find import days_in
from ingest.minutes.first_names import people_by_first_name
from ingest.minutes.labels import LISTS, labelled
from ingest.minutes.people import people

NOTES_TITLE = re.compile(
    r"^\W*(?:(?:kort|korte|foreløbige?|fælles|vores)\s)?(?:(?:møde|beslutnings|arbejds|aktions|dialog)?(?:noter|notat|log)|opsamling"
    r"|(?:meeting\s)?notes|ref\.)\s*(?:[:/|–—-]+|(?:fra|af|for|til|from|of)\b)\s*(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""A first line as secretaries write it: "NOTER – HAVNEDRIFTEN", "Opsamling: netværk for lodser", "Notes from the data group"."""
_OF_A_DAY = re.compile(
    r"\b(?:møde|meeting)\b|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b|\b(?:mon|tues|wednes|thurs|fri)day\b|\bkl\b|^\W*dato\b"
    r"|\d[:.]\d\d\s?[-–]",
    re.IGNORECASE,
)
_MET = re.compile(
    r"^\W*(?:til\s?stede|fremmødte?|mødt|deltog|med|var med|present|afbud|fravær\w*|ikke\s\w+|meldt|apologies|absent)\b", re.I
)
_HEAD_LINES = 12
_FIRST_LINES = 7
_FEWEST_PRESENT = 2


def heads_meeting(lines: Sequence[str]) -> bool:
    """Tell whether the first lines of a paper are the head of a meeting that was held, whatever the paper is called.

    It names the day of the meeting, and at least two who came or one who did not; "Deltagere" alone may be those invited, and
    counts only under a title such as "Noter fra …".
    """
    head = [line for line in lines[:_HEAD_LINES] if line.strip()]
    dated = any(_OF_A_DAY.search(line) and days_in(line) for line in head[:_FIRST_LINES])
    noted = any(NOTES_TITLE.match(line) for line in head[:2])
    return dated and any(_tells_who(line, below, noted=noted) for line, below in pairwise([*head, ""]))


def _tells_who(line: str, below: str, *, noted: bool) -> bool:
    found = labelled(line)
    if found is None or found.field not in LISTS or not (noted or _MET.match(line)):
        return False
    names = found.value or below
    named = max(len(people(names)), len(people_by_first_name(names)))
    return named >= (_FEWEST_PRESENT if found.field == "participants" and found.value else 1)

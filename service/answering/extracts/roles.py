"""Offices a question may ask the holder of: the sentence that answers must name the office as well as the person."""

from __future__ import annotations

import re

from index.analysis.folding import fold

ROLES = re.compile(
    r"(?:formand|næstformand|medformand|direktør|borgmester|leder|chef|koordinator|konsulent|sekretær|mødeleder|ordstyrer|ambassadør|"
    r"kontaktperson|tovholder|ordfører|rektor|ansvarlig|leverandør|"
    r"revisor|dirigent|kasserer|forstander|inspektør|referent|auditor|treasurer|principal|"
    r"vendor|supplier|chair|chairs|chairman|director|mayor|head|manager|secretary|"
    r"coordinator|leader|ambassador)(?:en|n|s|e|r|ne)?",
    re.IGNORECASE,
)


_ENDS_WITH_ROLE = re.compile(ROLES.pattern.replace("ø", "oe").replace("æ", "ae") + r"$")


def is_role(word: str) -> bool:
    """Whether a word names an office, alone or as the head of a compound ("projektleder")."""
    return bool(_ENDS_WITH_ROLE.search(fold(word)))

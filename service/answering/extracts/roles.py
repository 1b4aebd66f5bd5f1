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


_ASKS_HOLDER = re.compile(
    r"\b(?:hvem|who)\b(?:\s+\w+){0,2}?\s+(?:er|var|bliver|blev|is|was|are|were|becomes?|became|will)\b|"
    r"\bhvad hed(?:der)?\b|\b(?:navnet på|name of)\b|\bwho chair(?:s|ed)\b",
    re.IGNORECASE,
)
"""Of a question that also names an office: it wants to know who holds it."""


def asks_holder(question: str) -> bool:
    """Whether a question that names an office asks who holds it: by who that is, or by the name."""
    return bool(_ASKS_HOLDER.search(question))


def is_role(word: str) -> bool:
    """Whether a word names an office, alone or as the head of a compound ("projektleder")."""
    return bool(_ENDS_WITH_ROLE.search(fold(word)))

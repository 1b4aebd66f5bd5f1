"""Who is asked for: a person, one who signed, a firm, any name, or any holder; by the words of the question."""

from __future__ import annotations

import re

_WHICH = (
    r"\b(?:hvilke[nt]?|which|what)\s+"
    r"(?:(?!(?:er|var|skal|kan|har|vil|do|does|did|is|are|was|were|will|has|have|can|must)\b)\w+\s+){0,2}?"
)
"""Which, and at most two adjectives."""
ANY_HOLDER = re.compile(r"\b(?:ansvar|responsib|tovholder|kontakt|contact|leverandør|supplier|vendor|formandskab)", re.IGNORECASE)
"""Offices that a body or group may hold as well as a person."""
ASKS_PERSON = re.compile(
    r"^\W*(?:og |and )?(?:hvem|who)\b.*\b(?:sidder|undervise\w*|ansat|repræsenter\w* (?-i:[A-ZÆØÅ])|"
    r"sits?|teach\w*|hired|chaired|represent\w* (?-i:[A-ZÆØÅ]))|"
    r"^\W*(?:og |and )?(?:hvem|who) (?:i|hos|fra|ved|in|at|from) (?-i:[A-ZÆØÅ])|"
    r"\b(?:hvilke[nt]?|which|what)\s+(?:læger?|person\w*|doctors?|persons?|people)\b",
    re.IGNORECASE,
)
"""A person does, no body and no group."""
ASKS_SIGNER = re.compile(
    r"^\W*(?:og |and )?(?:hvem|who)\b.*\b(?:underskrev|skrev under|skrevet under|underskrevet|signed)\b", re.IGNORECASE
)
"""Only a person's full name tells."""
ASKS_FIRM = re.compile(
    rf"{_WHICH}(?:firma\w*|virksomhed\w*|entreprenør\w*|leverandør\w*|vognm[aæ]nd\w*|"
    r"compan(?:y|ies)|firms?|contractors?|suppliers?|vendors?)\b",
    re.IGNORECASE,
)
"""A person or town is no firm."""
ASKS_NAME = re.compile(
    r"^\W*(?:og |and )?(?:hvem|who)\b.*\b(?:stemte|vandt|efterfølger|efterfulgte|afløser|afløste|bød|"
    r"voted|won|succeeds?|succeeded|replaces?|replaced)\b|"
    rf"{_WHICH}(?:advokat\w*|"
    r"kommuner?|regioner|parti\w*|plejehjem|hospitaler|sygehuse|medlemmer|personer|sundhedsråd|klynger?|"
    r"municipalit(?:y|ies)|part(?:y|ies)|hospitals|members)\b",
    re.IGNORECASE,
)
"""A name does, of whatever kind, no group."""

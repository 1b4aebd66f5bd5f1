"""The words by which a follow-up shows what it is: a question with a verb of its own, or a fragment of one."""

from __future__ import annotations

import re

HAS_VERB = re.compile(
    r"\b(?:er|var|skal|kan|har|havde|vil|bliver|blev|gælder|driver|står|hedder|deltog|is|are|was|were|does|did|has|have|runs|drives|can|will)\b",
    re.IGNORECASE,
)

PREPOSITION = re.compile(r"^(i|på|paa|for|in|on|hos|fra|ved)\s+", re.IGNORECASE)
ASKING = re.compile(r"hv|wh|how", re.IGNORECASE)
"""How a follow-up begins that asks a question of its own."""

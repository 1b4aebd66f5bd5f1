"""Heads of compounds that add nothing to what is meant: "sengepladser" are "senge"."""

from __future__ import annotations

import re

from service.answering.extracts.terms import Term

_LIGHT_HEAD = re.compile(r"plads|tal|antal|procent|maengde|styk|gang")


def without_light_head(term: Term) -> str:
    """The first part of a compound whose head adds nothing to what is meant; "" for others."""
    return term.parts[0] if len(term.parts) == 2 and is_light_head(term.parts[1]) else ""


def is_light_head(part: str) -> bool:
    """Whether the last part of a compound adds nothing to what is meant."""
    return bool(_LIGHT_HEAD.fullmatch(part))

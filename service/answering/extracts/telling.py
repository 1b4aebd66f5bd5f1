"""A window that tells what the question turns on comes before a slightly better one that does not: the deed done, the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.extracts.asked import Asked
from service.answering.extracts.deeds import deeds_untold
from service.answering.extracts.ranking import Ranked
from service.answering.extracts.units import Unit
from service.answering.extracts.wanted import Wanted

NEAR_SCORE = 0.7
"""A window with at least this share of the best score is as likely to be about the matter …"""

AS_MUCH = 0.8
"""… when it and what it stands under say at least this share of what the best say of the question."""

_ASKS_STATUS = re.compile(
    r"\bstatus (?:på|for|of|on)\b|^\W*(?:og |and )?hvor langt (?:er|kom|nåede)\b(?! der\b)|\bhow far (?:is|are|has|have)\b|"
    r"\bhvordan (?:går det|står det til) med\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:er (?:\w+ )?(?:i gang|under|klar|klart|på plads|færdig\w*|afsluttet|godkendt|igangsat|"
    r"påbegyndt|etableret|sat|ikke|endnu|fortsat)|"
    r"afvent\w*|venter|forventes|mangler|forsink\w*|i bero|udskudt|udsat|stoppet|opstartet|begyndt\w*|følger planen|"
    r"under (?:planlægning|udarbejdelse|revision|implementering|afklaring)|i drift|igangværende|gennemført|"
    r"pending|completed|on hold|delayed|in progress|awaiting|status:)\b",
    re.IGNORECASE,
)
"""How a sentence says how far something has come."""


def telling_first(question: str, asked: Asked, order: Sequence[Ranked]) -> list[Ranked]:
    """The windows with the first that tells in front, if it is near the best; unchanged when the best tells or none does."""
    best = order[0]
    if _tells(question, asked, best):
        return list(order)
    near = (
        other
        for other in order[1:]
        if other.score >= NEAR_SCORE * best.score and other.features["led"] >= AS_MUCH * best.features["led"]
    )
    found = next((other for other in near if _tells(question, asked, other)), None)
    return list(order) if found is None else [found, *order]


def with_leads(units: Sequence[Unit]) -> str:
    """The words of units with their lists' lead-ins and titles, which may tell what the sentences leave out."""
    leads = dict.fromkeys(lead for unit in units for lead in (unit.head, unit.lead_in) if lead)
    return "\n".join((*leads, *(unit.text for unit in units)))


def _tells(question: str, asked: Asked, ranked: Ranked) -> bool:
    if _ASKS_STATUS.search(question) and not _STATE.search(ranked.window.text):
        return False
    if Wanted.REASON in asked.wanted and not ranked.features["typed"]:
        return False
    return deeds_untold(question, with_leads(ranked.window.inside)) < 1.0

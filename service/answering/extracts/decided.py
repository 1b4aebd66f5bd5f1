"""What was proposed is not what was decided: a window that only proposes gives way to the decision of the same item."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.records import Passage, SectionName
from service.answering.extracts.evidence import Weighed
from service.answering.extracts.ranking import Ranked, ranked
from service.answering.minutes.decision_words import ASKS_PROPOSAL, TRIVIAL

LEAST_SHARE = 0.6
"""A decision that says at least this share of what the proposal says of the question decides on that."""

_PROPOSES = re.compile(
    r"\b(?:foreslå\w*|foreslog|forslag(?:et)? (?:om|går)|indstille[rs]?|anbefale[rs]?|lægge[rs]? op til|lagde op til|påtænk\w*|"
    r"overveje[rs]?|ønske[rs]? at|ansøg\w*|søge[rs]? om|søgt om|propose[sd]?|recommend\w*|suggest\w*)\b",
    re.IGNORECASE,
)
_ASKS_WISH = re.compile(
    r"\b(?:forslag\w*|anbefal\w*|ønske\w*|søg\w*|ansøg\w*|hvorfor|why|wish\w*|want\w*|appl\w+)\b", re.IGNORECASE
)
_SET_ASIDE = re.compile(
    r"\b(?:udsat|udsætte\w*|udskud\w*|ikke godkend\w*|afvist\w*|afvis\w*|forkast\w*|taget af|udg[iå]\w*)\b", re.IGNORECASE
)

Weigh = Callable[[Ranked], Sequence[Weighed]]
"""Gives the weighed passages of the decision in the item that a window belongs to."""


def proposes(question: str, text: str) -> bool:
    """Whether a text tells what somebody proposes or wishes while the question does not ask for that."""
    asks = ASKS_PROPOSAL.search(question) or _ASKS_WISH.search(question)
    return bool(_PROPOSES.search(text)) and not asks


def is_decision(passage: Passage) -> bool:
    """Whether a passage is an item's decision."""
    return passage.section is SectionName.DECISION


def decided_first(question: str, order: Sequence[Ranked], decisions: Weigh) -> list[Ranked]:
    """The windows with the decision on the same matter before a first one that only proposes; unchanged where there is none.

    A decision that only says yes to the proposal comes second, as the proposal tells what to.
    """
    best = order[0]
    if is_decision(best.window.units[0].passage) or not proposes(question, best.window.text):
        return list(order)
    found = ranked(decisions(best))
    if not found:
        return list(order)
    decision = found[0]
    passage_text = decision.window.units[0].passage.text
    if TRIVIAL.match(passage_text):
        return list(order)
    if decision.features["typed"] < best.features["typed"]:
        return list(order)
    decides = decision.features["peak"] >= LEAST_SHARE * best.features["peak"] or bool(_SET_ASIDE.search(decision.window.text))
    return [decision, *order] if decides else list(order)

"""What was proposed or held till then is not what was decided: a window of an item gives way to the item's decision on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.records import Passage, SectionName
from service.answering.extracts.asked import Asked
from service.answering.extracts.evidence import SURE_KINDS, Weighed
from service.answering.extracts.meaning import asks_outright
from service.answering.extracts.ranking import Ranked, ranked
from service.answering.extracts.wanted import Wanted
from service.answering.minutes.decision_words import APPROVES_PROPOSAL, ASKS_PROPOSAL, CHANGES, TRIVIAL

LEAST_SHARE = 0.6
"""A decision that says at least this share of what the proposal says of the question decides on that."""
SOME_SHARE = 0.15
"""A decision with words of a sure kind that says this much of the question settles it …"""
FAIR_SHARE = 0.3
"""… and one of any other words this much, …"""
FAIR_PART = 0.45
"""… and this share of what the best window says."""

_PROPOSES = re.compile(
    r"\b(?:foreslå\w*|foreslog|forslag(?:et)? (?:om|går)|indstille[rs]?|anbefale[rs]?|lægge[rs]? op til|lagde op til|påtænk\w*|"
    r"overveje[rs]?|ønske[rs]? at|ansøg\w*|søge[rs]? om|søgt om|propose[sd]?|recommend\w*|suggest\w*)\b",
    re.IGNORECASE,
)
_ASKS_WISH = re.compile(
    r"\b(?:forslag\w*|anbefal\w*|ønske\w*|søg\w*|ansøg\w*|hvorfor|why|wish\w*|want\w*|appl\w+)\b", re.IGNORECASE
)
_OF_A_WISH = re.compile(
    r"\b(?:til|ved|med|to|with|became of)\s+(?:\S+\s+){0,2}?(?:ønske|forslag|ansøgning|wish|request|proposal|application)\w*"
    r"|\b(?:anbefal\w*|ønsk\w*)\s+(?:[a-zæøå]+\s)?\w*(?:udvalg|råd|bestyrelse|forum|nævn)\w*"
    r"|\b(?:committee|council|board)\s+(?:\w+\s)?recommend",
    re.IGNORECASE,
)
"""Asks what came of a wish, or what the body itself advises: its decision says that."""
_ASKS_BEFORE = re.compile(
    r"\b(?:i dag|hidtil|tidligere|før|var|havde|har|haft|baggrund\w*|høring\w*|"
    r"today|currently|was|were|had|did|has|have|before|background)\b",
    re.IGNORECASE,
)
"""Questions for what held before the decision, or for what led to it."""
_SET_ASIDE = re.compile(
    r"\b(?:udsat|udsætte\w*|udskud\w*|ikke godkend\w*|afvist\w*|afvis\w*|forkast\w*|taget af|udg[iå]\w*)\b", re.IGNORECASE
)
_CHANGES = re.compile(
    r"\b(?:hæve[srt]?\w*|sænke[srt]?\w*|sættes|sat|ændre[srt]?\w*|rykke[srt]?\w*|skyde[srt]?\w*|udskyd\w*|udskudt|flytte[srt]?\w*|"
    r"fasthold\w*|forhøj\w*|nedsæt\w*|nedsat|begræns\w*|forlæng\w*|forkort\w*|"
    r"vælge[rs]?|valgte|fastsæt\w*|fastsat|dog|i stedet|idet|men|"
    r"begynder|bevilge\w*|raised|lowered|changed|moved|postponed|instead|set at|chose)\b",
    re.IGNORECASE,
)
"""How a decision says that something becomes another than it was or was proposed to be."""
_WITHOUT = frozenset({Wanted.REASON, Wanted.CONDITION, Wanted.TELEPHONE, Wanted.MOBILE, Wanted.MAIL, Wanted.IDENTIFIER})
"""Kinds of words that minutes give in their account of the case, not in the decision."""

Weigh = Callable[[Ranked], Sequence[Weighed]]
"""Gives the weighed passages of the decision in the item that a window belongs to."""


def _approves(decision: str) -> bool:
    return bool(TRIVIAL.match(decision) or (APPROVES_PROPOSAL.match(decision) and not CHANGES.search(decision)))


def proposes(question: str, text: str) -> bool:
    """Whether a text tells what somebody proposes or wishes while the question does not ask for that."""
    return bool(_PROPOSES.search(text)) and not _asks_wish(question)


def _asks_wish(question: str) -> bool:
    asks = ASKS_PROPOSAL.search(question) or _ASKS_WISH.search(question)
    return asks is not None and _OF_A_WISH.search(question) is None


def is_decision(passage: Passage) -> bool:
    """Whether a passage is an item's decision."""
    return passage.section is SectionName.DECISION


def decided_first(question: str, asked: Asked, order: Sequence[Ranked], decisions: Weigh) -> list[Ranked]:
    """The windows with the decision on the same matter before a first one of the same item that is none.

    It comes before one that only proposes, and before what held till then where the question asks for what is to be; that is
    left out then. A decision that only says yes to the proposal comes second, as the proposal tells what to.
    """
    best = order[0]
    if is_decision(_passage(best)):
        return list(order)
    found = ranked(decisions(best))
    if not found or _approves(_passage(found[0]).text):
        return list(order)
    if _asks_for_what_is_to_be(question, asked):
        settled = next((window for window in found if settles(asked, best, window)), None)
        if settled is not None:
            item = _passage(best).item_id
            return [settled, *(other for other in order if _passage(other).item_id != item or is_decision(_passage(other)))]
    decision = found[0]
    if not proposes(question, best.window.text) or decision.features["typed"] < best.features["typed"]:
        return list(order)
    decides = decision.features["peak"] >= LEAST_SHARE * best.features["peak"] or bool(_SET_ASIDE.search(decision.window.text))
    return [decision, *order] if decides else list(order)


def settles(asked: Asked, best: Ranked, decision: Ranked) -> bool:
    """Whether a window of the decision changes how the matter of the best window of its item is to be."""
    if not _CHANGES.search(decision.window.text) or decision.features["typed"] < best.features["typed"]:
        return False
    said, said_by_best = _said(asked, decision), _said(asked, best)
    if asked.wanted[0] in SURE_KINDS:
        about = said >= SOME_SHARE or bool(_PROPOSES.search(best.window.text))
        return about and decision.features["peak_typed"] >= SOME_SHARE
    return said >= max(FAIR_SHARE, FAIR_PART * said_by_best)


def _said(asked: Asked, ranked: Ranked) -> float:
    return float(asked.meetings.share(asked.meetings.of(word for unit in ranked.window.inside for word in unit.words)))


def _asks_for_what_is_to_be(question: str, asked: Asked) -> bool:
    asks_other = _asks_wish(question) or _ASKS_BEFORE.search(question)
    return not asks_other and not _WITHOUT.intersection(asked.wanted) and not asks_outright(question)


def _passage(window: Ranked) -> Passage:
    return window.window.units[0].passage

"""Whether a sentence says that what is asked for is still to come, or that an office stands empty."""

from __future__ import annotations

import re

from service.answering.extracts.roles import asks_holder

_PENDING = re.compile(
    r"\b(?:forventes|forventeligt|planlægges|planlagt|påtænkes|snarest|skal (?:udarbejde|udvikle|opdatere|evaluere|beskrive)\w*|"
    r"er i gang med|under (?:udarbejdelse|planlægning|revision)|indledt drøftelser|indledes|afventer|(?:ikke |u)afklaret|"
    r"endnu ikke|kommende|forhandler|drøfter|udkast|udskydes|"
    r"expected|planned|will be|upcoming|draft|pending|not yet)\b",
    re.IGNORECASE,
)
"""Words by which a sentence says that something is not done yet, or not settled."""

_ASKS_NEXT = re.compile(r"\b(?:nye?|efterfølge\w*|afløse\w*|new|next|succe\w+|replace\w*)\b", re.IGNORECASE)
_LEAVES = re.compile(
    r"\b(?:går på pension|gået på pension|fratræder|fratrådt|stopper|slås op|slået op|opslås|opslået|retires|resigns|leaves)\b",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:nye? \w+|tiltræ\w+|afløs\w+|efterfølg\w+|konstituer\w+|ansat|overtager|valgt|udpeget|new|succe\w+)\b", re.IGNORECASE
)
_VACANT = re.compile(
    r"\b(?:mangler (?:en|et|at|stadig|fortsat)|vakant|ubesat|(?:skal (?:senest )?)?(?:udpeges|vælges|ansættes)|"
    r"ikke udpeget|vacant|to be appointed|will be (?:appointed|elected|hired))\b",
    re.IGNORECASE,
)

_OF_WHAT_COMES = re.compile(
    r"\b(?:forvent\w*|planlæg\w*|planlagt|skal|skulle|vil|bliver|kommer|kommende|udkast\w*|senest|frist\w*|næste|"
    r"will|shall|must|expected|planned|going to|draft|next|deadline)\b|\b\w+es\b",
    re.IGNORECASE,
)
_OF_RESULTS = re.compile(
    r"\b(?:viste|resultat\w*|blev|svarede|sagde|fik|har|godkendte|vedtog|udgav|offentliggjorde|besluttede|skrev|"
    r"was|were|did|has|have|showed|decided|approved|received|signed|published)\b",
    re.IGNORECASE,
)

_ASKS_DECISION = re.compile(
    r"\b(?:besluttede|besluttet|vedtog|vedtaget|godkendte|afviste|blev enige|decided?|approved?|agreed?)\b", re.IGNORECASE
)
_TREATS = re.compile(
    r"\b(?:behandler|(?:behandl|drøft|forelægg|fremlægg|beslutt)es|træffe[rs]|tages op|"
    r"will (?:discuss|decide|consider)|(?:is|are|will) (?:to )?be (?:treated|discussed|decided|considered))\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:besluttede|besluttet|beslutning:|vedt\w+|godkend\w*|tiltråd\w*|tiltræd\w*|afvis\w*|uds[aæ]t\w*|enige?|enighed|aftal\w*|"
    r"tage[ts] til|taget til|nedstem\w*|forkast\w*|imødekom\w*|stemte|bevilge\w*|valg\w*|udpege\w*|nedsæt\w*|nedsat\w*|drøftede|"
    r"indstille\w*|anbefale\w*|ønsk\w*|send\w*|ikke beslutning|decided|approved|agreed|rejected|discussed|recommend\w*)\b",
    re.IGNORECASE,
)


def only_to_be_treated(question: str, text: str) -> bool:
    """Whether a question asks what was decided and the text tells only that, or when, the matter is treated."""
    asks = _ASKS_DECISION.search(question) and not _OF_WHAT_COMES.search(question)
    return bool(asks and _TREATS.search(text) and not _DECIDES.search(text))


def is_pending(question: str, text: str) -> bool:
    """Whether a question asks for what is done or settled, and the text says that it is still to come (an office: vacant)."""
    if asks_holder(question) and _VACANT.search(text):
        return True
    if asks_holder(question) and _ASKS_NEXT.search(question) and _LEAVES.search(text) and not _COMES.search(text):
        return True
    return bool(_OF_RESULTS.search(question) and not _OF_WHAT_COMES.search(question) and _PENDING.search(text))

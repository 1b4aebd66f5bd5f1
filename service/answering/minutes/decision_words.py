"""The words in which minutes decide, and in which people ask what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.frames import no, yes
from service.records import QuestionKind, Understood

ASKS = re.compile(
    r"\b(?:beslut\w*|anbefal\w*|konklu\w*|conclu\w+|aftalte|(?:blev|er) aftalt"
    r"|vedt[aoå]\w*|godkend\w*|tiltr[åa]\w*|udsat|udsatte|udskudt|afvist|afviste|forkast\w*|bemærkning\w*|tilføjelse\w*"
    r"|tilføjet|"
    r"stemt\w*|stemme\w*|efterretning|eventuelt|decid\w+|decision\w*|approv\w+|adopt\w+|postpon\w+|reject\w+|remark\w*|vote[ds]?)\b",
    re.IGNORECASE,
)
ASKS_VOTES = re.compile(r"\b(?:stemte|stemt|stemmer|afstemning|vote[ds]?|voting)\b", re.IGNORECASE)
ASKS_PROPOSAL = re.compile(r"\b(?:indstil\w*|foreslå\w*|foreslog|recommendation|recommended|propos\w+)\b", re.IGNORECASE)
TRIVIAL = re.compile(
    r"^\W*(?:(?:ad\.?\s*\d+\W*)?(?:tiltrådt|tilrådt|godkendt|vedtaget|indstillingen (?:blev )?(?:godkendt|tiltrådt)|"
    r"(?:\S+\s+){1,4}(?:godkendte|tiltrådte|vedtog) (?:indstillingen|\S+ indstilling(?:er)?)|taget til efterretning)\W*)+"
    r"(?:(?:fraværende|afbud|ikke til stede).*)?$",
    re.IGNORECASE | re.DOTALL,
)
_REFUSED = re.compile(
    r"\b(?:ikke (?:godkend\w*|tiltrå\w*|anbefal\w*)|afvis\w*|forkast\w*|kan ikke|udsæt\w*|udsat\w*|udskyd\w*"
    r"|not approved|rejected)\b",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tilrådt|vedtog\w*|vedtag\w*|til efterretning|approved|adopted|bakkede op)\b", re.IGNORECASE
)
_NOTHING = re.compile(r"\b(?:intet at bemærke|ingen bemærkninger|intet|ingenting|nothing|no remarks)\b", re.IGNORECASE)


def yes_or_no(understood: Understood, decision: str) -> str | None:
    """Ja or Nej where a yes/no question asks whether something was approved, or came up at all; None otherwise."""
    if understood.kind is not QuestionKind.YES_NO:
        return None
    if _NOTHING.search(decision) and len(decision.split()) < 8:
        return no(understood.language)
    if ASKS_VOTES.search(understood.text):
        return yes(understood.language)
    if _REFUSED.search(decision):
        return no(understood.language) if not _APPROVED.search(decision.replace("ikke", "")) else None
    return yes(understood.language) if _APPROVED.search(decision) else None


GIVES_REASON = re.compile(
    r"\b(?:fordi|da|idet|eftersom|ønske\w*|begrund\w*|bemærkning|hensyn|because|wanted|wished)\b", re.IGNORECASE
)
"""A vote told with its reason."""

_AGAINST = re.compile(r"\b(?:imod|mod|against)\b", re.IGNORECASE)
_ABSTAINED = re.compile(r"\b(?:undlod|undlader|abstain\w*|forbehold)\b", re.IGNORECASE)


def votes_asked(text: str, votes: Sequence[str]) -> str:
    """The sentences on votes that a question asks for: against, abstained, or all; all where none is told apart."""
    for pattern in (_AGAINST, _ABSTAINED):
        chosen = [sentence for sentence in votes if pattern.search(sentence)]
        if pattern.search(text) and chosen:
            return " ".join(chosen)
    return " ".join(votes)

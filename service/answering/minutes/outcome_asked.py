"""Whether a question asks for a part of what came of a case, and what kind of words would say it."""

from __future__ import annotations

import re

from service.answering.extracts.wanted import Wanted, wanted_of
from service.answering.minutes.decision_words import ASKS_PROPOSAL, ASKS_VOTES, WHETHER_ALLOWED
from service.records import QuestionKind, Understood

_KINDS = frozenset(
    {QuestionKind.WHEN, QuestionKind.WHERE, QuestionKind.WHO, QuestionKind.HOW_MANY, QuestionKind.LIST, QuestionKind.WHAT}
)
_COMES = (
    r"skal|vil|bliver|kommer|fremover|begynder|starter|går|overgår|træder|flytter|åbner|lukker|stiger|falder|overtager"
    r"|valgt\w*|valgte|vedtag\w*|besluttet|gældende|will|shall|going to|is to|are to|chosen|adopted|agreed|decided|starts?"
    r"|begins?"
)
_SURELY_AHEAD = re.compile(rf"\b(?:{_COMES})\b", re.IGNORECASE)
_AHEAD = re.compile(
    rf"\b(?:{_COMES}|får|fik|endte|vælge[rs]?|valg|gælder|udpeget|udpeges|bevilget|bevilgede|støttes"
    r"|suppleant\w*|stedfortræder\w*|næstformand\w*|koster|beslutning\w*|decision\w*|ny|nye|new"
    r"|chose|appointed|elected|granted)\b",
    re.IGNORECASE,
)
"""Words in which people ask what came of a case rather than what was told in it; the first surely do."""
_TALK = re.compile(
    r"\b(?:mente|mener|sagde|siger|foresl\w+|forslag\w*|spurgte|ønske\w*|fortalte|oplyste|frygte\w*|advarede|påpegede|i dag"
    r"|hidtil|tidligere|før|ville|ansøg\w*|søgte|said|thought|proposed|wanted|asked|told|today|before|applied|applications?)\b",
    re.IGNORECASE,
)
"""What somebody said or wished, and what was before, stands beside the decision."""
_SPAN_OF_DAY = re.compile(r"\b(?:tidsrum|hvad tid|klokkeslæt\w*|what time|åbningstid\w*|lukketid\w*)\b", re.IGNORECASE)
STANDS_IN = re.compile(r"\b(?:suppleant\w*|stedfortræder\w*|substitute\w*|deputy)\b", re.IGNORECASE)
"""Who stands in for somebody."""
_COSTS = re.compile(r"\b(?:til at koste|koste[rs]?|costs?|prisen|price)\b", re.IGNORECASE)
_MUCH = re.compile(r"\b(?:hvor meget|how much)\b", re.IGNORECASE)


def asks_outcome(understood: Understood) -> bool:
    """Whether a question asks when, where, who, how much or which came of a case, not what was said, proposed or voted."""
    return may_ask_outcome(understood) and _AHEAD.search(understood.text) is not None


def may_ask_outcome(understood: Understood) -> bool:
    """Whether what came of a case may answer, were it other than what had been: nobody's words, proposal or vote is asked for."""
    text = understood.text
    aside = _TALK.search(text) or ASKS_PROPOSAL.search(text) or ASKS_VOTES.search(text) or WHETHER_ALLOWED.match(text)
    return understood.kind in _KINDS and not aside


def surely_asks_outcome(text: str) -> bool:
    """Whether its words can hardly ask for what was told in a case."""
    return _SURELY_AHEAD.search(text) is not None


def kinds_wanted(understood: Understood) -> tuple[Wanted, ...]:
    """The kinds of words that may answer a question for an outcome, the likeliest first; never empty."""
    if _MUCH.search(understood.text):
        return (Wanted.MONEY, Wanted.SHARE, Wanted.COUNT)
    if _COSTS.search(understood.text):
        return (Wanted.MONEY,)
    if understood.kind is QuestionKind.WHAT and STANDS_IN.search(understood.text):
        return (Wanted.ACTOR,)
    if _SPAN_OF_DAY.search(understood.text):
        return (Wanted.CLOCK,)
    return wanted_of(understood)[:1]

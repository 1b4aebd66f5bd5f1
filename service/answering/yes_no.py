"""Yes or no, and only when the sentence proves it: its own "Ja"/"Nej", or all that was asked with or without a negation."""

from __future__ import annotations

import re

from ingest.records import SectionName
from service.answering.extracts.ranking import Ranked
from service.answering.minutes.whole_decision import ASKS_WHAT_CAME

_NEGATION = re.compile(r"\b(?:ikke|ingen|intet|aldrig|hverken|nej|umulig\w*|not|no|none|never|neither|cannot)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:uden|without) (?:(?:den|det|en|et|a|an|the) )?(?P<what>\w{4,})", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:uden for|udenfor|outside|undtage[nt]\w*|fritage[nt]\w*|excluded|exempt\w*|undlade[rs]?|"
    r"fik afslag|afvist|afvises|forkastet)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:i modsætning til|i forhold til|hvorimod|mens|derimod|men|dog|unlike|whereas|while|but|however)\b", re.IGNORECASE
)
"""What tells two matters apart in one sentence: which of them is asked about, the words alone do not tell."""

_LIMITED = re.compile(r"\b(?:kun|alene|udelukkende|undtagen|undtaget|bortset fra|medmindre|dog|delvist|evt\.?|eventuelt|måske|"
                      r"kan|bør|overvejes|foreslås|foreslår|foreslog|indstill\w+|anbefal\w+|lægge[rs]? op til|ønsker|søger|"
                      r"propos\w+|recommend\w*|"
                      r"forventes|only|except|unless|may|might|partly)\b", re.IGNORECASE)  # fmt: skip
_EVERY = re.compile(r"\b(?:alle|altid|hele|samtlige|udelukkende|kun|every|all|always|only|entire|whole)\b", re.IGNORECASE)
_OWN_ANSWER = re.compile(
    r"^\W*(ja|nej|yes|no)\b[,.:](?! (?:hvis|når|men|medmindre|såfremt|i så fald|if|when|but|unless)\b)", re.IGNORECASE
)
"""An answer under its question; one on a condition is no plain yes or no."""

_ON_CONDITION = re.compile(r"^\W*(?:ja|nej|yes|no)\b", re.IGNORECASE)

_BEFORE_DECISION = (SectionName.SUMMARY, SectionName.CASE, SectionName.RECOMMENDATION)
PROOF_OF_NO = 0.6
SAME_LETTERS = 6
"""Words that begin with the same so many letters are forms of one."""
PROOF_OF_YES = 0.75


def polarity_of(question: str, best: Ranked) -> bool | None:
    """True for yes, False for no, None when the unit does not prove either."""
    text = best.window.text
    own = _OWN_ANSWER.match(text)
    if own:
        return own.group(1).lower() in {"ja", "yes"}
    if _ON_CONDITION.match(text):
        return None
    denied = is_denied(question, text)
    if denied and _CONTRAST.search(text):
        return None
    asked_denied = bool(_NEGATION.search(question))
    if denied and best.features["own"] >= PROOF_OF_NO:
        return asked_denied
    sure = best.features["own"] >= PROOF_OF_YES and not denied and not _tells_no_outcome(question, best)
    if sure and not asked_denied and not _LIMITED.search(text) and not _EVERY.search(question):
        return True
    return None


def _tells_no_outcome(question: str, best: Ranked) -> bool:
    """Whether somebody asks what came of a case, and this stands in what was told or proposed before the decision on it."""
    passage = best.window.units[0].passage
    return passage.section in _BEFORE_DECISION and bool(ASKS_WHAT_CAME.match(question))


def is_denied(question: str, text: str) -> bool:
    """Whether a text denies something: a negation, what is left out or refused, or a "without" what the question asks for."""
    if _NEGATION.search(text) or (_OUTSIDE.search(text) and not _OUTSIDE.search(question)):
        return True
    asked = {word.lower()[:SAME_LETTERS] for word in re.findall(r"\w{4,}", question)}
    return any(found.group("what").lower()[:SAME_LETTERS] in asked for found in _WITHOUT.finditer(text))

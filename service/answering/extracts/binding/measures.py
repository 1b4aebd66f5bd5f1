"""What a sum of money measures (a cost, a saving, an income, a grant), and whether a number is got or only wished for."""

from __future__ import annotations

import re

_MEASURES = {
    "cost": (
        r"kost(?:e[rt]?|ede)\b|omkostning|(?<!mer)(?<!mindre)udgift|\bpris|pris(?:en|erne)?\b|betal|takst|gebyr|leje\b|lejen\b|kontingent|regning|"
        r"anlægssum|overslag|beløb\w* sig|løb\w* op i|\bcosts?\b|price|\bpay|paid|\brent\b|\bfee|expens|licens|honorar|løn"
    ),
    "saving": r"\bspar(?:e[rst]?|es|ede|et)\b|bespar|\bsav(?:e[sd]?|ings?)\b|mindreforbrug|gevinst",
    "income": r"indtægt|indtjen|omsat|omsætning|overskud|provenu|income|revenue|profit|turnover",
    "sale": r"\bsolgt|\bsalg|sælge|\bsold\b|\bsale",
    "worth": r"vurderet|værdi|\bworth\b|\bvalue\b",
    "grant": r"tilskud|bevilg|bevilling|støtte|\bgrant|donation|bidrag",
    "deficit": r"underskud|merforbrug|merudgift|overskrid|deficit|overrun",
}  # fmt: skip
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MEASURES.items()}


def measures_in(text: str) -> frozenset[str]:
    """The measures a text speaks of, by name; empty when it says none ("Der er afsat 3 mio. kr.")."""
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def is_other_measure(question: str, clause: str) -> bool:
    """Whether a clause speaks of another measure than the question: of a saving where a price is asked for."""
    asked, said = measures_in(question), measures_in(clause)
    return bool(asked and said and not asked & said)


_WISHED = re.compile(
    r"\b(?:søg(?:t|er|te|es)\b|ansøg\w*|ønske\w*|foreslå\w*|foreslog|forslag\w*|indstil\w*|anbefal\w*|"
    r"appl(?:y|ied|ies|ying|icants?|ications?)|ask(?:ed|ing)? for|sought|request\w*|propos\w*|recommend\w*)",
    re.IGNORECASE,
)
_GOT = re.compile(
    r"\b(?:fik\b|får\b|fået\b|modtog\b|modtaget|bevilg\w*|tildel\w*|gav\b|givet|blev\b|"
    r"beslutning\w*|beslutte\w*|godkend\w*|vedtag\w*|vedtog|"
    r"received?|granted?|got|approved|decided|decision|allocated|tilsagn)",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:i dag|nu|for tiden|er der ansat|today|currently|now)\b", re.IGNORECASE)


_WAS = re.compile(r"\b(?:var|blev|havde|fik|nåede|endte|was|were|did|had)\b", re.IGNORECASE)
_GOAL = re.compile(
    r"\bskal (?:\w+ ){0,2}(?:være|udgøre|nå|have|ligge)\b|\bmål\w*(?: er| om|:)|\bmålsætning\w*|\b(?:must|shall|should) be\b|"
    r"\b(?:goal|target)s?\b",
    re.IGNORECASE,
)
_ASKS_GOAL = re.compile(
    r"\b(?:skulle|mål\w*|krav\w*|mindst|højst|forvent\w*|goal|target|required?|should|expected)\b", re.IGNORECASE
)


def only_goal(question: str, clause: str) -> bool:
    """Whether a clause tells only what is to be reached while the question asks what was."""
    asks = _WAS.search(question) and not _ASKS_GOAL.search(question)
    return bool(asks and _GOAL.search(clause) and not _WAS.search(clause))


_ASKS_STOCK = re.compile(
    r"\b(?:hvor mange \S+ (?:har|findes|rummer|er der)|how many \S+ (?:does .* have|are there))\b"
    r"(?!.*\b(?:foreslå|ønske|propose))",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:foreslå[rs]?|foreslog|ønsker|proposes?|proposed)\b.*\b(?:nye|ekstra|flere|yderligere|new|extra|more)\b", re.IGNORECASE
)


def only_added(question: str, clause: str) -> bool:
    """Whether a clause tells how many more somebody wants while the question asks how many there are."""
    return bool(_ASKS_STOCK.search(question) and _ADDED.search(clause))


def only_wished(question: str, clause: str) -> bool:
    """Whether a clause tells what somebody asks for or proposes while the question asks what was got, decided, or is so now."""
    asks = _GOT.search(question) or _NOW.search(question)
    return bool(asks and not _WISHED.search(question) and _WISHED.search(clause) and not _GOT.search(clause))

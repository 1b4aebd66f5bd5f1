"""What an earlier question was about, as a phrase that can stand in brackets behind a later one."""

from __future__ import annotations

import re

_ASKING = re.compile(
    r"^(?:og |and )?(?P<asking>(?:fra |til |inden |på |i )?(?:hvilk\w+|hvad|hvem|hvornår|hvornaar|hvorfor|hvordan"
    r"|hvor(?: mange| meget| ofte| langt)?"
    r"|which|what|who|when|why|where|how(?: many| much| often)?)(?: er der| is there)?)\s+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:er|var|bliver|blev|skal|skulle|kan|kunne|vil|ville|har|havde|må|bruges|forventes|handlede om|handler om|gælder|står"
    r"|sker der|is|are|was|were|will|would|can|could|should|does|do|did|has|have|must)\b\s*",
    re.IGNORECASE,
)
_FINITE = re.compile(r"^[a-zæøå]+(?:er|år|ør|es|ede|te|s)\s+(?=\w)")
_BEFORE_A_VERB = frozenset({"hvem", "who", "hvad", "hvor meget", "hvornår"})
_TOPICAL = re.compile(r"\b(?:om|for|til|af|på|ved|vedr\.?|vedrørende|about|on|of|regarding|for the)\s+(?=\S)", re.IGNORECASE)
_ENDING = re.compile(r"\s+(?:at (?:være|blive|komme)\b.*|til|med|om|for|af|i|på|to|for|with|about)$", re.IGNORECASE)
_DOES = re.compile(
    r"^(?P<what>(?:\S+\s+){0,5}?\S+)\s+(?P<verb>har|havde|er|var|skal|kan|blev|bliver|vil|has|have|had|is|are|was|were|will|can|must)\b"
)
_DECIDED = re.compile(r"\b(?:beslut\w*|vedtog|vedtaget|decided?)\b", re.IGNORECASE)
_SUBJECT_AND_VERB = re.compile(r"^(?!(?:det|den|et|en)\b)(?:\w+(?:en|et|ne|erne)|[A-ZÆØÅ]\w+)\s+\w+e\s+(?=\w)")


def topic_of(question: str) -> str:
    """The phrase a question is about: what follows its first "om", "for", "til", …; else all behind its verb.

    "Which X does Y?" is about "X does Y". Empty when nothing is left.
    """
    text = question.strip().rstrip("?!. ")
    asking = _ASKING.match(text)
    if asking:
        text = text[asking.end() :]
        if asking.group("asking").lower().startswith(("hvilk", "which")):
            return _about_something(text)
        if asking.group("asking").lower() in _BEFORE_A_VERB and not _VERB.match(text):
            text = _FINITE.sub("", text, count=1)
    text = _VERB.sub("", text, count=1)
    text = _SUBJECT_AND_VERB.sub("", text, count=1)
    text = _ENDING.sub("", text)
    return _after_preposition(text, of_a_decision=_DECIDED.search(question) is not None)


def predicate_of(question: str) -> str:
    """All that a question says behind its question words: "stemte imod busruten"."""
    text = question.strip().rstrip("?!. ")
    asking = _ASKING.match(text)
    return text[asking.end() :] if asking else text


def _about_something(text: str) -> str:
    """For "which item dealt with X": X; for "which five have done X": all of it."""
    about = re.search(
        r"\b(?:handlede|handler|drejede sig|drejer sig|omhandlede|dealt|deals)\s+(?:om|with)?\s*(.+)$", text, re.IGNORECASE
    )
    return (about.group(1) if about else _DOES.sub(_as_noun, text)).strip()


def _as_noun(match: re.Match[str]) -> str:
    """Turn "fem kommuner har udviklet" into "de fem kommuner, der har udviklet"."""
    what, verb = match.group("what"), match.group("verb")
    english = verb.lower() in {"has", "have", "had", "is", "are", "was", "were", "will", "can", "must"}
    return f"the {what} that {verb}" if english else f"de {what}, der {verb}"


def _after_preposition(text: str, *, of_a_decision: bool) -> str:
    match = re.search(r"\b(?:i sagen om|about|regarding)\s+(?=\S)", text) if of_a_decision else None
    match = match or _TOPICAL.search(text)
    tail = text[match.end() :].strip() if match else ""
    return tail if len(tail) >= 4 else text.strip()

"""Which words of a question its question word leaves free to say what is wanted: "Hvem" wants nobody's telephone number."""

from __future__ import annotations

import re

from service.understanding.spelling import in_any_spelling

_WORD = in_any_spelling(
    r"\b(?:hvem|hvad|hvor|hvordan|hvornår|hvorfor|hvilke[nt]?|who|whom|whose|what|when|where|why|which|how)\b"
)
_DEGREE = in_any_spelling(
    r"meget|mange|stor[et]?|lang[et]?|længe|høj[et]?|lav[et]?|lidt|ofte|tit|hurtigt|"
    r"much|many|large|big|long|high|low|often|soon|fast|quickly"
)
_ASKS = re.compile(_WORD)
_LEADS = re.compile(
    r"(?:^|[,;:.?]|\b(?:og|samt|eller|men|and|or|but)\b)\W*(?:[a-zæøå]+ )?"
    rf"(?P<word>{_WORD}(?: (?:{_DEGREE})\b)?)"
)
"""A question word at the beginning or behind what joins it to another question; one word ("Til hvilken") may stand before it."""
_FREE = re.compile(r"(?:hvor|how) \w+")
_OF_A_MATTER = re.compile(r"hvad|what")
_MATTER = re.compile(r"\b(?:om|med|vedrørende|angående|about|to|with|regarding) (?:\w+ ){0,2}$")
"""Behind these words of a question for what is said or done a noun is the matter: "Hvad blev der besluttet om budgettet?"."""
_USE = re.compile(r"\b(?:brug\w*|anvend\w*|går|gik|gives|used?|spend|spent|goes?|went)\b.*\b(?:til|for|on|to)\W*$")
"""What something is used for is no sum, though the thing is money."""
_WITH_ITS_NOUN = re.compile(r"hvilke[nt]?|which")
_WORDS_TO_NOUN = 3
"""So few words stand at most between "which" and its noun."""


def is_question_word(found: re.Match[str]) -> bool:
    """Whether a turn found in a lower-case question holds its question word ("hvor ofte"), and is no mere noun ("budget")."""
    return bool(_ASKS.search(found.group()))


def is_free(found: re.Match[str], text: str) -> bool:
    """Whether a noun found in a lower-case question may say what kind of words answers it.

    It may in one that asks how much, as the noun of which, and behind what, unless as the matter; behind who, when, where, why
    and how it only is what is asked about.
    """
    leading = [*_LEADS.finditer(text, 0, found.start())]
    if not leading:
        return True
    word, between = leading[-1].group("word"), text[leading[-1].end() : found.start()]
    if _WITH_ITS_NOUN.fullmatch(word):
        return len(between.split()) <= _WORDS_TO_NOUN
    if _OF_A_MATTER.fullmatch(word):
        return not (_MATTER.search(between) or _USE.search(text, leading[-1].end()))
    return bool(_FREE.fullmatch(word))

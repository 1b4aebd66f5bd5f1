"""The noun that a phrase of a question begins with: English has it last, Danish behind its adjectives."""

from __future__ import annotations

import re
from itertools import zip_longest

from index.analysis.folding import fold
from index.analysis.language import is_english
from index.analysis.lexicon import lexicon
from index.analysis.words import words_of
from service.answering.extracts.words import WORD

_VERB = re.compile(
    r"^(?:er|var|bliver|blev|skal|skulle|kan|kunne|vil|ville|har|havde|må|bør|får|fik|går|gik|giver|gav|kommer|kom|står|stod|"
    r"deltager|deltog|bor|boede|arbejder|arbejdede|stemmer|stemte|møder|mødte|sidder|sad|findes|fandtes|holder|holdt|"
    r"koster|kostede|betaler|betalte|udgør|udgjorde|bruger|brugte|"
    r"(?:ind|ud|over|fore|af|med|op|til|på|ved)(?:går|gik|står|stod|tager|tog|giver|gav|kommer|kom|holder|holdt|ligger|lå|sætter)|"
    r"is|være|are|was|were|will|would|shall|should|can|could|has|have|had|did|does|do|must|may|might|get|got|cost|costs|"
    r"attend|attended|live|lived|work|worked|works|vote|voted|take|took|came|come|participate|participated|use|used)$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\w{3}(?:[^s]es|ede|edes)$")
_HALF_WORD = re.compile(r"\w+- (?:og|eller|and|or) ")
"""The first half of "sundheds- og omsorgspladser"."""
_LITTLE = re.compile(
    r"^(?:og|eller|der|som|for|til|af|på|i|ved|om|med|over|hjemme|mellem|fra|hos|under|efter|ifølge|inden|mod|imod|blandt|pr|per|"
    r"and|or|of|in|on|at|by|to|with|from|between|against|there|among|during|around|within)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:den|det|de|en|et|the|a|an|at|selve|hele|hver|each|one)$", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"(?:[^aeiouæøå]e|(?:sk|lig|ig|al|iv|nt)t?|[^e]s|\b(?:nye|nyt|ny|gamle|små|anden|ekstra|flere|færre))$", re.IGNORECASE
)
"""Danish words before their noun: adjectives and genitives."""
_NOUN_ALL_THE_SAME = re.compile(
    r"(?!(?:fl|høj|lav|tidlig|sen|ny|dyr|billig|lang|stør|svær|let|yng|æld)ere$)\w{3,}ere(?:ne)?|"
    r"penge(?:ne)?|dage|gange|senge|huse|veje|drenge|unge|ældre",
    re.IGNORECASE,
)
"""Nouns that end like adjectives: "borgere", but not the comparative "tidligere"."""
_MEASURE = re.compile(r"(?:k?m2?|kilometer|meter|hektar|ha|liter|kg|tons?|timers?|procent|pct)", re.IGNORECASE)
"""Nouns behind which stands what is measured: "km vej"."""
_GENERAL = re.compile(
    r"^(?:project|programme|program|scheme|initiative|plan|system|service|solution|arrangement)s?$", re.IGNORECASE
)
"""English heads that Danish leaves out: "the telemedicine project" is "telemedicin"."""
_MOST_NOUN_WORDS = 4


def noun_of(rest: str, question: str) -> list[str]:
    """The words of the noun, a measure with what is measured; [] where the text begins with none.

    `rest` is what stands behind "how many", "price of"; the language is read from the whole `question`.
    """
    group: list[str] = []
    words = WORD.findall(_HALF_WORD.sub("", rest))
    for word, coming in zip_longest(words, words[1:], fillvalue=""):
        if not group and (_ARTICLE.match(word) or word[0].isdigit()):
            continue
        if _LITTLE.match(word) or len(group) == _MOST_NOUN_WORDS or (_is_verb(word) and not (not group and _is_verb(coming))):
            break
        group.append(word)
    if group and _MEASURE.fullmatch(group[0]):
        return group[:2]
    if group and (is_english(words_of(question)) or lexicon().knows_english(fold(group[-1]))):
        return group[-2:-1] if len(group) > 1 and _GENERAL.match(group[-1]) else group[-1:]
    return [word for word in group if _NOUN_ALL_THE_SAME.fullmatch(word) or not _ADJECTIVE.search(word)][:1] or group[-1:]


def _is_verb(word: str) -> bool:
    return bool(_VERB.match(word) or _PASSIVE.search(word))

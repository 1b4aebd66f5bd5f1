"""The words of a question that its answer should be about, with how much each tells."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from index.analysis.folding import fold
from index.analysis.general import is_general
from index.analysis.language import is_english
from index.analysis.lexicon import lexicon
from index.analysis.query import Group
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import words_of
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.meaning import asking_words

ASKING = frozenset(
    """
    dato datoen datoer date dates antal antallet procentdel andel nummer nummeret navn hedder betyder menes forstaas ifoelge
    naevn naevnes angiv angives fremgaar forventes deadline frist fristen klokkeslaet aarsag aarsagen begrundelse
    begrundelsen grund grunden status number name according stated mean meant expected kind type slags moedet moede meeting
    sagen punktet punkt dokument dokumentet telefonnummer telefonnummeret mobilnummer mobilnummeret vedkommendes tilsammen
    sammen total alt person personer people to tre fire fem seks two three four five six ofte lang langt lange laenge long often
    hoej hoejt pris prisen aar sidder sidde sits foregaar foregik
    """.split()  # noqa: SIM905  # a list of a hundred quoted words reads worse
)
"""Folded words that ask, not words that are asked about; they count little."""

ASKING_WEIGHT = 0.2
TOPIC_WEIGHT = 0.3
NAME_FACTOR = 1.3
GENERAL_FACTOR, VAGUE_FACTOR = 0.7, 0.3
"""A word of any subject ("endte", "rigtig") tells less than a thing, however rare; one that the corpus has nowhere, little."""
LONGEST_ENGLISH = 12
"""Letters; a longer word of an English question that the lexicon does not have is a Danish compound."""

STEADY = 4
"""Added to every frequency, so that a word that stands once does not outweigh all the rest."""
SAME_IDEA = 0.85
"""An alternative of at least this weight says the same as the word itself, so that its frequency counts."""

_MEETING_OF = re.compile(r"(?P<body>[a-z]{2,6})-(?:moede\w*|dagsorden\w*|referat\w*|meetings?)")
"""A short form with the word for its meeting: "FFU-mødet"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An idea of the question: the terms that meet it and how well, its weight, whether it is a name, or known, and its parts.

    An `opaque` one is an English word without a Danish rendering: that the corpus does not have it says nothing. A `vague` one
    is a word of any subject that the corpus has nowhere: that an answer does not say it says little.
    """

    text: str
    alternatives: tuple[tuple[str, float], ...]
    weight: float
    is_name: bool
    known: bool
    parts: tuple[str, ...] = ()
    opaque: bool = False
    vague: bool = False


def terms_of(text: str, lexis: Lexis, topic: str = "") -> tuple[Term, ...]:
    """The telling words of a question in order, each once.

    `topic` is the end of the text that was carried over from an earlier question: it says what the talk is about, but
    the sentence that answers need not repeat it.
    """
    own = fold(text.removesuffix(topic))
    english = is_english(words_of(text))
    asking = ASKING | asking_words(text)
    terms = (_term(group, text, lexis, english, asking) for group in lexis.groups(text))
    return tuple(_as_topic(term) if topic and term.text not in own else term for term in terms)


def _as_topic(term: Term) -> Term:
    return replace(term, weight=term.weight * TOPIC_WEIGHT, is_name=False)


def _term(group: Group, text: str, lexis: Lexis, english: bool, asking: frozenset[str]) -> Term:
    is_name = group.word not in STOP_WORDS and _is_name(group.word, text)
    alternatives = _with_owner(group, lexis) if is_name else _as_written(group, lexis) if english else group.alternatives
    found = max((lexis.frequency(term) for term, weight in alternatives if weight >= SAME_IDEA), default=0)
    weight = math.log(1 + lexis.passage_count / (found + STEADY))
    opaque = english and not found and not is_name and is_untranslated(group.word)
    general = not (english or is_name) and is_general(group.word)
    if opaque or group.word in asking or group.word in STOP_WORDS:
        weight *= ASKING_WEIGHT
    elif is_name:
        weight *= NAME_FACTOR
    elif general:
        weight *= GENERAL_FACTOR if found else VAGUE_FACTOR
    return Term(
        text=group.word,
        alternatives=alternatives,
        weight=weight,
        is_name=is_name,
        known=found > 0,
        parts=lexis.parts(group.word),
        opaque=opaque,
        vague=general and not found,
    )


def _as_written(group: Group, lexis: Lexis) -> tuple[tuple[str, float], ...]:
    """The ways to say an English word, itself first where English texts have it: it is no Danish word of another meaning."""
    own = next((word.term for word in lexis.words(group.word)), "")
    if not lexis.frequency(own) or lexicon().translate_danish([group.word]):
        return group.alternatives
    return ((own, 1.0), *(alternative for alternative in group.alternatives if alternative[0] != own))


def _with_owner(group: Group, lexis: Lexis) -> tuple[tuple[str, float], ...]:
    """The ways to say a name, without its genitive s where the corpus only has it so; a body says its meeting."""
    if meeting := _MEETING_OF.fullmatch(group.word):
        return (*group.alternatives, (meeting.group("body"), 1.0))
    name = group.word.removesuffix("s")
    if name == group.word or lexis.frequency(group.word) or not lexis.frequency(name):
        return group.alternatives
    return (*group.alternatives, (name, 1.0))


def is_untranslated(folded: str) -> bool:
    """Whether a folded word of an English question is an English one that the lexicon does not have."""
    words = lexicon()
    return not (words.knows_english(folded) or words.translate_danish([folded]) or len(folded) > LONGEST_ENGLISH)


def _is_name(folded: str, text: str) -> bool:
    """Whether a folded word of the text is a number, an abbreviation, or capitalised inside a sentence."""
    if folded[0].isdigit():
        return True
    for match in re.finditer(r"[^\W\d_][\w'’-]*", text):
        if fold(match.group()) == folded:
            inside = bool(re.search(r"[\w,]\W*$", text[: match.start()]))
            return match.group()[0].isupper() and (inside or match.group()[1:2].isupper())
    return False

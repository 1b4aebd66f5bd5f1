"""The deed that a question asks the doer of, with the ways a sentence says who does it: "X godkender", "godkendes af X"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.answering.duties.matching import Term, terms_of
from service.records import Understood
from service.understanding.words import stem, words_of

_QUESTION = re.compile(
    r"^(?:og\s+|and\s+)?(?:hvem|who)\s+(?:skal|kan|må|vil|should|must|will|can|has to|is to)?\s*(?P<rest>.+?)\s*\?*$",
    re.IGNORECASE,
)
_RESPONSIBLE_ASKED = re.compile(
    r"^(?:er|har|is|has|bærer|får)?\s*(?:det\s+|the\s+|den\s+)?(?:\w+\s+)?"
    r"(?:ansvarlige?t?|ansvaret?|responsible|in charge|responsibility)\s+(?:for|of)\s+"
    r"|^(?:står|sørger|stå|sørge)\s+for\s+|^(?:varetager|varetage|forestår)\s+|^er\s+tovholder\w*\s+(?:på|for)\s+",
    re.IGNORECASE,
)
_RESPONSIBLE = (
    r"(?:(?:er|har|får|bærer|overtager|is|are|has|have)\s(?:\w+\s){0,3}?"
    r"(?:ansvarlige?t?|\w*ansvaret?|responsible|responsibility|tovholder\w*)\s(?:for|på)"
    r"|står\sfor|sørger\sfor|varetager|forestår|skal\ssikre|skal\ssørge\sfor|skal\sstå\sfor|in\scharge\sof)"
)
_NOT_A_DEED = re.compile(
    r"^(?:er|var|is|was|are|were|har\s+været|bliver|blev|stemte|deltog|deltager|sidder|ledede|voted|attended|chaired|hedder|mødte)\b",
    re.IGNORECASE,
)
_ADVERBS = (
    r"(?:(?:også|fortsat|herefter|endeligt?|løbende|selv|desuden|senest|årligt|fremover|derfor|ligeledes|nu|also|still|now)\s+)*"
)
_MODAL = rf"(?:skal|kan|må|vil|bør|har|must|shall|should|will|may)?\s*{_ADVERBS}(?:at\s+|to\s+)?"
_NP = r"(?P<who>(?:[A-ZÆØÅa-zæøå][\w/.-]*)(?:,?\s(?:og\s|and\s)?[\wæøåÆØÅ/.-]+){0,7}?)"
_WORD = r"[\wæøåÆØÅ/-]+"
_ENDS_ACTOR = r"(?=[.,;:)]|$|\s(?:som|der|inden|senest|når|hvis|efter|before|when|and then|på|ved|til|med|mens|while)\b)"
_PASSIVE_AF = (
    rf"(?:\s[^.;,]{{0,40}}?)??\s(?:af|by)\s(?P<who>(?:den\s|det\s|de\s|the\s)?{_WORD}"
    rf"(?:(?:,|\s(?:og|and|i|for|of|the))?\s{_WORD}){{0,6}}?){_ENDS_ACTOR}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is asked: forms of the verb (a pattern), whether it is "who is responsible", and the words of what it is done to."""

    active: re.Pattern[str]
    passive: re.Pattern[str] | None
    objects: tuple[Term, ...]


def deed_asked(understood: Understood) -> Deed | None:
    """The deed a question asks the doer of; None when it asks for something else (a role, a place, a vote)."""
    match = _QUESTION.match(understood.text.strip())
    if match is None:
        return None
    rest = match["rest"]
    responsible = _RESPONSIBLE_ASKED.match(rest)
    if responsible:
        objects = _objects(understood, responsible.group(0))
        active = re.compile(rf"{_NP},?\s{_RESPONSIBLE}\s", re.IGNORECASE)
        passive = re.compile(
            rf"\b(?:varetages|sikres|forestås|ansvaret\s[^.;]{{0,60}}?\s(?:er|ligger|placeres)\b){_PASSIVE_AF}", re.IGNORECASE
        )
        return Deed(active=active, passive=passive, objects=objects) if objects else None
    if _NOT_A_DEED.match(rest):
        return None
    terms = terms_of(understood)
    verb = next(iter(words_of(rest)), "")
    own = next((term for term in terms if term.word == verb), None)
    objects = tuple(term for term in terms if term is not own)
    if own is None or not objects:
        return None
    return _of_verb(own, objects)


def _objects(understood: Understood, asking: str) -> tuple[Term, ...]:
    words = set(words_of(asking))
    return tuple(term for term in terms_of(understood) if term.word not in words)


def _of_verb(verb: Term, objects: tuple[Term, ...]) -> Deed | None:
    beginnings = {re.escape(_beginning(word)) for word in verb.alternatives if len(word) >= 4}
    if not beginnings:
        return None
    forms = rf"(?:{'|'.join(sorted(beginnings))})"
    active = re.compile(rf"{_NP},?\s{_MODAL}{forms}(?:e|er|r|te|ede|t|et|s)?\b(?!\s(?:af|by)\b)", re.IGNORECASE)
    passive = re.compile(rf"\b{forms}(?:es|es|s|t|et|de|ede)\b{_PASSIVE_AF}", re.IGNORECASE)
    return Deed(active=active, passive=passive, objects=objects)


def _beginning(word: str) -> str:
    """The verb without its ending, so that its other forms begin with it."""
    return re.sub(r"(?:ede|te|er|es|e|r|t|s)$", "", word) if len(word) > 4 else stem(word)

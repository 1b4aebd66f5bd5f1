"""Definitions in sentences: "Ved X forstås …", "X er en …, som …", "kaldet ”X”"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

RELATION = "betyder"
_FEWEST_WORDS = 6
_MOST_WORDS = 90
_TERM = r"[\w”“\"'’/-]+(?:\s[\w”“\"'’/()-]+){0,5}?"
_UNDERSTOOD = re.compile(rf"^(?:Ved|Med)\s+(?P<term>{_TERM})\s+(?:forstås|menes)\b")
_MEANS = re.compile(
    rf"^(?:(?:En|Et|A|An|(?P<determined>Den|Det|The))\s)?(?P<term>{_TERM})"
    r"\s(?:defineres som|(?P<means>betyder|means)|dækker over|kendetegnes ved|er betegnelsen for|is defined as)\b"
)
# "Aftalen betyder, at kommunen betaler" tells what follows from a thing; only a word as such means something.
_DEFINITE = re.compile(r"(?:en|et|ne)s?$")
_THAT = re.compile(r",?\s(?:at|that)\b")
_IS_A = re.compile(
    r"^(?:(?:En|Et|A|An)\s)?(?P<term>[\w”“\"/-]+(?:\s(?:og|for|af|i|om|til|of|and)?\s?[\w”“\"/-]+){0,3}?)\s(?:er|is|are)\s"
    r"(?P<complement>(?:en|et|a|an)\s\w[\w-]+|(?:den|det)\s(?:form|type|organ|del|sted|område|proces|periode)\b"
    r"|(?P<bare>[a-zæøå][\w-]{5,})(?=,?\s(?:hvor|som|der|til|for|med|mellem)\b))"
    r".{10,}$",
    re.DOTALL,
)
_RELATIVE = re.compile(r"\b(?:som|der|hvor|hvori|mellem|til|med|for|af|that|which|where|between|for|of)\b")
# Participles and adjectives say what has happened to a thing or how it is, not what it is.
_NO_NOUN = re.compile(r"(?:et|te|ede|ige|lig|ligt|ende|isk|iske|ne|t|s|le|re|se|ke|ie)$")
_CALLED = re.compile(
    r"\b(?:(?:herefter |fremover |også )?kaldet|benævnt|(?:be)?nævnes|betegnes|(?:om)?tales|called"
    r"|known as)\b(?:\s[\wæøå]+){0,3}?\s(?:som\s)?[”“\"»](?P<term>[^”“\"«»]{2,60})[”\"«]"
)
# "X er en vigtig del af …", "X er en stigning på …", "X er myndighed for …": what part X has or how it changes, not what it is.
_ADJECTIVE = r"(?:(?!(?:af|for|om|mod|til|på|i|ved|med|mellem|som|der|hvor|of|to|in|for)\b)[\w-]+,?\s)"
_PART_PLAYED = re.compile(
    rf"(?:en|et|a|an)\s(?:{_ADJECTIVE}{{0,3}}(?:del|stigning|fald|nedgang|forbedring|forværring|reduktion|ændring|forudsætning|konsekvens|følge"
    r"|mulighed|fordel|ulempe|grund|årsag|forskel|problem|succes|forberedelse|faktor|udfordring|prioritet|betingelse|part|increase|decrease"
    r"|challenge|consequence|result|reason|opportunity|prerequisite)\b"
    rf"|(?:vigtig|central|stor|væsentlig|sårbar|god|kompleks|important|key|major)\w*\s{_ADJECTIVE}{{0,2}}"
    r"(?:opgave|område|gruppe|arbejdsplads|kommune|rolle|emne|spørgsmål|task|area|group|role)\b)"
    r"|(?:myndighed|forudsætning|tovholder|grundlag|udgangspunkt|formand|medlem|derimod|sammen)\b",
    re.IGNORECASE,
)
# What a text has spoken of before ("Området er en legeplads, som …"): outside that text the word names nothing.
_POINTS_BACK = re.compile(
    r"^(?:området|køkkenet|kontrakten|stillingen|projektet|bygningen|ejendommen|grunden|huset|(?:arbejds|projekt|styre)?gruppen|ordningen"
    r"|puljen|planen|aftalen|forslaget|modellen|indsatsen|selskabet|foreningen|institutionen|afdelingen|kommunen|regionen|(?:tema)?mødet"
    r"|administrationen|udvalget|(?:mer|mindre)forbruget|budgettet|stigningen|ansøgningen|ansøger|følgende|tilbuddet|stedet|skolen|data|tallene)$",
    re.IGNORECASE,
)
# Beginnings that point at something else, or at no thing at all.
_NO_TERM = re.compile(
    r"^(?:det|der|dette|disse|denne|den|de|han|hun|vi|man|i|jeg|her|hvis|når|som|formål\w*|mål(?:et|gruppen)?|udgangspunkt\w*|baggrund\w*|årsag\w*"
    r"|sagen|punktet|resultat\w*|ved|set|da|såfremt|herudover|derudover|desuden|samtidig\w*|at|eftersom|fra|på|ifølge|hvorvidt|men|og|nogle|eksempel|for|med|efter"
    r"|nedenstående|nedenfor|ovenstående|ovenfor|indeholdt|undtaget|idet|andet|anden|første|næste|vedlagt\w*|vedhæftet|hvad|hvordan|hvorfor|hvilke\w*|beskrivelse|midlerne|reduktion|baseret|omfattet"
    r"|herunder|derfor|således|endelig|imidlertid|aktuelt|ud|til|om|alle|flere|mange|begge|it|this|these|there|they|we|he|she|the|in|at|if|when|what|how|why|which)$",
    re.IGNORECASE,
)


def definition_facts(text: str) -> Iterator[Found]:
    """Read the definitions a passage's sentences give, in printed order; the object is the whole defining sentence."""
    for sentence in sentences_of(text):
        for term in _terms(sentence):
            yield Found(kind=FactKind.DEFINITION, subject=term, relation=RELATION, object=sentence)


def _terms(sentence: str) -> Iterator[str]:
    if _FEWEST_WORDS <= len(sentence.split()) <= _MOST_WORDS:
        defined = _defined(sentence)
        if defined is not None:
            yield bare_term(defined)
    for match in _CALLED.finditer(sentence):
        yield match["term"].strip()


def _defined(sentence: str) -> str | None:
    """The term that the sentence as a whole defines."""
    for pattern, says_what in ((_UNDERSTOOD, None), (_MEANS, _of_word), (_IS_A, _of_kind)):
        match = pattern.match(sentence)
        if match is not None and _is_term(match["term"]) and (says_what is None or says_what(match)):
            return match["term"]
    return None


def _of_word(match: re.Match[str]) -> bool:
    """Whether "X betyder …" is said of a word, not of what follows from a thing."""
    if match["means"] is None:
        return _POINTS_BACK.match(match["term"]) is None
    if match["term"] != bare_term(match["term"]):
        return True  # in quotation marks
    follows = _THAT.match(match.string, match.end()) is not None
    return not follows and " " not in match["term"] and not match["determined"] and _DEFINITE.search(match["term"]) is None


def _of_kind(match: re.Match[str]) -> bool:
    """Whether "X er …" says what kind of thing X is."""
    if match["bare"] is not None and _NO_NOUN.search(match["bare"]):
        return False
    if _POINTS_BACK.match(match["term"]) or _PART_PLAYED.match(match.string, match.start("complement")):
        return False
    return _RELATIVE.search(match.string, match.end("term") + len(" er en ")) is not None


def _is_term(text: str) -> bool:
    words = bare_term(text).split()
    return bool(words) and not _NO_TERM.match(words[0]) and len(words[0]) > 1 and not words[0].isdigit()


def bare_term(text: str) -> str:
    """Give a term without quotation marks around it."""
    return text.strip(" ”“\"'«»")

"""Definitions in sentences: "Ved X forstås …", "X er en …, som …", "kaldet ”X”", "X: …" in a list of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.dates.find import find_dates
from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

RELATION = "betyder"
_TERM = r"[\w”“\"'’/-]+(?:\s[\w”“\"'’/()-]+){0,5}?"
_UNDERSTOOD = re.compile(rf"^(?:Ved|Med)\s+(?P<term>{_TERM})\s+(?:forstås|menes)\b")
_MEANS = re.compile(
    rf"^(?:(?:En|Et|Den|Det|A|An|The)\s)?(?P<term>[A-ZÆØÅa-zæøå]{_TERM[5:]})\s(?:defineres som|betyder|dækker over"
    rf"|kendetegnes ved|er betegnelsen for|is defined as|means)\b"
)
_IS_A = re.compile(
    r"^(?:(?:En|Et|A|An)\s)?(?P<term>[\w”“\"/-]+(?:\s(?:og|for|af|i|om|til|of|and)?\s?[\w”“\"/-]+){0,3}?)\s(?:er|is|are)\s"
    r"(?:(?:en|et|a|an)\s(?P<article>\w[\w-]+)|(?:den|det)\s(?:form|type|organ|del|sted|område|proces|periode)\b|(?P<bare>[a-zæøå][\w-]{5,})(?=,?\s(?:hvor|som|der|til|for|med|mellem)\b))"
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
_LABEL = re.compile(
    r"^[•●▪■◦‣\-–—*\s]*(?P<quote>[”“\"»]?)(?P<term>[A-ZÆØÅ][^:.;!?\n]{1,40}?)[”“\"«]?:\s+(?P<what>\S.*)$", re.DOTALL
)
# Beginnings that point at something else, or at no thing at all.
_NO_TERM = re.compile(
    r"^(?:det|der|dette|disse|denne|den|de|han|hun|vi|man|i|jeg|her|hvis|når|som|formål\w*|mål(?:et|gruppen)?|udgangspunkt\w*|baggrund\w*|årsag\w*"
    r"|sagen|punktet|resultat\w*|ved|set|da|såfremt|herudover|derudover|desuden|samtidig\w*|at|eftersom|fra|på|ifølge|hvorvidt|men|og|nogle|eksempel|for|med|efter"
    r"|nedenstående|nedenfor|ovenstående|ovenfor|indeholdt|undtaget|idet|andet|anden|første|næste|vedlagt\w*|vedhæftet|beskrivelse|midlerne|reduktion|baseret|omfattet"
    r"|herunder|derfor|således|endelig|imidlertid|aktuelt|ud|til|om|alle|flere|mange|begge|it|this|these|there|they|we|he|she|the|in|at|if|when)$",
    re.IGNORECASE,
)
# A label with an expectation, a count or a period behind it says how things stand, not what a word means.
_NO_MEANING = re.compile(
    r"^(?:ca\.?\s|\d|(?:[\wæøå]+\s){0,5}?(?:forventes|forventningen|anbefales|foreslås|indstilles|godkendes|afsættes)\b)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(?:for stemte|imod stemte|stemte|undlod|overskrift|sagsfremstilling|resum|dato|tid|sted|mødested|mødedato|deltagere"
    r"|fraværende|afbud|emne|til|fra|cc|sendt|telefon|tlf|mobil|direkte|e-?mail|mail|adresse|note|nb|obs"
    r"|bilag|kilde|beslutning|indstilling|journal|sags|dok|afdeling|udarbejdet|sagsbehandler|kontakt|ad|punkt|side|tabel|figur|godkendelse|orientering"
    r"|drøftelse|pol|adm|ref|vedr|date|time|place|author|memo|subject|from|to|venue|present|absent|forfatter|version|status)\b",
    re.IGNORECASE,
)
_FEWEST_LABELS = 2


def definition_facts(text: str) -> Iterator[Found]:
    """Read the definitions of a passage; the object is the defining sentence, or what stands behind the label."""
    for sentence in sentences_of(text):
        for term in _terms(sentence):
            yield Found(kind=FactKind.DEFINITION, subject=term, relation=RELATION, object=sentence)
    yield from _labelled(text.split("\n"))


def _terms(sentence: str) -> Iterator[str]:
    if 6 <= len(sentence.split()) <= 90:
        for pattern in (_UNDERSTOOD, _MEANS, _IS_A):
            match = pattern.match(sentence)
            if match and _is_term(match["term"]) and (pattern is not _IS_A or _says_what(match, sentence)):
                yield _clean(match["term"])
                break
    for match in _CALLED.finditer(sentence):
        yield match["term"].strip()


def _says_what(match: re.Match[str], sentence: str) -> bool:
    if match["article"] is not None and match["article"].lower() == "del":
        return False  # "X er en del af Y"
    if match["bare"] is not None and _NO_NOUN.search(match["bare"]):
        return False
    return _RELATIVE.search(sentence, match.end("term") + 6) is not None


def _is_term(text: str) -> bool:
    words = _clean(text).split()
    return bool(words) and not _NO_TERM.match(words[0]) and len(words[0]) > 1 and not words[0].isdigit()


def _clean(text: str) -> str:
    return text.strip(" ”“\"'«»")


def _labelled(lines: Sequence[str]) -> Iterator[Found]:
    """Read "Term: what it is" from at least two such lines of a list, or from any line with the term in quotation marks."""
    matches = [match for line in lines if (match := _LABEL.match(line)) and _explains(match["term"], match["what"])]
    enough = len(matches) >= _FEWEST_LABELS and len(matches) >= 0.5 * len(lines)
    for match in matches:
        if match["quote"] or (enough and len(match["term"].split()) <= 3):
            yield Found(kind=FactKind.DEFINITION, subject=_clean(match["term"]), relation=RELATION, object=match["what"].strip())


def _explains(term: str, what: str) -> bool:
    if _NO_MEANING.match(what) or any(each.char_start == 0 for each in find_dates(what)):
        return False
    return len(what.split()) >= 4 and not _FIELD.match(term) and not find_dates(term) and not re.search(r"\d", term)

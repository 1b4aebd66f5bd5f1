"""What a passage's text has that an answer of a certain kind needs, as bits; and which bits a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.analysis.dates import date_terms
from index.analysis.words import words_of
from index.records import Query
from ingest.records import SectionName

NUMBER, DATE, PERSON, CONTACT, CASE_NUMBER, DEFINITION, REASON, LISTING, MONEY = (1 << bit for bit in range(9))
BITS = (NUMBER, DATE, PERSON, CONTACT, CASE_NUMBER, DEFINITION, REASON, LISTING, MONEY)

_NUMBER = re.compile(r"(?<![\w./-])\d[\d.,]*(?![\w/-])")
_PERSON = re.compile(r"\b[A-ZÆØÅ][a-zæøåéüö]+(?:[- ][A-ZÆØÅ]\.?[a-zæøåéüö]*){1,3}\b")
_MAIL = re.compile(r"[\w.]+@[\w.]+")
_CONTACT = re.compile(r"\b(?:tlf|telefon|mobil|direkte)\b|\b(?:\d{2} ){3}\d{2}\b", re.IGNORECASE)
_CASE_NUMBER = re.compile(
    r"\b\d{2}/\d{3,}|\b\d{4}-\d{4,}|\b\d+-\d+-\d+-\d+|\b(?:sags?|journal|dok)\W?(?:nr|id|nummer)", re.IGNORECASE
)
_DEFINITION = re.compile(
    r"^\W*[A-ZÆØÅ][^.\n:]{1,60}:\s|\(\w*[A-ZÆØÅ]{2,}\w*\)|\b(?:forstås|defineres|betegnes|betyder|er en|er et)\b", re.MULTILINE
)
_REASON = re.compile(
    r"\b(?:fordi|da der|idet|skyldes|grundet|på grund af|af hensyn|hensyn|begrund\w+|årsag\w*|med henblik på|formålet)\b",
    re.IGNORECASE,
)
_LIST_ITEMS = re.compile(r"(?:^\s*(?:[•\-–*o]|\d+[.)])\s.*\n?){2,}", re.MULTILINE)
_COMMAS = re.compile(r"(?:[^,\n]+,){3,}")
_MONEY = re.compile(r"\b(?:kr|mio|mia|kroner)\b", re.IGNORECASE)

_ASKED: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        NUMBER,
        re.compile(
            r"\bhvor (?:mange|stor|store|stort|meget|lang|lange|gamle?|ofte|hoej\w*|lav\w*)\b"
            r"|\bhow (?:many|much|large|big|long|old|high|low|often)\b"
            r"|\b(?:antal\w*|procent\w*|andel\w*|maaltal\w*|beloeb\w*|takst\w*"
            r"|number of|percentage|share of|amount|target|figure)\b"
        ),
    ),
    (
        MONEY,
        re.compile(
            r"\b(?:hvad koste\w*|penge|beloeb\w*|udgift\w*|cost\w*|money"
            r"|amount|kroner|mio|dkk|budget\w*|bevilling\w*|hvor meget)\b"
        ),
    ),
    (
        DATE,
        re.compile(
            r"\b(?:hvornaar|when|dato\w*|date|deadline|frist\w*|tidspunkt\w*|which day"
            r"|hvilken dag|hvilket aar|what year|senest|what time|hvad tid)\b"
        ),
    ),
    (
        PERSON,
        re.compile(
            r"\b(?:hvem|who|whom|whose|hvis navn|formand\w*|chair\w*|deltag\w*|attend\w*"
            r"|fravaerende|absent|afbud|medlem\w*|member\w*)\b"
        ),
    ),
    (CONTACT, re.compile(r"\b(?:telefon\w*|tlf|phone|mail\w*|e-mail\w*|email\w*|adresse\w*|address|kontakt\w*|contact)\b")),
    (
        CASE_NUMBER,
        re.compile(
            r"\b(?:sags?nummer\w*|sags?nr|journal-?\s?(?:nr|nummer\w*)|dokid|dok id"
            r"|case number|file number|reference number|sagsid)\b|journal-/sags\w+"
        ),
    ),
    (
        DEFINITION,
        re.compile(
            r"\b(?:hvad (?:betyder|er en|er et|staar .* for|menes|forstaas|daekker)"
            r"|what (?:does .* (?:mean|stand for)|is an?\b|is meant)"
            r"|definition\w*|defineres?|defined?|forkortelse\w*|abbreviation)\b"
        ),
    ),
    (REASON, re.compile(r"\b(?:hvorfor|why|aarsag\w*|begrund\w*|reason\w*|grund\w*|formaal\w*|purpose|rationale)\b")),
    (LISTING, re.compile(r"\b(?:hvilke|which .*s\b|list\w*|naevn|name the|what are the|hvad er de)\b")),
)
_NOT_OF_A_SECTION = re.compile(
    r"\b(?:hvornaar|when|hvilken dato|what date|which date|hvem|who)\b|^(?:kan|can|skal|must|maa|may|er|is|are)\b"
)
"""Questions for a day or a person, and yes or no questions, mention decisions in passing."""
_IN_PASSING = frozenset({SectionName.DECISION, SectionName.RECOMMENDATION, SectionName.ECONOMY})
_SECTIONS: tuple[tuple[SectionName, re.Pattern[str]], ...] = (
    (
        SectionName.DECISION,
        re.compile(
            r"\b(?:beslut\w+|afgjor\w*|afgjort|godkendt\w*|vedtog\w*|vedtag\w*|tiltraadt\w*|decid\w+|decision\w*|approv\w+|resolv\w+|adopt\w+)\b"
        ),
    ),
    (SectionName.RECOMMENDATION, re.compile(r"\b(?:indstil\w+|anbefal\w+|foresl\w+|recommend\w*|propos\w+)\b")),
    (SectionName.ABSENT, re.compile(r"\b(?:fravaer\w*|afbud|absent|absence|apologies)\b")),
    (SectionName.ATTACHMENTS, re.compile(r"\b(?:bilag\w*|vedhaeft\w*|attachment\w*|appendi\w+|annex\w*|enclos\w+)\b")),
    (SectionName.ECONOMY, re.compile(r"\b(?:oekonomi\w*|bevilling\w*|koste\w*|finansier\w*|cost\w*|fund\w+|financ\w+)\b")),
)


def signs_of(text: str) -> int:
    """The bits of a passage's text."""
    found = MONEY if _MONEY.search(text) else 0
    for bit, pattern in ((NUMBER, _NUMBER), (PERSON, _PERSON), (CASE_NUMBER, _CASE_NUMBER), (DEFINITION, _DEFINITION)):
        found |= bit if pattern.search(text) else 0
    found |= REASON if _REASON.search(text) else 0
    found |= CONTACT if ("@" in text and _MAIL.search(text)) or _CONTACT.search(text) else 0
    found |= LISTING if (text.count(",") >= 3 and _COMMAS.search(text)) or ("\n" in text and _LIST_ITEMS.search(text)) else 0
    return found | (DATE if date_terms(text) else 0)


@lru_cache(maxsize=256)
def asked_signs(query: str) -> int:
    """The bits an answer to the query needs."""
    folded = " ".join(words_of(query))
    return sum(bit for bit, pattern in _ASKED if pattern.search(folded))


@lru_cache(maxsize=256)
def asked_sections(query: str) -> Sequence[SectionName]:
    """The sections the query names by what it asks for, most telling first."""
    folded = " ".join(words_of(query))
    return [section for section, pattern in _SECTIONS if pattern.search(folded)]


def wanted_sections(query: Query) -> list[SectionName]:
    """The sections where the answer should stand: what the question was understood to prefer, else what its words ask for."""
    wanted = sorted(query.prefer_sections) or list(asked_sections(query.text))[:1]
    return [section for section in wanted if section not in _IN_PASSING] if _only_in_passing(query.text) else wanted


@lru_cache(maxsize=256)
def _only_in_passing(query: str) -> bool:
    return bool(_NOT_OF_A_SECTION.search(" ".join(words_of(query))))

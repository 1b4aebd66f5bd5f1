"""Responsibilities: task → who has it, from sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

_WHO = r"(?P<who>[A-ZÆØÅ][\w/&-]*(?:\s(?:[A-ZÆØÅ][\w/&-]*|og|i|for|af|på|the|of|and|[a-zæøå-]{3,})){0,8}?)"
_HAS = (
    r"(?:(?:har|have|får|fik|overtager|bærer|påtager sig)\s(?:fremover\s|fortsat\s)?(?:det\s|hele\s)?(?:(?:overordnede"
    r"|fulde|samlede|faglige|daglige)\s)?"
    r"(?:hoved)?(?:\w+\s?-?\s?(?:og\s\w+)?)?ansvar(?:et)?\sfor"
    r"|er\s(?:\w+\s)?ansvarligt?e?\sfor|er\s(?:tovholder|projektleder|kontaktperson)(?:e)?\s(?:på|for)|står\sfor|varetager|driver|sørger\sfor"
    r"|har\s(?:fået\s)?til\sopgave\sat|forestår|koordinerer|overtager|følger\sop\spå|is\sresponsible\sfor|are\sresponsible\sfor|runs)"
)
_SAYS = re.compile(rf"^{_WHO},?\s(?P<says>{_HAS})\s(?P<task>.{{6,240}})$", re.DOTALL)
_MUST = re.compile(rf"^{_WHO}\s(?P<says>skal\s(?:sikre|sørge\sfor))(?:,\s|\s)(?P<task>.{{6,240}})$", re.DOTALL)
_IS = re.compile(
    r"^(?:(?:Overordnet\s)?[Aa]nsvarlig|Tovholder|Projektleder|Kontaktperson)\s(?P<says>for|på)\s(?P<task>[^.:]{4,140}?)\s(?:er|bliver)\s(?P<who>[A-ZÆØÅ][^.,;]{2,80})\.?$"
)
_DONE_BY = re.compile(
    r"^(?P<task>[A-ZÆØÅ][^.;:,]{4,120}?)\s(?P<says>(?:varetages|drives|forestås|koordineres|ledes|udføres)\s(?:\w+\s)?af)\s"
    r"(?P<who>(?:den\s|det\s|de\s)?[\wæøåÆØÅ-]+(?:\s(?:[A-ZÆØÅ][\w-]+|og|i))*)(?=[.,;]|$)"
)
_PLACE_OR_BODY = re.compile(
    r"(?:kommune(?:n|rne|r)?|region(?:en|erne|sråd\w*)?|udvalg(?:et)?|råd(?:et)?|bestyrelse[nr]*|forvaltning\w*|administration\w*|ledelse\w*|gruppe[nr]*\w*"
    r"|sekretariat\w*|center|centret|hospital\w*|sygehus\w*|læge[nr]?\w*|styrelse[nr]?|ministeri\w*|direktion\w*|formand\w*|parter(?:ne)?|leder\w*"
    r"|tovholder\w*|plejehjem\w*|skole[nr]?\w*|institution\w*)(?:\s[A-ZÆØÅ]\w+)?$",
    re.IGNORECASE,
)
_LONGEST_BODY = 4
NOBODY = re.compile(
    r"^(?:Det|Der|Dette|Disse|Denne|Den|De|Han|Hun|Vi|Man|Her|Hvis|Når|Hvem|Hvad|Hvordan|I|For|Som|Med|Efter|På|Ved|Ja|Nej|Derudover|Herudover|Desuden"
    r"|Såfremt|Hvorvidt|Både|Endvidere|Samtidig|Endelig|Herved|Dermed|Således|Fremover|Aktuelt|Derfor|Da|Om|At|Hvor|Fra|Til|Og|It|This|There|They|We|Who|If|When|Har|Er|Var|Skal|Kan|Vil|Bliver|Blev|Får|Bør|Has|Is|Does)$"
)
"""First words of a sentence that name nobody: pronouns, conjunctions, and verbs that open a condition or question."""
_VERB_INSIDE = re.compile(
    r"\b(?:er|var|har|skal|kan|vil|bliver|blev|drøfter|følger|vurderer|anbefaler|indstiller|foreslår|mener|ønsker)\b"
)
# Behind these the sentence tells of something else.
_NEXT_CLAUSE = re.compile(r",?\s(?:og|men)\s(?:de|det|den|der|evt|som)\b|,\s(?:idet|således|hvor|men|ligesom|mens)\b")
_NO_TASK = re.compile(r"^(?:ikke|løbende|dette|også|fortsat|i stigende grad|derfor)\b[,\s]*", re.IGNORECASE)


def responsibility_facts(text: str) -> Iterator[Found]:
    """Read who is responsible for what; sentences that begin with a pronoun or a clause are left alone."""
    for sentence in sentences_of(text):
        match = _SAYS.match(sentence) or _must(sentence) or _IS.match(sentence) or _done_by(sentence)
        if match is None or not _is_somebody(match["who"]) or " ikke " in f" {match['says']} {match['task'][:12]}":
            continue
        task = _NEXT_CLAUSE.split(match["task"].strip().rstrip("."))[0].strip(" ,")
        if len(task) > 5 and not _NO_TASK.match(task):
            yield Found(kind=FactKind.RESPONSIBILITY, subject=task, relation=match["says"], object=match["who"].strip())


def _must(sentence: str) -> re.Match[str] | None:
    """What somebody must make sure; a law or an analysis that "skal sikre" is nobody."""
    match = _MUST.match(sentence)
    return match if match is not None and _is_body(match["who"]) else None


def _done_by(sentence: str) -> re.Match[str] | None:
    """A task of which the sentence says nothing but by whom it is done."""
    match = _DONE_BY.match(sentence)
    return match if match is not None and _is_body(match["who"]) and not _VERB_INSIDE.search(match["task"]) else None


def _is_body(who: str) -> bool:
    return len(who.split()) <= _LONGEST_BODY and _PLACE_OR_BODY.search(who) is not None


def _is_somebody(who: str) -> bool:
    return not NOBODY.match(who.split()[0]) and _VERB_INSIDE.search(who) is None

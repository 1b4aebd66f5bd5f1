"""What a question says besides the things a fact answers: a word nobody accounted for is a reason to doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.places.folding import fold
from ingest.places.gazetteer import municipality_named
from service.understanding.words import same_word, stem, words_of

_GENERAL = """
driver drive drives drift driften kører køre står stå kommer komme varetager varetages overtager overtage ansvar ansvaret
ansvarlig myndighed myndighedsansvar aftale aftalen aftalt indgået ordning løsning løsningen model modellen valgt valg vælger
besluttet gælder gælde kommune kommunen kommuner kommunerne kommunal kommunalt region regionen regioner regional regionalt
sundhedsråd borger borgere bor fremover fremtiden fremtidig frem fortsat fortsætte selv nu dag idag slags type form fordeling
flytter opgave opgaven opgaver pr per januar fra efter om hvordan bliver blive blev skal så jo egentlig lige oversigt status
overgår overgå
flyttes udfører udføre løser løse bestemt aftales findes stadig samme enten begge eller borgerne hos sker ske
who runs run drives drive responsible charge agreement municipality region regional municipal operation operate operates operated
model solution now still itself own from does do will be applies apply there council health which what how is are handled
carries carry carried out provides provide provided handles handle handled offers offer offered performs performed takes take
taken care looks after done used uses use tilbyder tilbyde tilbydes tilbud tilbudt organiseret organiseres organised organized
klarer klares leverer leveres sørger tager bruger bruges benytter foregår sammen many much mange meget
langt nået kommet gang igang parat parate klar far come with new got
arrangement agreed been has have city betyder betyde means mean meaning menes forstås definition defineret nytår
"""
_KNOWN = frozenset(stem(fold(word)) for word in _GENERAL.split())


_GLOSSED = re.compile(r"(?:\s[a-z][a-z'’-]*){1,5}\s\((?P<gloss>[^()]{3,60})\)")
_OTHER_MATTER = re.compile(
    r"\b(?:leder\w*|chef\w*|direktør\w*|formand\w*|kontaktperson\w*|telefon\w*|mail\w*|e-mail\w*|adresse\w*|budget\w*|pris\w*|betale\w*"
    r"|personale\w*|medarbejder\w*|bemanding\w*|åbningstid\w*"
    r"|bygge\w*|opføre(?:s|lse\w*)|renover\w*|ventetid\w*|venteliste\w*|klage\w*|evaluer\w*|udbud\w*|lokale(?:r|rne)"
    r"|construction|building\w*|waiting|complain\w*|evaluat\w*|tender\w*|premises"
    r"|manager|head|director|phone|telephone|address|budget|staff\w*|price|pays?)\b",
    re.IGNORECASE,
)


def is_general(word: str) -> bool:
    """Whether a folded word says nothing of its own in such questions: "kommunen", "opgave", "driver"."""
    return stem(word) in _KNOWN


def of_other_matter(text: str, accounted: Iterable[str] = ()) -> bool:
    """Whether a question asks for what no table of "who runs what" says: a task's head, telephone, staff, price, building
    or waiting list.

    Words that stand in the `accounted` names themselves ("telefonrådgivning") ask for nothing.
    """
    known = [word for each in accounted for word in words_of(each)]
    asked = words_of(" ".join(other_matters(text)))
    return any(not any(same_word(word, other) or _part(word, other) for other in known) for word in asked)


def other_matters(text: str) -> tuple[str, ...]:
    """The words of a question that ask for such a matter, as printed."""
    return tuple(match.group(0) for match in _OTHER_MATTER.finditer(text))


def leftover(text: str, explained: Iterable[str]) -> tuple[str, ...]:
    """The content words of a question that neither the general words of such questions nor the `explained` texts account for."""
    known = [word for each in explained for word in words_of(each)]
    found = []
    for word in words_of(re.sub(r"\d+", " ", _without_glossed(text, known))):
        if len(word) < 3 or stem(word) in _KNOWN or municipality_named(word):
            continue
        if any(same_word(word, other) or _part(word, other) for other in known):
            continue
        found.append(word)
    return tuple(found)


def _without_glossed(text: str, known: Sequence[str]) -> str:
    """The text without the small English words before a term in brackets that is accounted for: "home care (hjemmepleje)"."""

    def kept(match: re.Match[str]) -> str:
        glossed = words_of(match["gloss"])
        said = bool(glossed) and all(any(same_word(word, other) or _part(word, other) for other in known) for word in glossed)
        return f" ({match['gloss']})" if said else match.group(0)

    return _GLOSSED.sub(kept, text)


def _part(word: str, other: str) -> bool:
    """Whether one word is the other's beginning or end: parts of one compound."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter))

"""What a question says besides the things a fact answers: a word nobody accounted for is a reason to doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
langt nået kommet gang igang parat parate klar far come with new got
arrangement agreed been has have city betyder betyde means mean meaning menes forstås definition defineret nytår
"""
_KNOWN = frozenset(stem(fold(word)) for word in _GENERAL.split())


_OTHER_MATTER = re.compile(
    r"\b(?:leder\w*|chef\w*|direktør\w*|formand\w*|kontaktperson\w*|telefon\w*|mail\w*|e-mail\w*|adresse\w*|budget\w*|pris\w*|betale\w*"
    r"|personale\w*|medarbejder\w*|bemanding\w*|åbningstid\w*|manager|head|director|phone|telephone|address|budget|staff\w*|price|pays?)\b",
    re.IGNORECASE,
)


def is_general(word: str) -> bool:
    """Whether a folded word says nothing of its own in such questions: "kommunen", "opgave", "driver"."""
    return stem(word) in _KNOWN


def of_other_matter(text: str) -> bool:
    """Whether a question asks for what no table of "who runs what" says: a task's head, telephone, staff or price."""
    return bool(_OTHER_MATTER.search(text))


def leftover(text: str, explained: Iterable[str]) -> tuple[str, ...]:
    """The content words of a question that neither the general words of such questions nor the `explained` texts account for."""
    known = [word for each in explained for word in words_of(each)]
    found = []
    for word in words_of(re.sub(r"\d+", " ", text)):
        if len(word) < 3 or stem(word) in _KNOWN or municipality_named(word):
            continue
        if any(same_word(word, other) or _part(word, other) for other in known):
            continue
        found.append(word)
    return tuple(found)


def _part(word: str, other: str) -> bool:
    """Whether one word is the other's beginning or end: parts of one compound."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= 4 and (longer.startswith(shorter) or longer.endswith(shorter))

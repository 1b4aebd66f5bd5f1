"""What a question says besides the things a fact answers: a word nobody accounted for is a reason to doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files

from ingest.places.folding import fold
from ingest.places.gazetteer import municipality_named
from service.understanding.words import same_word, stem, words_of

WORDS = "leftover_words.txt"
LEAST_PART = 4
_GLOSSED = re.compile(r"(?:\s[a-z][a-z'’-]*){1,5}\s\((?P<gloss>[^()]{3,60})\)")
_OTHER_MATTER = re.compile(
    r"\b(?:leder\w*|chef\w*|direktør\w*|formand\w*|kontaktperson\w*|telefon\w*|mail\w*|e-mail\w*|adresse\w*|budget\w*|pris\w*|betale\w*"
    r"|personale\w*|medarbejder\w*|bemanding\w*|åbningstid\w*"
    r"|bygge\w*|opføre(?:s|lse\w*)|renover\w*|ventetid\w*|venteliste\w*|klage\w*|evaluer\w*|udbud\w*|lokale(?:r|rne)"
    r"|construction|building\w*|waiting|complain\w*|evaluat\w*|tender\w*|premises"
    r"|manager|head|director|phone|telephone|address|budget|staff\w*|price|pays?)\b",
    re.IGNORECASE,
)


def needs_no_account(word: str) -> bool:
    """Whether a folded word of a question on records says nothing of its own: "hvilke", "kommunen", "opgave", "driver".

    Not so in prose (`index.analysis.general`, `extracts.terms.ASKING`): there every word still weighs a little, and what heads
    a column here ("pris", "antal") only asks.
    """
    return stem(word) in _stems()


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    lines = files("service.answering.facts").joinpath(WORDS).read_text(encoding="utf-8").splitlines()
    return frozenset(stem(fold(word)) for line in lines if not line.startswith("#") for word in line.split())


def of_other_matter(text: str, accounted: Iterable[str] = ()) -> bool:
    """Whether a question asks for what no table of "who runs what" says: a task's head, telephone, staff, price, building
    or waiting list.

    Words that stand in the `accounted` names themselves ("telefonrådgivning") ask for nothing.
    """
    known = [word for each in accounted for word in words_of(each)]
    asked = words_of(" ".join(other_matters(text)))
    return any(not any(same_word(word, other) or is_part(word, other) for other in known) for word in asked)


def other_matters(text: str) -> tuple[str, ...]:
    """The words of a question that ask for such a matter, as printed."""
    return tuple(match.group(0) for match in _OTHER_MATTER.finditer(text))


def leftover(text: str, explained: Iterable[str]) -> tuple[str, ...]:
    """The content words of a question that neither the words of any such question nor the `explained` texts account for."""
    known = [word for each in explained for word in words_of(each)]
    found = []
    for word in words_of(re.sub(r"\d+", " ", _without_glossed(text, known))):
        if len(word) < 3 or needs_no_account(word) or municipality_named(word):
            continue
        if any(same_word(word, other) or is_part(word, other) for other in known):
            continue
        found.append(word)
    return tuple(found)


def _without_glossed(text: str, known: Sequence[str]) -> str:
    """The text without the small English words before a term in brackets that is accounted for: "home care (hjemmepleje)"."""

    def kept(match: re.Match[str]) -> str:
        glossed = words_of(match["gloss"])
        said = bool(glossed) and all(any(same_word(word, other) or is_part(word, other) for other in known) for word in glossed)
        return f" ({match['gloss']})" if said else match.group(0)

    return _GLOSSED.sub(kept, text)


def is_part(word: str, other: str) -> bool:
    """Whether one word is the other's beginning or end: parts of one compound. Shorter ones ("tid") stand in too many."""
    shorter, longer = sorted((word, other), key=len)
    return len(shorter) >= LEAST_PART and (longer.startswith(shorter) or longer.endswith(shorter))

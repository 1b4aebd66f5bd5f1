"""What a yes/no question claims about who runs a task, and whether a ruling bears it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.records import Fact
from service.answering.facts.actors import ActorKind
from service.answering.facts.leftover import leftover
from service.answering.facts.legend import is_code, term_asked
from service.answering.facts.ruling import Ruling

_ITSELF = re.compile(r"\b(?:selv|egen|egne|itself|own|themselves)\b", re.IGNORECASE)
_REGION_DOES = re.compile(r"\b(?:region(?:en|erne)?\b(?!\s+\w*kommune)|the region|regional\w*)", re.IGNORECASE)
_MUNICIPALITY_DOES = re.compile(r"\b(?:kommune[nr]?|kommunerne|kommunal\w*|municipal\w*)\b", re.IGNORECASE)
_RUNS = re.compile(
    r"\b(?:driv\w*|drift\w*|varetag\w*|overtag\w*|stå\w*|står|løs\w*|ansvar\w*|behold\w*|run|runs|operat\w*|take[sn]?|keep\w*|responsible)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:alle|al|hele|samtlige|enhver|hver|all|every|entire|whole|everyone)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:ikke|ingen|intet|hverken|uden|mangler|not|no|none|without|lacks?)\b", re.IGNORECASE)
MOST_OWN_WORDS = 1
"""So many words a code's meaning may say besides what was asked to deny it: "ydelsen tilbydes ikke"."""
_QUALIFIED = re.compile(r"\b(?:for|vedrørende|vedr\.?|kun|alene|only)\s+\w+", re.IGNORECASE)


def verdict(text: str, ruling: Ruling, definitions: Sequence[Fact]) -> bool | None:
    """Whether what the question claims is so: True, False, or None when it claims nothing that the ruling decides."""
    if refuted_by_limit(text, ruling):
        return False
    term = term_asked(text, definitions)
    if term is not None and ruling.model is not None:
        same = term.subject == ruling.model.subject
        return same is (denies(text) is denies(term.object)) if is_code(term.subject) else same
    if _is_denied(text, ruling):
        return False
    claimed = claimed_actor(text)
    if claimed is None or ruling.actor is None:
        return None
    if ruling.actor.kind is ActorKind.BOTH:
        return None
    runs = ActorKind.REGION if ruling.actor.kind is ActorKind.HOSPITAL else ruling.actor.kind
    return claimed is runs


def _is_denied(text: str, ruling: Ruling) -> bool:
    """Whether the question claims what the meaning of the cell's code denies: "0 = ikke taget i brug"."""
    if ruling.model is None or not is_code(ruling.model.subject) or denies(text) or not denies(ruling.model.object):
        return False
    return len(leftover(ruling.model.object, [text, ruling.task])) <= MOST_OWN_WORDS


def denies(text: str) -> bool:
    """Whether a text says that something is not so."""
    return _DENIES.search(text) is not None


def refuted_by_limit(text: str, ruling: Ruling) -> bool:
    """Whether the question asks for all and the clause says for whom only ("for voksne")."""
    return bool(_ALL.search(text)) and any(_QUALIFIED.search(clause.text) for clause in ruling.beyond_model)


def claimed_actor(text: str) -> ActorKind | None:
    """Whom a yes/no question supposes to run the task, or None."""
    if not _RUNS.search(text):
        return None
    if _ITSELF.search(text):
        return ActorKind.MUNICIPALITY
    region, municipality = _REGION_DOES.search(text), _MUNICIPALITY_DOES.search(text)
    if region and (not municipality or region.start() < municipality.start()):
        return ActorKind.REGION
    return ActorKind.MUNICIPALITY if municipality else None

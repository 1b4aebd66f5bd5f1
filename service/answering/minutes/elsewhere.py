"""What another body had decided on a case: the sections of its history that name the body asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import AgendaItem, Meeting, SectionName
from service.answering.frames import quoted
from service.answering.minutes.trimmed import trimmed
from service.answering.sources import source_of
from service.records import Draft, Understood
from service.understanding.names import bodies_in
from service.understanding.references import without_titles
from service.understanding.words import same_word, words_of

_BODY = re.compile(r"\w{2,}(?:udvalg|raad|styrelse|ministeri|naevn|direktion|forum)\w*$")
_ANY_BODY = re.compile(r"\w*(?:udvalg|raad|styrelse|ministeri|naevn|direktion|forum)\w*$")
_VERB = (
    r"(?:besluttede|anbefal(?:ede|er)|indstill(?:ede|er)|vedtog|godkendte|konkluderede|afviste|udsatte|foreslog"
    r"|siger|sagde|mener|mente|did|has|have)"
)
_DECIDER = re.compile(
    rf"\b{_VERB}\s+(?:the\s+)?(?P<body>(?:[A-ZÆØÅ][\wæøå-]*,?\s+(?:og\s+)?){{0,4}}?\w*(?:udvalg|råd|raad|styrelse|ministeri|nævn|direktion|forum"
    r"|committee|council|board)\w*(?:\s\((?P<named>\w+)\))?)"
)
MOST_WORDS = 100


def other_bodies(understood: Understood, names: Iterable[str]) -> frozenset[str]:
    """The words of the question, outside quoted titles, that name a body which none of these names is."""
    known = [word for name in names for word in words_of(name)]
    return frozenset(
        word
        for word in words_of(without_titles(understood.text))
        if _BODY.match(word) and not any(same_word(word, own) for own in known)
    )


def without(understood: Understood, words: Iterable[str]) -> Understood:
    """The question without these folded words, to find the case by what is left."""
    dropped = set(words)
    kept = [part for part in understood.text.split() if not dropped.intersection(words_of(part))]
    return replace(understood, text=" ".join(kept))


def of_decider(understood: Understood) -> tuple[Understood, bool]:
    """The question with only the body that is said to decide or advise among its bodies, and whether there is such a body."""
    match = _DECIDER.search(understood.text)
    named = bodies_in(match["body"], understood.bodies) if match else ()
    return (replace(understood, bodies=named), True) if named else (understood, False)


def asked_of_another(understood: Understood, meeting: Meeting) -> bool:
    """Whether the question asks what a body other than this meeting's decided: the body stands right behind the verb."""
    match = _DECIDER.search(understood.text)
    known = any(_ANY_BODY.match(word) for word in words_of(meeting.body))
    return known and match is not None and bool(other_bodies(replace(understood, text=match["body"]), [meeting.body]))


def decided_elsewhere(understood: Understood, index: OpenIndex, item: AgendaItem, meeting: Meeting) -> Draft | None:
    """The draft when the question names a body that an earlier decision's heading names and that did not hold this meeting."""
    if meeting.body in understood.bodies and not asked_of_another(understood, meeting):
        return None
    asked = other_bodies(understood, [meeting.body])
    for section in item.sections if asked else ():
        heading = words_of(section.heading)
        if section.name is not SectionName.EARLIER_DECISIONS or not section.text:
            continue
        if not any(same_word(word, other) for word in asked for other in heading):
            continue
        passages = index.store.passages(list(section.passage_ids), understood.filters.access)
        holding = [passage for passage in passages if section.text in passage.text]
        if holding:
            return Draft(
                text=f"{quoted(trimmed(section.text, MOST_WORDS))} ({section.heading.strip(' :')})",
                kind="decision",
                strength=0.9,
                sources=(source_of(index, holding[0], section.text),),
                as_of=meeting.date,
                features=(("elsewhere", 1.0),),
            )
    return None

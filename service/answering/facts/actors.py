"""Who does it: the subject of "driver", "varetager", "overtager", "står for" in a Danish sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ActorKind(StrEnum):
    """Who may run a task."""

    REGION = "region"
    MUNICIPALITY = "municipality"
    BOTH = "both"
    HOSPITAL = "hospital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who runs something; `name` is the printed name of a hospital or other named unit, else ""."""

    kind: ActorKind
    name: str = ""


_HOSPITAL = r"(?:[A-ZÆØÅ][\wæøå-]*\s+){0,3}[\wæøå]*(?:[Hh]ospital\w*|[Ss]ygehus\w*)(?:\s+[A-ZÆØÅ][\wæøå-]+)*"
_TWO = r"(?:[Kk]ommune(?:n|rne)|[Rr]egione(?:n|rne))\s+og\s+(?:kommune(?:n|rne)|regione(?:n|rne))"
_ONE = r"[A-ZÆØÅ][\wæøå-]+\s+[Kk]ommune|[Kk]ommun(?:en|erne|er|e)|[Rr]egion(?:en|erne|er)?(?:\s+[A-ZÆØÅ]\w+)?"
_NOUN = rf"(?P<actor>{_HOSPITAL}|{_TWO}|{_ONE})"
_VERB = (
    r"(?:driver|driften|drive|varetager|varetage|overtager|overtage|løser|løse|står\s+for|stå\s+for|har\s+(?:fortsat\s+)?(?:drift|ansvar)\w*|udfører|leverer"
    r"|beholder|bevarer)"
)
_ACTIVE = re.compile(rf"\b{_NOUN}\s+(?:\w+\s+){{0,2}}?{_VERB}\b")
_VERB_FIRST = re.compile(rf"\b{_VERB}\s+{_NOUN}")
_PASSIVE = re.compile(
    r"\b(?:drives|varetages|løses|udføres|leveres|overtages|driftes|drevet|varetaget|løst|forbliver|ligger)\b"
    rf"[^.,;]{{0,60}}?\b(?:af|hos|i)\s+{_NOUN}"
)


def driver_in(sentences: Iterable[str]) -> Actor | None:
    """Who runs the task by these sentences; on its running ("drift") first, on authority alone not at all."""
    found = [(sentence, actor) for sentence in sentences if (actor := actor_in(sentence))]
    for sentence, actor in found:
        if re.search(r"\b\w*(?:drift|driv)\w*", sentence, re.IGNORECASE):
            return actor
    return next((actor for sentence, actor in found if not re.search(r"\bmyndighed", sentence, re.IGNORECASE)), None)


def actor_in(sentence: str) -> Actor | None:
    """The actor of one sentence, or None when it names none that does anything."""
    match = _PASSIVE.search(sentence) or _ACTIVE.search(sentence) or _VERB_FIRST.search(sentence)
    return _actor(match.group("actor")) if match else None


def _actor(noun: str) -> Actor:
    folded = noun.lower()
    if "hospital" in folded or "sygehus" in folded:
        return Actor(kind=ActorKind.HOSPITAL, name=noun.strip())
    if "kommun" in folded and "region" in folded:
        return Actor(kind=ActorKind.BOTH)
    return Actor(kind=ActorKind.MUNICIPALITY if "kommun" in folded else ActorKind.REGION)

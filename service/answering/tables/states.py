"""How far something is, in the many words of tables and questions: not started, under way, done, delayed, stopped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from ingest.records import Fact


class State(StrEnum):
    """How far something is."""

    NOT_STARTED = "not started"
    NOT_DONE = "not done"
    STOPPED = "stopped"
    DELAYED = "delayed"
    RUNNING = "running"
    DONE = "done"


_BEGUN = r"startet|begyndt|påbegyndt|i ?gang(?:sat)?|sat i gang|i drift|taget i brug|idriftsat|kommet i gang|gået i gang"
_FINISHED = r"færdig\w*|afsluttet\w*|gennemført\w*|udført\w*|løst|afleveret|finished|done|completed?"
_ASKED = (
    (
        State.NOT_STARTED,
        rf"ikke (?:\w+ )?(?:{_BEGUN})|mangler (?:stadig )?at (?:starte|begynde|komme i gang)"
        r"|(?:not|n['’]t)(?: \w+)? (?:started|begun|live|in operation|running|launched|under ?way)"
        r"|yet to (?:start|begin|launch)|not yet",
    ),
    (State.NOT_DONE, rf"ikke (?:\w+ )?(?:{_FINISHED}|klar\w*)|(?:not|n['’]t)(?: \w+)? (?:finished|done|complete\w*|ready)"),
    (State.STOPPED, r"aflyst\w*|indstillet|stoppet|droppet|lukket|cancelled|canceled|stopped|dropped|closed"),
    (State.DELAYED, r"forsink\w*|bagud|udskudt|delayed|late|behind schedule|postponed"),
    (State.RUNNING, rf"{_BEGUN}|kører|under ?way|running|in operation|live|started|up and running"),
    (State.DONE, rf"{_FINISHED}|klar\w*"),
)
_ASKS = tuple((state, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for state, words in _ASKED)
_SAID = (
    (
        State.NOT_STARTED,
        rf"\bikke (?:{_BEGUN})|^(?:under )?forbered\w*|^planlagt\w*|^planlægges|^afventer|^venter\b|\(plan(?:lagt)?\)"
        r"|not (?:yet )?started|^planned|^pending|^preparation",
    ),
    (State.STOPPED, r"\baflyst|^stoppet|^udgået|^droppet|^lukket|cancelled|stopped|^closed"),
    (State.DELAYED, r"\bforsink\w*|^udskudt|^bagud|delayed|postponed|behind schedule"),
    (State.RUNNING, rf"^(?:{_BEGUN}|drift\b|kører|under ?way|running|in operation|live|ongoing|in progress)"),
    (State.DONE, rf"^(?:{_FINISHED}|ok\b|klar\b)"),
)
_SAYS = tuple((state, re.compile(words, re.IGNORECASE)) for state, words in _SAID)
LEAST_OF_STATES = 0.6


def state_asked(text: str) -> tuple[State, str] | None:
    """The state that a question asks for with the words that say so; None where it asks for none."""
    found = ((state, match.group(0)) for state, pattern in _ASKS if (match := pattern.search(text)))
    return next(found, None)


def state_of(text: str) -> State | None:
    """The state that a cell tells; None where it tells of something else."""
    return next((state for state, pattern in _SAYS if pattern.search(text.strip())), None)


def are_states(cells: Sequence[Fact]) -> bool:
    """Whether a column tells how far its rows are."""
    told = [state_of(cell.object) for cell in cells]
    return len(cells) > 1 and sum(state is not None for state in told) >= LEAST_OF_STATES * len(cells)


def fits(asked: State, cell: Fact) -> bool:
    """Whether a cell tells the state asked for; what is not done is every other state."""
    told = state_of(cell.object)
    if asked is State.NOT_DONE:
        return told is not None and told is not State.DONE
    return told is asked

"""What a question for rows of a table asks: what the rows are, and which conditions they are to meet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.places.folding import fold
from service.answering.facts.claims import denies
from service.answering.tables.asked_terms import AskedTerm, asked_terms
from service.answering.tables.grids import TableGrid
from service.answering.tables.states import State, state_asked
from service.records import Language, Understood
from service.understanding.words import same_word, stem

_ASKS = re.compile(
    r"\b(?:hvilke[nt]?|hvor mange|which|what|how many|nævn|list)\s+(?:af\s+|of\s+)?(?:de\s+|the\s+)?"
    r"(?P<first>[^\W\d_][\w-]{2,})(?:\s+(?P<second>[^\W\d_]{3,}))?",
    re.IGNORECASE,
)
_FREE = re.compile(r"\b(?:gratis|uden betaling|free of charge|for free|free)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:ingen|intet|nul|no|zero|without any)\s+(?=\w)", re.IGNORECASE)
_ACTORS = frozenset(["regionen", "region", "kommunen"])
"""Who may stand in a cell, though most questions say it only in passing."""
_WHAT = frozenset(["hvad", "opgave", "opgaver", "handling", "aktivitet", "aktion", "indsats", "action", "task", "what"])
_TO_DO = ("opgaver", "handlinger", "aktiviteter", "aktioner", "tasks", "actions")
"""What stands under "Hvad" in a list of actions."""
LEAST_ROWS = 2
LEAST_LETTERS = 3
_DENYING = frozenset({State.NOT_STARTED, State.NOT_DONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsAsked:
    """The conditions of a question, the state it asks for, and whether it asks for rows with nothing in a column.

    `wants_free` says that this nothing is a price.
    """

    understood: Understood
    conditions: tuple[AskedTerm, ...]
    state: State | None
    wants_none: bool
    wants_free: bool


def nouns_asked(text: str) -> tuple[str, ...]:
    """The one or two words behind "which" or "how many", of which one says what the rows are; empty where nothing asks so."""
    asks = _ASKS.search(text)
    return tuple(noun for noun in (asks["first"], asks["second"]) if noun) if asks is not None else ()


def rows_asked(understood: Understood, noun: str) -> RowsAsked:
    """What is asked of the rows that the noun names."""
    text, state = understood.text, state_asked(understood.text)
    wants_free = _FREE.search(text) is not None
    wants_none = wants_free or _NONE.search(text) is not None
    left = text.replace(state[1], " ") if state is not None else text
    left = _NONE.sub(" ", _FREE.sub(" ", left)) if wants_none else left
    terms = asked_terms(left, understood.language)
    return RowsAsked(
        understood=understood,
        conditions=tuple(term for term in terms if not _says_nothing(term, noun)),
        state=state[0] if state is not None else None,
        wants_none=wants_none,
        wants_free=wants_free,
    )


def asks_denied(text: str) -> bool:
    """Whether a question denies what it asks for in another way than by rows that have none or are not that far."""
    state = state_asked(text)
    wants_none = _FREE.search(text) is not None or _NONE.search(text) is not None
    return denies(text) and not wants_none and (state is None or state[0] not in _DENYING)


def _says_nothing(term: AskedTerm, noun: str) -> bool:
    if fold(noun) in term.options[0]:
        return True
    words = [word for word in term.options[0] if len(word) >= LEAST_LETTERS]
    return not words or (term.is_general and not _ACTORS.intersection(words))


def are_rows_of(grid: TableGrid, noun: str, language: Language) -> bool:
    """Whether the rows of a table are what the noun says."""
    if len(grid.rows) < LEAST_ROWS:
        return False
    nouns = [word for term in asked_terms(noun, language) for option in term.options for word in option] or [fold(noun)]
    if any(_is_a(each, fold(grid.head)) for each in nouns):
        return True
    return grid.is_of_places and any(same_word("kommune", each) for each in nouns)


def _is_a(noun: str, header: str) -> bool:
    """Whether rows under this header are things of the noun: the same word, or either a compound that ends with the other."""
    words = re.findall(r"[^\W\d_]+", header)
    if words and words[-1] in _WHAT and any(same_word(noun, each) for each in _TO_DO):
        return True
    return bool(words) and any(same_word(noun, each) or _ends_with(each, noun) or _ends_with(noun, each) for each in words[-1:])


def _ends_with(whole: str, part: str) -> bool:
    return len(stem(part)) >= LEAST_LETTERS + 1 and stem(whole).endswith(stem(part))

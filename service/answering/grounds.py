"""Grounds on which an extract is refused whatever speaks for it: it is about others, or about a meeting that is not here."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.analysis.folding import fold
from index.analysis.words import words_of
from index.opened import OpenIndex
from service.answering.definitions.asked_term import asked_term
from service.answering.minutes.undecided import tells_no_outcome
from service.answering.missing_meeting import meeting_is_missing, tells_of_day
from service.answering.nothing_asked import is_no_question
from service.records import Language, QuestionKind, Source, Understood

STRANGE_SHARE = {Language.DANISH: 0.45, Language.ENGLISH: 0.7}
"""From this share of its weight in words the corpus has nowhere a question may be about something else …

English words may only lack a translation.
"""
STRANGEST_SHARE, LITTLE_SAID = 0.8, 0.25
"""… and from this share it is, or where one sentence with words of the wanted kind says less of it than this.

Between the two those who ask use other words than the text: the doubts weigh that.
"""


BOUND_ALL_THE_SAME = 0.5
"""A number bound so firmly to the asked thing answers though other words of the question stand nowhere."""

OPAQUE_SHARE, LEAST_SAID = 0.5, 2
"""An English question, half of whose telling words have no Danish rendering, needs two others that are said."""

HARDLY_SHARE, HARDLY_LACKING = 0.4, 0.5
_ANY_WORDS = frozenset(
    {QuestionKind.WHAT, QuestionKind.WHO, QuestionKind.WHY, QuestionKind.WHERE, QuestionKind.YES_NO, QuestionKind.LIST}
)

_FOR_SHORT_FORM = re.compile(r"\b(?:for|om|about|on|regarding)\s+([A-ZÆØÅ][A-ZÆØÅ0-9]{1,7})(?![\w-])")
_SHORT_FORM = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ0-9]{1,7}")

UNMET = ("untold", "unnamed", "unheld", "other_in_force", "unbound", "only_example", "other_one", "other_time", "undecided")
"""Doubts that, when full, leave nothing to answer with.

The deed asked about is not told of, nobody is named, nobody holds the office, something else takes effect, no
number is said of what a number is wanted of, what is asked for is but an example, another one of its kind or another
time is told of, or the matter is only to be treated.
"""


def refusal_ground(
    understood: Understood, source: Source, context: str, index: OpenIndex, features: Mapping[str, float]
) -> str | None:
    """The name of the ground on which an extract is refused, or None.

    `context` is what the source's passage stands under, `features` the extract's.
    """
    if features.get("nothing_asked") or is_no_question(understood.text):
        return "nothing_asked"
    if names_others(understood, f"{source.passage} {context}"):
        return "names_others"
    if not says_what_it_is_for(understood, f"{source.passage} {context}", index):
        return "short_form_not_said"
    if _is_strange(understood, features) or _hardly_met(understood, features):
        return "strange_subject"
    if features.get("opaque_share", 0.0) >= OPAQUE_SHARE and features.get("said_count", 0.0) < LEAST_SAID:
        return "strange_subject"
    if understood.kind is QuestionKind.DEFINITION and not says_short_form(understood, f"{source.passage} {context}"):
        return "term_not_said"
    if tells_no_outcome(understood, source, index):
        return "tells_no_outcome"
    if meeting_is_missing(understood, index) and not tells_of_day(understood, source.quote):
        return "meeting_is_missing"
    return next((name for name in UNMET if features.get(name, 0.0) >= 1.0), None)


def _is_strange(understood: Understood, features: Mapping[str, float]) -> bool:
    """Whether so much of the question stands nowhere that it is about something else, and no number is bound to its thing."""
    share = features.get("absent_unknown", 0.0)
    if share < STRANGE_SHARE[understood.language] or features.get("bound", 0.0) >= BOUND_ALL_THE_SAME:
        return False
    if features.get("named_here"):
        return False
    little = features.get("typed_share", 0.0) < LITTLE_SAID or not features.get("said_count", 0.0)
    return share >= STRANGEST_SHARE or little or bool(features.get("matter_strange"))


def _hardly_met(understood: Understood, features: Mapping[str, float]) -> bool:
    """Whether, where no words of a sure kind are wanted, one telling word is all that is met and the corpus lacks the others."""
    return (
        understood.kind in _ANY_WORDS
        and features.get("absent_unknown", 0.0) >= HARDLY_SHARE
        and features.get("said_count", 0.0) <= 1
        and features.get("share_lacking", 0.0) >= HARDLY_LACKING
        and not features.get("named_here")
    )


def says_short_form(understood: Understood, text: str) -> bool:
    """Whether a text has the abbreviation whose meaning is asked for; true when none is: a short form has no other spelling."""
    term = asked_term(understood.text, understood.quoted) or ""
    return not _SHORT_FORM.fullmatch(term) or fold(term) in words_of(text)


def says_what_it_is_for(understood: Understood, text: str, index: OpenIndex) -> bool:
    """Whether a text has the short forms, or their long ones, of what a thing is for ("planen for KOL"); true for none."""
    asked = set(_FOR_SHORT_FORM.findall(understood.asked))
    folded, words = fold(text), " ".join(words_of(text))
    long_forms = index.store.abbreviations(understood.filters.access) if asked else {}
    return all(fold(short) in words or any(fold(form) in folded for form in long_forms.get(short, ())) for short in asked)


def names_others(understood: Understood, text: str) -> bool:
    """Whether the question names municipalities, sundhedsråd or persons, and the text names none of them."""
    asked = [*understood.municipalities, *understood.councils, *understood.persons]
    folded = fold(text)
    return bool(asked) and not any(fold(name) in folded for name in asked)

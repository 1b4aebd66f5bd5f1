"""Rewrites a follow-up into a question that stands alone, with what it leaves out taken from the questions before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from service.records import Question
from service.understanding.carried.body import with_other_body
from service.understanding.carried.counted import with_those_counted
from service.understanding.carried.day import with_other_date
from service.understanding.carried.meeting import with_meeting
from service.understanding.carried.noun import with_other_noun, with_other_office, with_other_subject
from service.understanding.carried.place import points_there, with_other_place, with_place_there
from service.understanding.carried.row import with_other_row, with_same_row
from service.understanding.carried.task import with_other_task, with_task
from service.understanding.carried.whole_names import with_whole_names
from service.understanding.labels import with_other_label
from service.understanding.topic import predicate_of, topic_of
from service.understanding.vocabulary import Vocabulary
from service.understanding.words import words_of

_BEGINS = re.compile(r"^(?:(?:og|and|men|but|hvad med|what about|how about|så)\b[\s,]*)+", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"\b(?:de|dem|deres|det|den|denne|dette|disse|han|hun|hans|hendes|dér|it|its|they|them|their|that|those|these|this|there|he|she)\b",
    re.IGNORECASE,
)
_SAME_CASE = re.compile(
    r"\b(?:sagen|punktet|emnet|forslaget|spørgsmålet|the (?:case|matter|item|proposal))\b"
    r"(?!\s+(?:om|fra|med|nr|vedr|på dagsordenen|about|on|from|of|\d))",
    re.IGNORECASE,
)
"""A case that is spoken of as known: which one was said before."""
_BARE = re.compile(r"^(?:hvorfor|hvornår|hvordan|hvem|hvor|why|when|how|who|where)(?: ikke| not)?\W*$", re.IGNORECASE)
"""A question word and nothing else: "Og hvorfor?" asks for all that was asked before."""
FEW_WORDS = 3
_OWN_NOUN = re.compile(r"\b(?:en|et|an?)\s+\w|(?<=[a-zæøå,])\s+[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ][a-zæøå]+")
ENOUGH_WORDS = 6
"""A follow-up with this many words of content of its own finds its passage without the earlier question's."""

Rewriting = Callable[[str, str, Vocabulary], str | None]
_FRAGMENTS: tuple[Rewriting, ...] = (
    with_other_place,
    with_other_body,
    with_other_task,
    with_other_row,
    with_other_date,
    with_other_noun,
    with_other_office,
    with_other_subject,
    with_those_counted,
)
_WHOLE: tuple[Rewriting, ...] = (with_task, with_meeting, with_same_row)


def standing_alone(question: Question, known: Vocabulary) -> str:
    """The question's text as it would be asked without the conversation before it; unchanged when it leaves nothing out."""
    text = question.text.strip()
    earlier = _resolved(question.context, known)
    if not earlier or not _leaves_out(text):
        return text
    return _rewritten(text, earlier, known)


def _resolved(context: Sequence[str], known: Vocabulary) -> tuple[str, ...]:
    """The earlier questions, each itself standing alone, oldest first."""
    resolved: list[str] = []
    for text in context:
        resolved.append(_rewritten(text.strip(), resolved, known) if resolved and _leaves_out(text) else text.strip())
    return tuple(resolved)


def _leaves_out(text: str) -> bool:
    """Whether a text begins like a follow-up, points back, or says too little to stand alone.

    A thing brought up as new ("en ny mole") or a full name makes a short question whole.
    """
    if _BEGINS.match(text) or _POINTS_BACK.search(text) or _SAME_CASE.search(text) or points_there(text):
        return True
    return len(words_of(text)) <= FEW_WORDS and not _OWN_NOUN.search(text)


def _rewritten(text: str, earlier: Sequence[str], known: Vocabulary) -> str:
    last = earlier[-1]
    bare = _BEGINS.sub("", text)
    if relabelled := with_other_label(bare, last):
        return relabelled
    for rewriting in _FRAGMENTS:
        if rewritten := rewriting(bare, last, known):
            return rewritten
    named = with_whole_names(with_place_there(_capital(bare), last, known), earlier)
    for rewriting in _WHOLE:
        if rewritten := rewriting(named, last, known):
            return rewritten
    if named != _capital(bare) or len(words_of(bare)) >= ENOUGH_WORDS:
        return named
    return _with_topic(named, last)


def _with_topic(text: str, last: str) -> str:
    """The question with the earlier one's topic in brackets, where it is not said already."""
    topic = predicate_of(last) if _BARE.match(text) else topic_of(last)
    if not topic or topic.lower() in text.lower():
        return text
    return f"{text.rstrip('?!. ')} ({topic})?"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

"""A follow-up that names another task ("And genoptræning there?"), or leaves the task out ("Hvem driver den på Samsø?")."""

from __future__ import annotations

import re

from ingest.places.gazetteer import municipalities_in
from service.understanding.carried.words import HAS_VERB
from service.understanding.tasks import expanded, tasks_in
from service.understanding.vocabulary import Vocabulary
from service.understanding.words import same_word, words_of

_THERE = re.compile(r"\b(?:dér|der|there|samme sted|here)\b", re.IGNORECASE)


def with_other_task(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "And genoptræning there?": the earlier question with the task exchanged."""
    span = _task_span(last, known)
    if (
        span is None
        or not tasks_in(text, known.tasks, known.long_forms)
        or municipalities_in(text)
        or HAS_VERB.search(_THERE.sub(" ", text))
    ):
        return None
    fragment = re.sub(r"\s+", " ", _THERE.sub(" ", text.rstrip(" ?!."))).strip(" ,")
    fragment = re.sub(r"^(?:om|for|på|about|with|med)\s+", "", fragment, flags=re.IGNORECASE)
    return last[: span[0]] + fragment + last[span[1] :]


def with_task(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Hvem driver den på Samsø?": a question with a place of its own but the earlier one's task."""
    if not municipalities_in(text) or len(words_of(text)) > 4 or tasks_in(text, known.tasks, known.long_forms):
        return None
    span = _task_span(last, known)
    if span is None:
        return None
    task = last[span[0] : span[1]]
    pronoun = re.search(r"(?<=\s)(?:den|det|de|it|that|them)(?=\s+(?:i|på|in|for|hos|,)|\s*\?)", text, re.IGNORECASE)
    if pronoun:
        return text[: pronoun.start()] + task + text[pronoun.end() :]
    return f"{text.rstrip(' ?!.')} ({task})?"


def _task_span(text: str, known: Vocabulary) -> tuple[int, int] | None:
    """The stretch of a question that names its task, article and bracketed translation included."""
    tasks = tasks_in(text, known.tasks, known.long_forms)
    if not tasks:
        return None
    own = words_of(expanded(tasks[0], {}))
    places = [
        match.span()
        for match in re.finditer(r"[^\W\d_]+(?:[-‐]\s+(?:og|eller|and)\s+[^\W\d_]+)?", text)
        if any(
            same_word(word, other) or (len(word) > 7 and (other.endswith(word) or word.startswith(other)))
            for word in words_of(match.group(0))
            for other in own
        )
    ]
    if not places:
        short = [match.span() for form in known.long_forms for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
        return short[0] if short else None
    start, end = places[0][0], places[-1][1]
    article = re.search(r"\b(?:den|det|de|the)\s+$", text[:start], re.IGNORECASE)
    return (article.start() if article else start), end

"""The seams of the service."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from index.opened import OpenIndex
from index.records import ScoredPassage
from service.records import Draft, Understood


class Answerer(Protocol):
    """Answers one kind of question from one kind of evidence.

    Gives None when the question is not of its kind or the evidence is not there; never guesses. Every quote in a
    draft's sources is a verbatim substring of its passage, and every passage lies within `understood.filters`.
    """

    kind: str

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None: ...


class AnswerModel(Protocol):
    """A language model behind an OpenAI-compatible server; optional.

    `complete` yields pieces of text. Raises `ModelUnavailable` on timeout, refusal or a broken stream;
    never returns silently short.
    """

    def complete(self, question: Understood, passages: Sequence[ScoredPassage]) -> Iterator[str]: ...

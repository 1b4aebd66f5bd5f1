"""A language model behind any OpenAI-compatible server (https://platform.openai.com/docs/api-reference/chat), streaming."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from index.records import ScoredPassage
from service.answering.model_prompt import messages
from service.errors import AnswerModelUnavailable
from service.protocols import AnswerModel
from service.records import Understood
from service.settings import Settings

MOST_TOKENS = 400


class ServerModel:
    """An `AnswerModel` on a server. One total time limit holds for the whole answer, however the server spends it."""

    def __init__(self, *, url: str, name: str, key: str, timeout_seconds: float) -> None:
        try:
            from openai import OpenAI
        except ImportError as error:
            raise AnswerModelUnavailable("A language model needs the openai package: pip install kildesvar[model]") from error
        self._name = name
        self._timeout_seconds = timeout_seconds
        self._client = OpenAI(base_url=url, api_key=key or "none", timeout=timeout_seconds, max_retries=0)

    def complete(self, question: Understood, passages: Sequence[ScoredPassage]) -> Iterator[str]:
        """See `service.protocols.AnswerModel`."""
        deadline = time.monotonic() + self._timeout_seconds
        finished = False
        try:
            for chunk in self._stream(question, passages):
                if time.monotonic() > deadline:
                    raise AnswerModelUnavailable(f"The language model took longer than {self._timeout_seconds:g} seconds.")
                for choice in chunk.choices:
                    finished = finished or choice.finish_reason is not None
                    if choice.delta.content:
                        yield choice.delta.content
        except AnswerModelUnavailable:
            raise
        except Exception as error:  # the client's errors and those of the connection below it are of many kinds
            raise AnswerModelUnavailable(f"The language model did not answer ({type(error).__name__}).") from error
        if not finished:
            raise AnswerModelUnavailable("The language model broke off in the middle of its answer.")

    def _stream(self, question: Understood, passages: Sequence[ScoredPassage]) -> Any:
        return self._client.chat.completions.create(
            model=self._name,
            messages=messages(question, passages),  # type: ignore[arg-type]  # plain dictionaries of the right shape
            stream=True,
            temperature=0,
            max_tokens=MOST_TOKENS,
        )


def model_of(settings: Settings) -> AnswerModel | None:
    """The model the settings name, or None when they name none."""
    if not settings.answer_model_url:
        return None
    return ServerModel(
        url=settings.answer_model_url,
        name=settings.answer_model_name,
        key=settings.answer_model_key.get_secret_value(),
        timeout_seconds=settings.answer_model_timeout_seconds,
    )

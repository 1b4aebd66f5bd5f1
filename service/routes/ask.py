"""`POST /api/ask`: a question, answered at once or as a stream of events."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import anyio.to_thread
from fastapi import APIRouter, Request
from starlette.responses import Response

from service.dependencies import Generation, Reader, RunningNow
from service.live import Serving
from service.problems import problem_response
from service.records import Answer, Question
from service.routes.documented import problems
from service.running import Running
from service.schemas.answer import AnswerOut, answer_out
from service.schemas.question import AskRequest
from service.streams import KEEP_ALIVE, documented, event, stream

router = APIRouter(tags=["ask"], responses=problems(413, 415))

KEEP_ALIVE_SECONDS = 10.0
WORDS_A_PIECE = 6

STREAMED = documented(
    "The answer; with `Accept: text/event-stream` as events: how it was `understood`, pieces of its `text`, the whole `answer`; "
    "or the `problem` that it ended with.",
    *("understood", "text", "answer", "problem"),
)


@router.post("/api/ask", response_model=AnswerOut, responses={200: STREAMED}, summary="Ask a question")
async def ask(body: AskRequest, request: Request, caller: Reader, running: RunningNow, serving: Generation) -> Any:
    """Answer a question from the documents the caller may see, with the exact place of every quote, or refuse.

    With `Accept: text/event-stream` the same comes as a stream.
    """
    question = body.to_question(caller.access)
    if "text/event-stream" in request.headers.get("accept", ""):
        return stream(_events(request, running, question))
    answer = await _answer(running, serving, question)
    return answer_out(answer, serving.index.summary.id)


async def _answer(running: Running, serving: Serving, question: Question) -> Answer:
    """Answer in a thread, at most so many at a time as the settings say."""
    answer = await anyio.to_thread.run_sync(serving.assistant.ask, question, limiter=running.answering)
    running.metrics.answer(answer.kind, answer.seconds)
    return answer


async def _events(request: Request, running: Running, question: Question) -> AsyncIterator[bytes]:
    """Give the events of one answer. The lease is the stream's own, as the route's ends before the stream does."""
    try:
        with running.live.lease() as serving:
            answering = asyncio.ensure_future(_answer(running, serving, question))
            while not (await asyncio.wait({answering}, timeout=KEEP_ALIVE_SECONDS))[0]:
                yield KEEP_ALIVE
            answer = answering.result()
            generation = serving.index.summary.id
    except Exception as error:  # the status line is long gone: say it in the stream, in the same words
        yield b"event: problem\ndata: " + _body(problem_response(request, error)) + b"\n\n"
        return
    yield event("understood", {"question": answer.question, "understood_as": answer.understood_as})
    for piece in pieces(answer.text):
        yield event("text", {"text": piece})
    yield event("answer", answer_out(answer, generation).model_dump(mode="json"))


def pieces(text: str) -> list[str]:
    """Cut a text into pieces of a few words that give the text again when joined."""
    words = re.findall(r"\s*\S+\s*?", text) or ([text] if text else [])
    joined = ["".join(words[start : start + WORDS_A_PIECE]) for start in range(0, len(words), WORDS_A_PIECE)]
    tail = text[len("".join(joined)) :]
    return [*joined, tail] if tail else joined


def _body(response: Response) -> bytes:
    return bytes(response.body)

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
from service.records import Answer, Question, Understood
from service.routes.answering import DONE, Answering
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
    """Give the events of one answer: a language model's sentences as each is checked, else the words of the whole answer."""
    answering = Answering(running, question)
    task = asyncio.ensure_future(anyio.to_thread.run_sync(answering.run, limiter=running.answering))
    try:
        said = False
        while (step := await answering.next(KEEP_ALIVE_SECONDS)) is not DONE:
            if step is None:
                yield KEEP_ALIVE
            elif isinstance(step, Understood):
                yield event("understood", {"question": step.asked, "understood_as": step.text})
            elif isinstance(step, Answer):
                for piece in () if said else pieces(step.text):
                    yield event("text", {"text": piece})
                yield event("answer", answer_out(step, answering.generation).model_dump(mode="json"))
            else:
                yield event("text", {"text": f" {step}" if said else step})
                said = True
        await task
    except Exception as error:  # the status line is long gone: say it in the stream, in the same words
        yield b"event: problem\ndata: " + _body(problem_response(request, error)) + b"\n\n"
    finally:
        answering.stop()


def pieces(text: str) -> list[str]:
    """Cut a text into pieces of a few words that give the text again when joined."""
    words = re.findall(r"\s*\S+\s*?", text) or ([text] if text else [])
    joined = ["".join(words[start : start + WORDS_A_PIECE]) for start in range(0, len(words), WORDS_A_PIECE)]
    tail = text[len("".join(joined)) :]
    return [*joined, tail] if tail else joined


def _body(response: Response) -> bytes:
    return bytes(response.body)

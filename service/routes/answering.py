"""One answer in a thread, its steps handed over to the event loop as they come."""

from __future__ import annotations

import asyncio
from typing import Final

from service.records import Answer, Question, Understood
from service.running import Running


class Done:
    """Nothing comes after this."""


DONE: Final = Done()

Step = Understood | str | Answer | Done


class Answering:
    """Runs the assistant in a thread; its steps are awaited in the event loop in which this was made."""

    def __init__(self, running: Running, question: Question) -> None:
        self._running = running
        self._question = question
        self._loop = asyncio.get_running_loop()
        self._steps: asyncio.Queue[Step] = asyncio.Queue()
        self._stopped = False
        self.generation = ""

    def run(self) -> None:
        """Answer, in a thread. The lease of the index is held here, as the thread outlives a client that goes away."""
        try:
            with self._running.live.lease() as serving:
                self.generation = serving.index.summary.id
                for step in serving.assistant.stream(self._question):
                    if self._stopped:
                        return
                    if isinstance(step, Answer):
                        self._running.metrics.answer(step.kind, step.seconds)
                    self._hand_over(step)
        finally:
            self._hand_over(DONE)

    async def next(self, seconds: float) -> Step | None:
        """The next step, `DONE` after the last; None when nothing came for so many seconds."""
        try:
            return await asyncio.wait_for(self._steps.get(), seconds)
        except TimeoutError:
            return None

    def stop(self) -> None:
        """Give no more steps: the thread ends, and with it the stream of a language model, at its next one."""
        self._stopped = True

    def _hand_over(self, step: Step) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._steps.put_nowait, step)

"""Long work started from the admin page (a rebuild, an evaluation): one at a time, in a process of its own.

The process prints one JSON object a line on standard output; each becomes an event that any number of watchers follow
from the beginning. A process of its own keeps the memory and the work of a build out of the process that answers.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from index.errors import BuildInProgress
from service.settings import PREFIX

log = logging.getLogger(__name__)

MOST_EVENTS = 5_000
MOST_LINE_BYTES = 4 * 1024 * 1024
MOST_SAID = 2_000  # characters of standard error kept for the end
KEEP_ALIVE_SECONDS = 15.0


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """One piece of work: what it is, what it has said so far, and its exit status once it ended."""

    kind: str
    started_at: str
    events: list[dict[str, Any]] = field(default_factory=list)
    status: int | None = None
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def say(self, event: dict[str, Any]) -> None:
        """Add an event and wake the watchers; beyond the bound only the last one is renewed."""
        async with self.changed:
            if len(self.events) >= MOST_EVENTS:
                self.events.pop()
            self.events.append(event)
            self.changed.notify_all()

    async def follow(self) -> AsyncIterator[dict[str, Any] | None]:
        """Give all events from the beginning to the end of the job; None every 15 s in which nothing happened."""
        told = 0
        while True:
            async with self.changed:
                if told >= len(self.events) and self.status is None:
                    try:
                        await asyncio.wait_for(self.changed.wait(), KEEP_ALIVE_SECONDS)
                    except TimeoutError:
                        yield None
                        continue
                new, told = self.events[told:], len(self.events)
                ended = self.status is not None
            for event in new:
                yield event
            if ended:
                return


class Jobs:
    """Runs one job at a time and remembers the last one."""

    def __init__(self, *, on_end: Callable[[], None]) -> None:
        self._on_end = on_end
        self._task: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None
        self.last: Job | None = None

    def start(self, kind: str, arguments: Sequence[str], environment: Mapping[str, str]) -> Job:
        """Start a job. Raises `BuildInProgress` while another runs."""
        if self._task is not None and not self._task.done():
            raise BuildInProgress("A rebuild or evaluation is running already. Wait for its end.")
        self.last = Job(kind=kind, started_at=datetime.now(UTC).isoformat(timespec="seconds"))
        self._task = asyncio.create_task(self._run(self.last, arguments, environment))
        return self.last

    async def stop(self) -> None:
        """End a running job, for the shutdown: a build that is killed leaves the live generation untouched."""
        if self._process is not None and self._process.returncode is None:
            self._process.terminate()
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=10)

    async def _run(self, job: Job, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        status, said = 1, ""
        try:
            self._process = await asyncio.create_subprocess_exec(
                *arguments,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
                env=_environment(environment),
                limit=MOST_LINE_BYTES,
            )
            said, _ = await asyncio.gather(_last_words(self._process), _tell(self._process, job))
            status = await self._process.wait()
        except (OSError, ValueError) as error:
            said = f"The work could not go on ({type(error).__name__})."
        log.info("job ended", extra={"job": job.kind, "status": status})
        self._on_end()
        job.status = status
        await job.say({"event": "end", "status": status, "said": said})


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of a job: ours without our settings, which are passed on by name where the job needs them."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return ours | dict(given)


async def _tell(process: asyncio.subprocess.Process, job: Job) -> None:
    """Turn each line of standard output that is a JSON object into an event."""
    if process.stdout is None:
        return
    async for line in process.stdout:
        try:
            event = json.loads(line)
        except ValueError:
            continue
        if isinstance(event, dict):
            await job.say(event)


async def _last_words(process: asyncio.subprocess.Process) -> str:
    """Read standard error to its end; give the last of it."""
    said = ""
    if process.stderr is not None:
        while piece := await process.stderr.read(4_096):
            said = (said + piece.decode(errors="replace"))[-MOST_SAID:]
    return said.strip()

"""What a running application holds, in one object that routes get by dependency; nothing is global."""

from __future__ import annotations

from dataclasses import dataclass

from anyio import CapacityLimiter

from service.feedback import FeedbackStore
from service.jobs import Jobs
from service.keys import KeyRecord
from service.live import LiveIndex, Watcher
from service.metrics import Metrics
from service.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The parts of a running application."""

    settings: Settings
    keys: tuple[KeyRecord, ...]
    live: LiveIndex
    watcher: Watcher
    metrics: Metrics
    feedback: FeedbackStore
    jobs: Jobs
    answering: CapacityLimiter

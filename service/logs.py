"""Logging, configured once, by the service: one JSON object a line, without a word of any question or document."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from traceback import extract_tb

from service.settings import Settings

ORDINARY = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}
"""What every record has anyway; anything else was given as `extra`."""


class JsonLines(logging.Formatter):
    """A record as one line of JSON: time (UTC, ISO 8601), level, logger, message and what was given as `extra`.

    Of an exception, its kind and where it happened: its words may repeat a question or a passage.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        extra = {name: value for name, value in record.__dict__.items() if name not in ORDINARY}
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **extra,
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["frames"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(record.exc_info[2])]
        return json.dumps(line, ensure_ascii=False, default=str)


def configure_logging(settings: Settings) -> None:
    """Send all logs to standard error, as JSON lines or plain."""
    handler = logging.StreamHandler()
    plain = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(JsonLines() if settings.log_json else plain)
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    logging.getLogger("uvicorn.access").disabled = True  # it writes whole addresses; `service.requests` does not

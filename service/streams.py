"""Server-sent events (WHATWG HTML, section 9.2), in a way that a proxy does not break."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.responses import StreamingResponse

KEEP_ALIVE = b": still here\n\n"
"""A comment, which clients skip: it keeps a proxy from closing a silent stream."""

HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}  # the second is for nginx, which would hold the stream back


def documented(description: str, *names: str) -> dict[str, Any]:
    """Give what OpenAPI says of a stream: the schema is that of each event, whose data is a JSON object."""
    data = {"type": "string", "contentMediaType": "application/json"}
    properties = {"event": {"type": "string", "enum": list(names)}, "data": data}
    schema = {"type": "object", "properties": properties, "required": ["event", "data"]}
    return {"description": description, "content": {"text/event-stream": {"schema": schema}}}


def event(name: str, data: Any) -> bytes:
    """Give one event with its data as JSON, which never holds a line break."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    """Give the answer that streams these events."""
    return StreamingResponse(events, media_type="text/event-stream", headers=HEADERS)

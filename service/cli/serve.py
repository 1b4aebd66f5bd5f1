"""`kildesvar serve`: answers over HTTP, with the web pages and the widget."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from service.cli.options import add_index, add_reranker, given_settings

if TYPE_CHECKING:
    from service.settings import Settings


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("serve", help="answer over HTTP, with the web pages and the widget")
    add_index(command)
    command.add_argument("--host", default=None, help="address to listen on (default: $KILDESVAR_HOST, else 127.0.0.1)")
    add_reranker(command)
    command.add_argument("--port", type=int, default=None, help="port to listen on (default: $KILDESVAR_PORT, else 8080)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped; requests that run get some seconds to end."""
    import uvicorn

    from service.app import create_app
    from service.listening import listen
    from service.logs import configure_logging
    from service.settings import load_settings

    settings = load_settings(**given_settings(arguments))
    app = create_app(settings)
    socket = listen(settings.host, settings.port)
    configure_logging(settings)
    _greet(settings, socket.getsockname()[1])
    config = uvicorn.Config(
        app,
        log_config=None,
        proxy_headers=False,  # whom to believe is decided in one place, `service.access`
        server_header=False,
        access_log=False,
        timeout_graceful_shutdown=int(settings.drain_seconds),
        timeout_keep_alive=30,
        h11_max_incomplete_event_size=64 * 1024,
    )
    with socket:
        server = uvicorn.Server(config)
        server.run(sockets=[socket])
    return 0 if server.started else 1


def _greet(settings: Settings, port: int) -> None:
    if settings.is_open:
        print("No access is set up: only this machine itself may ask.", file=sys.stderr)
    print(f"Kildesvar answers on http://{settings.host}:{port} (stop with Ctrl-C)", file=sys.stderr, flush=True)

"""`kildesvar mcp`: offers ask, search and read-page to assistants over standard input and output."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from service.cli.options import add_index

WRONG_USAGE = 2


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("mcp", help="offer ask, search and read-page to assistants (Model Context Protocol)")
    add_index(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until standard input ends."""
    from service.live import LiveIndex
    from service.logs import configure_logging
    from service.opening import opener_of
    from service.settings import load_settings

    try:
        from service.mcp_server import access_of, make_server
    except ModuleNotFoundError:
        print("The MCP server needs its extra. Install it with: pip install 'kildesvar[mcp]'", file=sys.stderr)
        return WRONG_USAGE
    settings = load_settings(index=arguments.index)
    configure_logging(settings)
    live = LiveIndex(settings.index, opener_of(settings))
    live.refresh()
    try:
        make_server(live, access_of(settings)).run("stdio")
    finally:
        live.close()
    return 0

"""`kildesvar settings`: lists every setting, its default, bound and meaning, as Markdown."""

from __future__ import annotations

import argparse
from typing import Any


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("settings", help="list every setting, its default and its bound")
    command.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Print the page."""
    from service.settings_page import page

    print(page())
    return 0

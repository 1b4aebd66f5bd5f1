"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

DEFAULT_INDEX = "kildesvar-index"


def add_index(command: argparse.ArgumentParser) -> None:
    """Add `--index DIR`; without it the environment's `KILDESVAR_INDEX` counts, else `./kildesvar-index`."""
    command.add_argument(
        "--index",
        type=Path,
        default=default_index(),
        metavar="DIR",
        help="the folder of the index (default: $KILDESVAR_INDEX, else ./kildesvar-index)",
    )


def default_index() -> Path:
    """Give the folder of the index when none is named."""
    return Path(os.environ.get("KILDESVAR_INDEX") or DEFAULT_INDEX)


def add_json(command: argparse.ArgumentParser) -> None:
    """Add `--json`: one JSON object on standard output and nothing else there."""
    command.add_argument("--json", action="store_true", help="print one JSON object on standard output and nothing else")


def add_reranker(command: argparse.ArgumentParser) -> None:
    """Add `--reranker NAME`; without it the setting `KILDESVAR_RERANKER` counts."""
    command.add_argument(
        "--reranker",
        metavar="NAME|PATH",
        help="cross-encoder that reads the first passages again (default: $KILDESVAR_RERANKER, else none)",
    )


def given_settings(arguments: argparse.Namespace) -> dict[str, Any]:
    """Give the settings named on the command line, which win over the environment."""
    named = {name: getattr(arguments, name, None) for name in ("index", "host", "port", "reranker")}
    return {name: value for name, value in named.items() if value is not None}

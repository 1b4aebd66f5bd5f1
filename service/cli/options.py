"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

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

"""`kildesvar versions` and `kildesvar rollback`: the generations of an index, and the way back to an earlier one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from service.cli.options import add_index, add_json

if TYPE_CHECKING:
    from index.records import GenerationSummary


def register(subparsers: Any) -> None:
    """Add both commands."""
    listing = subparsers.add_parser("versions", help="list the generations of the index")
    listing.add_argument("--check", action="store_true", help="read every byte and compare it with its checksum")
    back = subparsers.add_parser("rollback", help="make an earlier generation live again")
    back.add_argument("generation", nargs="?", metavar="GENERATION", help="which one (default: the one before the live one)")
    for command, run in ((listing, run_versions), (back, run_rollback)):
        add_index(command)
        add_json(command)
        command.set_defaults(run=run)


def run_versions(arguments: argparse.Namespace) -> int:
    """List the generations, newest first; with `--check`, exit status 3 when one is damaged."""
    from index.generations import versions

    found = versions(arguments.index)
    faults = _faults(arguments, found) if arguments.check else {}
    if arguments.json:
        objects = [as_object(summary) | ({"fault": faults.get(summary.id)} if arguments.check else {}) for summary in found]
        print(json.dumps({"generations": objects}, ensure_ascii=False))
    else:
        for summary in found:
            print(_line(summary) + (f"\n  {faults[summary.id]}" if summary.id in faults else ""))
    return 3 if faults else 0


def run_rollback(arguments: argparse.Namespace) -> int:
    """Go back and say to what."""
    from index.generations import roll_back

    summary = roll_back(arguments.index, arguments.generation)
    print(json.dumps(as_object(summary), ensure_ascii=False) if arguments.json else _line(summary))
    return 0


def as_object(summary: GenerationSummary) -> dict[str, Any]:
    """A generation as one JSON object."""
    return {
        "id": summary.id,
        "built_at": summary.built_at,
        "live": summary.live,
        "documents": summary.document_count,
        "passages": summary.passage_count,
        "facts": summary.fact_count,
        "newest_date": summary.newest_date.isoformat() if summary.newest_date else None,
        "unreadable": list(summary.unreadable),
        "model": summary.model,
        "format_version": summary.format_version,
    }


def _line(summary: GenerationSummary) -> str:
    counts = f"{summary.document_count} documents, {summary.passage_count} passages, {summary.fact_count} facts"
    return f"{'*' if summary.live else ' '} {summary.id}  built {summary.built_at}  {counts}, model {summary.model}"


def _faults(arguments: argparse.Namespace, summaries: list[GenerationSummary]) -> dict[str, str]:
    from index.errors import KildesvarIndexError
    from index.generations import checked

    faults = {}
    for summary in summaries:
        try:
            checked(arguments.index, summary.id, whole=True)
        except KildesvarIndexError as error:
            faults[summary.id] = str(error)
    return faults

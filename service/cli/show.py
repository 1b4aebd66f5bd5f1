"""`kildesvar show`: what ingestion makes of one file – documents, meetings, passages, facts, repairs, warnings."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from service.cli.options import add_json

if TYPE_CHECKING:
    from ingest.records import Ingested


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("show", help="show what ingestion makes of a file")
    command.add_argument("file", type=Path, metavar="FILE", help="the file to read; nothing is stored")
    command.add_argument("--page", type=_page, metavar="N", help="only what stands on this page")
    add_json(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the file in a bounded process and print. An unreadable file is exit status 1, one read in part 3."""
    from ingest.errors import SourceNotFound
    from ingest.pipeline.run import ingest
    from ingest.records import FileStatus
    from service.cli.show_text import as_text

    if not arguments.file.is_file():
        raise SourceNotFound(arguments.file)
    (ingested,) = ingest([arguments.file], workers=1)
    shown = as_object(ingested, arguments.page)
    print(json.dumps(shown, ensure_ascii=False) if arguments.json else as_text(shown))
    if ingested.report.status is FileStatus.PARTLY:
        return 3
    return 0 if ingested.report.status is FileStatus.READ else 1


def as_object(ingested: Ingested, page: int | None = None) -> dict[str, Any]:
    """The JSON object of the command; with a page, only items, passages, facts and repairs of that page."""
    from dataclasses import asdict

    report = ingested.report
    passages = [passage for passage in ingested.passages if page is None or _on(page, passage.page_first, passage.page_last)]
    items = [item for item in ingested.items if page is None or _on(page, item.page_first, item.page_last)]
    ids = {passage.id for passage in passages}
    repairs = [repair for repair in report.repairs if page is None or repair.page_number == page]
    shown = {
        "file": report.path,
        "status": report.status,
        "reason": report.reason,
        "pages": report.page_count,
        "masked": report.masked_count,
        "documents": [asdict(document) for document in ingested.documents],
        "meetings": [
            {**asdict(meeting), "items": [asdict(item) for item in items if item.meeting_id == meeting.id]}
            for meeting in ingested.meetings
        ],
        "passages": [{**asdict(passage), "item": passage.item_number} for passage in passages],
        "facts": [asdict(fact) for fact in ingested.facts if fact.passage_id in ids],
        "repairs": [asdict(repair) for repair in repairs],
        "warnings": list(report.warnings),
    }
    plain: dict[str, Any] = json.loads(json.dumps(shown, ensure_ascii=False, default=str))  # dates as ISO 8601
    return plain


def _on(page: int, first: int | None, last: int | None) -> bool:
    return first is not None and first <= page <= (last or first)


def _page(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a page number from 1, not {text!r}")
    return int(text)

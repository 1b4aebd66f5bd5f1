"""`kildesvar ask`: one question, one short answer with its sources."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from service.cli.options import add_index, add_json, add_reranker, given_settings

if TYPE_CHECKING:
    from service.records import Answer, Source


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("ask", help="ask a question and get a short answer with its sources")
    command.add_argument("question", metavar="QUESTION", help="the question, in Danish or English")
    command.add_argument(
        "--context",
        action="append",
        default=[],
        metavar="EARLIER_QUESTION",
        help="an earlier question of the same conversation; several: oldest first",
    )
    add_index(command)
    add_reranker(command)
    add_json(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Answer and print; an honest refusal is an answer too, so the exit status is 0."""
    from service.answering.results import result_of
    from service.assistant import Assistant
    from service.opening import open_searched
    from service.records import Question
    from service.settings import load_settings

    settings = load_settings(**given_settings(arguments))
    index = open_searched(settings)
    try:
        answer = Assistant(index, settings).ask(Question(text=arguments.question, context=tuple(arguments.context)))
    finally:
        index.close()
    print(json.dumps(result_of(answer), ensure_ascii=False) if arguments.json else as_text(answer))
    return 0


def as_text(answer: Answer) -> str:
    """The answer as lines for a terminal: what was understood if it was rewritten, the answer, conflicts, sources."""
    lines = [answer.text]
    if answer.understood_as != answer.question:
        lines.insert(0, f"({answer.understood_as})")
    lines += [f"! {conflict.text}" for conflict in answer.conflicts]
    lines += [f"[{number}] {_place(source)}" for number, source in enumerate(answer.sources, start=1)]
    return "\n".join(lines)


def _place(source: Source) -> str:
    """Where a source stands: document, page, item, section."""
    page = f"p. {source.page}" if source.page else ""
    item = f"pkt. {source.item}" if source.item else ""
    return ", ".join(part for part in (source.document, page, item, source.section or "") if part)

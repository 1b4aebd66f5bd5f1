"""`kildesvar search`: the passages nearest to a query, without an answer."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from service.cli.options import add_index, add_json, add_reranker, given_settings

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from index.records import ScoredPassage

SHOWN = 300


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("search", help="list the passages nearest to a query")
    command.add_argument("query", metavar="QUERY", help="words to look for, in Danish or English")
    command.add_argument("-k", type=_positive, default=10, metavar="K", help="how many passages (default 10)")
    add_index(command)
    add_reranker(command)
    add_json(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Search and print, best first. Nothing found is exit status 1."""
    from index.records import Query
    from service.opening import open_searched
    from service.settings import load_settings

    index = open_searched(load_settings(**given_settings(arguments)))
    try:
        found = index.retriever.search(Query(text=arguments.query, k=arguments.k))
        results = [as_object(scored, index) for scored in found]
    finally:
        index.close()
    if arguments.json:
        print(json.dumps({"query": arguments.query, "results": results}, ensure_ascii=False))
    else:
        print("\n\n".join(_as_text(result) for result in results) or "Nothing found.")
    return 0 if results else 1


def as_object(scored: ScoredPassage, index: OpenIndex) -> dict[str, Any]:
    """One found passage with the place it stands in."""
    passage = scored.passage
    document = index.store.document(passage.document_id)
    return {
        "rank": scored.rank,
        "score": round(scored.score, 6),
        "document": document.path.rsplit("/", 1)[-1],
        "title": document.title,
        "date": passage.date.isoformat() if passage.date else None,
        "item": passage.item_number,
        "section": str(passage.section) if passage.section else None,
        "page": passage.page_first,
        "passage_id": passage.id,
        "passage": passage.text,
        "parts": {name: round(value, 6) for name, value in scored.parts.items()},
        "duplicates": list(scored.duplicate_ids),
    }


def _as_text(result: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (result["title"], result["date"], f"page {result['page']}" if result["page"] else "")))
    text = " ".join(result["passage"].split())
    return f"{result['rank']}. {place} ({result['document']})\n   {text[:SHOWN]}{'…' if len(text) > SHOWN else ''}"


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 10000")
    return int(text)

"""Ask, search and read a page for assistants, over the Model Context Protocol and the same access rules as HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mcp.server.mcpserver import MCPServer

from index.records import Filters, Query
from ingest.records import Access
from service.access import Claim, Role, caller_of
from service.answering.results import result_of
from service.errors import NotFound
from service.keys import read_keys
from service.live import LiveIndex, Serving
from service.records import Question
from service.schemas.question import MAX_CONTEXT_QUESTIONS, MAX_K, MAX_QUESTION_CHARACTERS
from service.settings import Settings

INSTRUCTIONS = """Answers questions about minutes, agendas and agreements of Danish regions and municipalities.
Every answer quotes its source; `abstained` means that the documents do not say, so say so too and do not guess."""


def access_of(settings: Settings) -> frozenset[Access]:
    """Give what the assistant may see: as the key of the settings allows, or as a local caller where no access is set up.

    Raises `NotSignedIn` where access is set up and the key is missing or not valid.
    """
    key = settings.mcp_key.get_secret_value()
    headers = {"authorization": f"Bearer {key}"} if key else {}
    claim = Claim(address="127.0.0.1", host="localhost", headers=headers, cookies={})
    caller = caller_of(claim, settings, read_keys(settings.keys_file) if settings.keys_file else ())
    caller.require(Role.READER)
    return caller.access


class Tools:
    """The tools; each looks for a new generation first and works over the one that is live then."""

    def __init__(self, live: LiveIndex, access: frozenset[Access]) -> None:
        self._live = live
        self._access = access

    def ask(self, question: str, context: list[str] | None = None) -> dict[str, Any]:
        """Answer a question in Danish or English from the documents, with the exact source, or refuse (`abstained`).

        `context` holds the earlier questions of the conversation, oldest first.
        """
        earlier = tuple(_short(each) for each in (context or [])[-MAX_CONTEXT_QUESTIONS:])
        with self._serving() as serving:
            asked = Question(text=_short(question), context=earlier, filters=Filters(access=self._access))
            return result_of(serving.assistant.ask(asked))

    def search(self, query: str, k: int = 10) -> dict[str, Any]:
        """Find the passages that fit a query best, best first, with the document and page each stands on."""
        with self._serving() as serving:
            bounds = Filters(access=self._access)
            found = serving.index.retriever.search(Query(text=_short(query), k=max(1, min(k, MAX_K)), filters=bounds))
            return {"passages": [_passage(serving, each.passage.id, self._access) for each in found]}

    def read_page(self, document_id: str, page: int | None = None) -> dict[str, Any]:
        """Read the text of a page of a document (1-based), or all of a document that has no pages."""
        with self._serving() as serving:
            store = serving.index.store
            try:
                document = store.document(document_id, self._access)
            except KeyError:
                raise NotFound("document", document_id) from None
            here = [
                each
                for each in store.passages_of_document(document_id, self._access)
                if page is None
                or (each.page_first is not None and each.page_first <= page <= (each.page_last or each.page_first))
            ]
            return {
                "title": document.title,
                "document": document.path,
                "page": page,
                "text": "\n\n".join(each.text for each in here),
            }

    @contextmanager
    def _serving(self) -> Iterator[Serving]:
        self._live.refresh()
        with self._live.lease() as serving:
            yield serving


def make_server(live: LiveIndex, access: frozenset[Access]) -> MCPServer[Any]:
    """Give the server with its three tools."""
    server: MCPServer[Any] = MCPServer("kildesvar", instructions=INSTRUCTIONS, log_level="WARNING")
    tools = Tools(live, access)
    for tool in (tools.ask, tools.search, tools.read_page):
        server.add_tool(tool, name=tool.__name__, description=tool.__doc__)
    return server


def _passage(serving: Serving, passage_id: str, access: frozenset[Access]) -> dict[str, Any]:
    passage = serving.index.store.passage(passage_id, access)
    document = serving.index.store.document(passage.document_id, access)
    return {
        "document_id": document.id,
        "document": document.path,
        "title": document.title,
        "date": passage.date.isoformat() if passage.date else None,
        "page": passage.page_first,
        "item": passage.item_number,
        "section": str(passage.section) if passage.section else None,
        "text": passage.text,
    }


def _short(text: str) -> str:
    return text[:MAX_QUESTION_CHARACTERS]

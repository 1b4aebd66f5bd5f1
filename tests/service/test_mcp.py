"""The tools for assistants: the same answers under the same access rules."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from ingest.records import Access
from service.errors import NotFound, NotSignedIn
from service.live import LiveIndex
from service.mcp_server import Tools, access_of, make_server
from service.opening import opener_of
from service.settings import Settings

SECRET = "Zebrafinken"


@pytest.fixture
def tools(settings: Settings) -> Tools:
    """The tools of somebody who may read."""
    return Tools(LiveIndex(settings.index, opener_of(settings)), access_of(settings))


def test_the_server_offers_three_tools(settings: Settings) -> None:
    """Each with a description, so that an assistant knows when to use it."""
    server = make_server(LiveIndex(settings.index, opener_of(settings)), access_of(settings))
    with ThreadPoolExecutor(1) as thread:  # a browser test before may have left its own event loop in this one
        offered = thread.submit(asyncio.run, server.list_tools()).result()
    assert [tool.name for tool in offered] == ["ask", "search", "read_page"]
    assert all(tool.description for tool in offered)


def test_ask_gives_the_answer_with_its_source(tools: Tools) -> None:
    """The same object as `kildesvar ask --json`."""
    answer = tools.ask("Hvem driver akutsygeplejen i Samsø?")
    assert answer["sources"][0]["document"] == "slides_opgaver_2026-05-20.pdf"


def test_search_leads_to_a_page_that_can_be_read(tools: Tools) -> None:
    """Document id and page are all it takes."""
    found = tools.search("mole af egetræ", k=1)["passages"][0]
    page = tools.read_page(found["document_id"], found["page"])
    assert "egetræ" in page["text"]
    with pytest.raises(NotFound):
        tools.read_page("none")


def test_closed_items_stay_closed(tools: Tools, settings: Settings, keys: Any) -> None:
    """Without the role they are neither found nor read; with a key that has it they are."""
    assert SECRET not in str(tools.search(SECRET, k=50))
    keyed = settings.model_copy(update={"keys_file": keys.file})
    with pytest.raises(NotSignedIn):
        access_of(keyed)
    from pydantic import SecretStr

    closed = access_of(keyed.model_copy(update={"mcp_key": SecretStr(keys.closed)}))
    assert Access.CLOSED in closed
    assert SECRET in str(Tools(LiveIndex(settings.index, opener_of(settings)), closed).search(SECRET))

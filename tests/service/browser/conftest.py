"""Debian's Chromium over a real server: every test gets a fresh page and fails on any error in its console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Open a page of the service (or another address); `silent=False` lets the console complain, as a broken network must."""
    contexts = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def opened(path: str = "/", *, base: str = address, silent: bool = True, **options: Any) -> Page:
        context = browser.new_context(locale="da-DK", **({"viewport": {"width": 1280, "height": 900}} | options))
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if silent:
            page.on("console", note)
        page.goto(base + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Look a page over with axe-core; give each violation as a line."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

    def violations(page: Page) -> list[str]:
        page.evaluate(script)  # through the debugger, as the pages' own policy lets no foreign script in
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]

    return violations


def ask(page: Page, question: str) -> Locator:
    """Ask in the widget by keyboard; give the turn once its answer is whole."""
    turns = page.locator("kilde-svar .turn")
    before = turns.count()
    page.locator("kilde-svar textarea#question").fill(question)
    page.keyboard.press("Enter")
    turn = turns.nth(before)
    turn.locator(".tools").wait_for()
    return turn


@pytest.fixture
def asking() -> Callable[[Page, str], Locator]:
    """Ask in the widget by keyboard; give the turn once its answer is whole."""
    return ask


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for pictures of what went by."""
    return tmp_path_factory.mktemp("pictures")

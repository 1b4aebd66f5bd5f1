"""WCAG 2.1 AA by axe-core in every state, light and dark; narrow screens and large text; what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Open = Callable[..., Page]
Ask = Callable[[Page, str], Locator]


def _begun(page: Page, asking: Ask) -> None:
    page.locator("kilde-svar .suggestion").first.wait_for()


def _answered(page: Page, asking: Ask) -> None:
    asking(page, "Hvem driver akutsygeplejen i Samsø?")
    asking(page, "Hvad med Odder?")


def _refused(page: Page, asking: Ask) -> None:
    asking(page, "Hvem ejer Eiffeltårnet i Paris?")


def _complaining(page: Page, asking: Ask) -> None:
    asking(page, "Hvad koster en ny mole?").get_by_role("button", name="Det hjalp ikke").click()


def _filtering(page: Page, asking: Ask) -> None:
    page.get_by_role("button", name="Afgræns").click()
    page.locator("kilde-svar .filters").get_by_label("Notat").check()
    page.locator("kilde-svar .chip").wait_for()


def _offline(page: Page, asking: Ask) -> None:
    page.locator("kilde-svar .suggestion").first.wait_for()
    page.context.set_offline(True)
    page.locator("kilde-svar textarea#question").fill("Hvem?")
    page.keyboard.press("Enter")
    page.locator("kilde-svar .trouble").wait_for()


def _source(page: Page, asking: Ask) -> None:
    asking(page, "Hvad blev besluttet om molen?").locator(".open").first.click()
    page.locator(".sheet img").wait_for()


def _text_source(page: Page, asking: Ask) -> None:
    asking(page, "Hvornår sejler færgen til Samsø?").locator(".open").first.click()
    page.locator("#cited").wait_for()


def _loaded(page: Page, asking: Ask) -> None:
    page.wait_for_load_state("networkidle")


def _meeting(page: Page, asking: Ask) -> None:
    page.locator(".meeting a").first.click()
    page.locator(".item").first.wait_for()


STATES: dict[str, tuple[str, Callable[[Page, Ask], None]]] = {
    "beginning": ("/", _begun),
    "answers": ("/", _answered),
    "refusal": ("/", _refused),
    "complaint": ("/", _complaining),
    "filters": ("/", _filtering),
    "offline": ("/", _offline),
    "source page": ("/", _source),
    "source text": ("/", _text_source),
    "search": ("/search?q=mole", _loaded),
    "nothing found": ("/search?q=xyzzyx&kinds=lov", _loaded),
    "meetings": ("/meetings", _loaded),
    "meeting": ("/meetings", _meeting),
    "decisions": ("/meetings?view=decisions", _loaded),
    "municipalities": ("/municipalities", _loaded),
    "municipality": ("/municipalities/Samsø", _loaded),
    "administration": ("/admin", _loaded),
    "not found": ("/documents/none", _loaded),
}


WIDTHS = ((320, 640), (640, 480), (1600, 1000))
"""CSS pixels: 320 is a narrow phone and also 1280 at 400 %; 640 is 1280 at 200 %."""


@pytest.mark.parametrize("state", STATES)
def test_a_state_has_no_violation_in_light_or_dark_and_fits_every_width(
    open_page: Open, asking: Ask, axe: Callable[[Page], list[str]], state: str
) -> None:
    """WCAG 2.1 AA by axe-core, and reflow (1.4.10): nothing scrolls sideways. Tables may, in a frame of their own."""
    path, reach = STATES[state]
    page = open_page(path, silent=state not in ("offline", "not found"), reduced_motion="reduce")
    reach(page, asking)
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_text_at_200_percent_is_not_cut_off(open_page: Open, asking: Ask) -> None:
    """WCAG 1.4.4, where the reader enlarges the text alone."""
    page = open_page(viewport={"width": 900, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    asking(page, "Hvem driver akutsygeplejen i Samsø?")
    assert page.evaluate("document.documentElement.scrollWidth") <= 900
    cut = page.evaluate(
        """() => [...document.querySelector("kilde-svar").shadowRoot.querySelectorAll("p, button, h2, h4, a")]
            .filter((e) => !e.classList.contains("aside") && e.offsetParent && getComputedStyle(e).overflow === "hidden")
            .filter((e) => e.scrollWidth > e.clientWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert cut == []


def test_a_screen_reader_hears_the_answer_once_and_whole(open_page: Open, asking: Ask) -> None:
    """The streamed pieces are not read out one by one: they stand outside the live region."""
    page = open_page()
    asking(page, "Hvad koster en ny mole?")
    live = page.locator("kilde-svar [aria-live=polite]")
    expect(live).to_contain_text("4,2 millioner")
    assert page.locator("kilde-svar .log").get_attribute("aria-live") is None
    expect(page.locator("kilde-svar .log")).to_have_attribute("aria-busy", "false")


def test_an_empty_index_is_said_with_the_way_to_fill_it(
    open_page: Open, served: Any, tmp_path: Any, axe: Callable[[Page], list[str]]
) -> None:
    """And the widget is still without a violation."""
    page = open_page("/", base=served({"KILDESVAR_INDEX": str(tmp_path / "none")}), silent=False)
    expect(page.locator("kilde-svar .begin")).to_contain_text("Der er ingen dokumenter at svare ud fra endnu.")
    assert axe(page) == []


def test_who_needs_a_key_is_asked_for_it(
    open_page: Open, served: Any, keys: Any, axe: Callable[[Page], list[str]], asking: Ask
) -> None:
    """And may ask once it is given."""
    page = open_page("/", base=served({"KILDESVAR_KEYS_FILE": str(keys.file)}), silent=False)
    field = page.get_by_label("Adgangsnøgle")
    field.wait_for()
    assert axe(page) == []
    field.fill(keys.reader)
    page.keyboard.press("Enter")
    page.locator("kilde-svar .suggestion").first.wait_for()
    expect(asking(page, "Hvad koster en ny mole?").locator(".answer")).to_contain_text("4,2 millioner")

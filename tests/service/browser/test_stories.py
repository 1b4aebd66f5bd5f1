"""The main stories of those who use the service every day, in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

QUESTION = "Hvem driver akutsygeplejen i Samsø?"
Open = Callable[..., Page]
Ask = Callable[[Page, str], Locator]


def test_a_question_gets_an_answer_with_numbered_sources(open_page: Open, asking: Ask) -> None:
    """With place, page and date; and a screen reader is told."""
    page = open_page()
    turn = asking(page, QUESTION)
    expect(turn.locator(".answer")).to_contain_text("Samsø")
    first = turn.locator(".source").first
    expect(first.locator(".number")).to_have_text("1")
    expect(first.locator(".place")).to_contain_text("20. maj 2026")
    expect(first.locator(".place")).to_contain_text("side 1")
    expect(turn.locator(".said")).to_contain_text("20. maj 2026")
    expect(page.locator("kilde-svar [role=status]")).to_contain_text("Samsø")


def test_a_number_behind_the_quote_leads_to_the_source_that_says_it(open_page: Open, asking: Ask) -> None:
    """By keyboard too: the card of the source takes the focus."""
    turn = asking(open_page(), QUESTION)
    reference = turn.locator(".answer .reference").first
    expect(reference).to_have_accessible_name("Kilde 1")
    reference.focus()
    reference.press("Enter")
    expect(turn.locator(".source").first).to_be_focused()


def test_the_date_is_said_once_when_an_english_question_is_asked_on_the_danish_page(open_page: Open, asking: Ask) -> None:
    """The answer's own words give it in English; the page does not repeat it in Danish."""
    turn = asking(open_page(), "Who runs akutsygepleje on Samsø?")
    expect(turn.locator(".answer")).to_contain_text("As of 20 May 2026")
    expect(turn.locator(".said")).not_to_contain_text("Gælder pr.")


def test_an_answer_that_is_not_certain_says_so(open_page: Open, asking: Ask) -> None:
    """The caution comes with a low measured chance of being right, and only then."""
    page = open_page()
    expect(asking(page, QUESTION).locator(".unsure")).to_have_count(0)
    page.route("**/api/ask", _less_certain)
    expect(asking(page, QUESTION).locator(".unsure")).to_contain_text("læs kilden")


def _less_certain(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r'"confidence": ?[0-9.]+', '"confidence": 0.45', answer.text()))


def test_a_follow_up_says_how_it_was_understood_and_can_be_corrected(open_page: Open, asking: Ask) -> None:
    """The subject is kept; the other question stands ready to be changed."""
    page = open_page()
    asking(page, QUESTION)
    turn = asking(page, "Hvad med Odder?")
    expect(turn.locator(".understood")).to_contain_text("akutsygepleje")
    turn.get_by_role("button", name="Ret spørgsmålet").click()
    expect(page.locator("kilde-svar textarea#question")).to_have_value(turn.locator(".understood q").inner_text())
    expect(page.locator("kilde-svar textarea#question")).to_be_focused()


def test_the_source_opens_at_its_page_with_the_words_marked_and_the_way_back_keeps_the_conversation(
    open_page: Open, asking: Ask
) -> None:
    """The image says in words that something is marked; the text beside it shows the same place."""
    page = open_page()
    turn = asking(page, "Hvad blev besluttet om molen?")
    turn.locator(".open").first.click()
    image = page.locator(".sheet img")
    expect(image).to_have_attribute("alt", re.compile("Side 1 af .*, med den citerede passage markeret"))
    assert image.evaluate("async image => { await image.decode(); return image.naturalWidth }") > 500
    expect(page.locator("#cited")).to_contain_text("egetræ")
    page.get_by_role("button", name="Næste side").click()
    expect(page).to_have_url(re.compile("page=2"))
    page.go_back()
    expect(page.locator("kilde-svar .turn")).to_have_count(1)
    expect(page.locator("kilde-svar .answer")).to_contain_text("egetræ")


def test_a_document_without_pages_is_shown_as_text_with_the_passage_in_its_context(open_page: Open, asking: Ask) -> None:
    """And nothing in a web page from the corpus runs."""
    page = open_page()
    asking(page, "Hvornår sejler færgen til Samsø?").locator(".open").first.click()
    expect(page.locator("#cited")).to_contain_text("mellem klokken 6 og 22")
    expect(page.locator(".sheet")).to_have_count(0)
    assert "kapret" not in page.title()


def test_filters_show_counts_bound_the_answer_and_can_be_taken_off(open_page: Open, asking: Ask) -> None:
    """Chosen filters stand as chips beside the question."""
    page = open_page()
    page.get_by_role("button", name="Afgræns").click()
    box = page.locator("kilde-svar .filters").get_by_label("Notat")
    box.check()
    expect(page.locator("kilde-svar .filters label", has_text="Notat").locator(".count")).to_have_text("1")
    page.get_by_role("button", name="Luk").click()
    expect(page.get_by_role("button", name="Afgræns (1 valgt)")).to_be_focused()
    turn = asking(page, "Hvad blev besluttet om molen?")
    expect(turn).to_have_class("turn refusal")
    page.get_by_role("button", name="Fjern Notat").click()
    expect(page.locator("kilde-svar .chip")).to_have_count(0)


def test_a_refusal_says_so_and_offers_the_nearest_passages(open_page: Open, asking: Ask) -> None:
    """Not marked as evidence, for they are none."""
    page = open_page()
    turn = asking(page, "Hvem ejer Eiffeltårnet i Paris?")
    expect(turn.get_by_role("heading", name="Ikke fundet i dokumenterne")).to_be_visible()
    expect(turn.get_by_role("heading", name="Nærmeste steder")).to_be_visible()
    expect(turn.locator(".source.near").first).to_be_visible()


def test_feedback_with_a_reason_reaches_the_editor(open_page: Open, asking: Ask) -> None:
    """A thumb down asks what was wrong."""
    page = open_page()
    turn = asking(page, "Hvad koster en ny mole?")
    turn.get_by_role("button", name="Det hjalp ikke").click()
    turn.get_by_label("Noget mangler").check()
    turn.get_by_label("Bemærkning (valgfri)").fill("Hvem betaler?")
    turn.get_by_role("button", name="Send").click()
    expect(turn.get_by_text("Tak. Redaktøren læser det.")).to_be_visible()
    page.goto(page.url + "admin")
    expect(page.locator(".verdicts")).to_contain_text("»Hvem betaler?«")
    expect(page.locator(".verdicts")).to_contain_text("Noget mangler")


def test_suggestions_are_one_click_away(open_page: Open) -> None:
    """And each has an answer."""
    page = open_page()
    suggestion = page.locator("kilde-svar .suggestion").first
    words = suggestion.inner_text()
    suggestion.click()
    expect(page.locator("kilde-svar .asked")).to_contain_text(words)
    expect(page.locator("kilde-svar .turn")).not_to_have_class("turn refusal")


def test_the_answer_is_copied_with_its_source(open_page: Open, asking: Ask) -> None:
    """As plain text with title, place, quote and address."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    asking(page, "Hvad blev besluttet om molen?").get_by_role("button", name="Kopiér med kilde").click()
    expect(page.get_by_role("button", name="Kopieret")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[1] Referat" in copied
    assert "/documents/" in copied


def test_everything_is_reached_by_keyboard_alone(open_page: Open) -> None:
    """Ask, open the filters and close them with Escape, reach the source and open it."""
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Gå til indholdet")).to_be_focused()
    _tab_to(page, "textarea#question")
    page.keyboard.type("Hvad blev besluttet om molen?")
    page.keyboard.press("Enter")
    page.locator("kilde-svar .tools").wait_for()
    _tab_to(page, "button[aria-controls=filters]")
    page.keyboard.press("Enter")
    page.locator("kilde-svar .filters fieldset").first.wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("kilde-svar .filters")).to_be_hidden()
    _tab_to(page, ".open", backwards=True)
    page.keyboard.press("Enter")
    expect(page.locator(".source-head h1")).to_be_visible()


def test_a_lost_connection_is_said_and_the_question_can_be_sent_again(open_page: Open, asking: Ask) -> None:
    """Nothing typed is lost."""
    page = open_page(silent=False)
    page.locator("kilde-svar .suggestion").first.wait_for()
    page.context.set_offline(True)
    page.locator("kilde-svar textarea#question").fill("Hvad koster en ny mole?")
    page.keyboard.press("Enter")
    trouble = page.locator("kilde-svar .trouble")
    expect(trouble).to_contain_text("Ingen forbindelse")
    page.context.set_offline(False)
    trouble.get_by_role("button", name="Prøv igen").click()
    expect(page.locator("kilde-svar .turn").last.locator(".answer")).to_contain_text("4,2 millioner")


def test_the_language_follows_the_switch(open_page: Open, asking: Ask) -> None:
    """Pages and widget in English, the quotes as they are."""
    page = open_page()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Ask")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    turn = asking(page, "Who runs akutsygepleje in Samsø?")
    expect(turn.get_by_role("heading", name="Sources")).to_be_visible()


def test_search_marks_the_words_and_facets_narrow_it_down(open_page: Open) -> None:
    """The address keeps the search, so that it can be sent to a colleague."""
    page = open_page("/search?q=mole")
    expect(page.locator(".hits mark").first).to_have_text(re.compile("mole", re.IGNORECASE))
    page.get_by_label("Slides").check()
    expect(page.locator(".hits")).not_to_contain_text("mole af egetræ")
    assert "kinds=slides" in page.url


def test_a_meeting_shows_what_was_proposed_beside_what_was_decided(open_page: Open) -> None:
    """From the list of meetings to the item."""
    page = open_page("/meetings")
    page.locator(".meeting a").first.click()
    item = page.locator(".item").first
    expect(item.locator(".proposed")).to_contain_text("beton")
    expect(item.locator(".decided")).to_contain_text("egetræ")


def test_a_municipality_shows_who_runs_each_task(open_page: Open) -> None:
    """By the chooser, and from the matrix."""
    page = open_page("/municipalities")
    expect(page.locator(".matrix tbody tr")).to_have_count(3)
    page.get_by_label("Vælg kommune").select_option("Samsø")
    page.get_by_role("button", name="Vis").click()
    expect(page.locator("tbody tr").first).to_contain_text("Kommunen")


def test_two_lines_embed_the_widget_on_a_page_of_another_origin(
    open_page: Open, asking: Ask, intranet: str, address: str
) -> None:
    """Where the setting allows its origin."""
    page = open_page(f"/?{address}", base=intranet)
    turn = asking(page, QUESTION)
    expect(turn.locator(".answer")).to_contain_text("Samsø")
    assert turn.locator(".open").first.get_attribute("href").startswith(address)  # type: ignore[union-attr]


def test_a_rebuild_by_the_secretary_shows_its_progress_and_goes_live(
    open_page: Open, served: Any, index_directory: Path, corpus: Path, tmp_path: Path
) -> None:
    """Upload, rebuild, the new version in the list, and back again."""
    shutil.copytree(index_directory, tmp_path / "index")
    base = served(
        {"KILDESVAR_INDEX": str(tmp_path / "index"), "KILDESVAR_SOURCES": f'["{corpus}"]', "KILDESVAR_BUILD_WORKERS": "1"}
    )
    page = open_page("/admin", base=base)
    page.locator("#files").set_input_files(
        {"name": "opslag.txt", "mimeType": "text/plain", "buffer": b"Opslag\n\nHallen lukker 3. juli 2026."}
    )
    expect(page.get_by_text("opslag.txt er lagt ind")).to_be_visible()
    page.get_by_role("button", name="Genopbyg nu").click()
    expect(page.locator("#job")).to_contain_text("Den nye udgave er i brug.", timeout=60_000)
    expect(page.locator("#panel-versions ~ .scroll tbody tr")).to_have_count(2)
    expect(page.locator("#panel-report ~ .scroll")).to_contain_text("opslag.txt")
    page.get_by_role("button", name="Gå tilbage til").click()
    page.get_by_role("button", name="Ja, gå tilbage").click()
    expect(page.locator("#panel-versions ~ .scroll tbody tr").nth(1)).to_contain_text("I brug")


def _tab_to(page: Page, selector: str, *, backwards: bool = False) -> None:
    """Press Tab until what has the focus, in the page or in the widget, is what is looked for."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate(
            "s => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.matches(s)", selector
        ):
            return
    raise AssertionError(f"{selector} cannot be reached by keyboard")

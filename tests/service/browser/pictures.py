"""Takes the pictures of `docs/images` from a service over the demo index: `python tests/service/browser/pictures.py ADDRESS`."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[3] / "docs" / "images"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
MOST_BYTES = 200_000

Act = Callable[[Page], None]


def asking(*questions: str) -> Act:
    """Ask one question after another."""

    def act(page: Page) -> None:
        for number, question in enumerate(questions):
            page.locator("kilde-svar textarea#question").fill(question)
            page.keyboard.press("Enter")
            page.locator("kilde-svar .turn").nth(number).locator(".tools").wait_for()
        page.locator("kilde-svar .suggestion").first.wait_for()

    return act


def clicking(selector: str) -> Act:
    """Click the first that fits."""
    return lambda page: page.locator(selector).first.click()


def filtering(page: Page) -> None:
    """Open the filters and choose one."""
    page.get_by_role("button", name="Afgræns").click()
    page.locator("kilde-svar .filters").get_by_label("Referat").check()


def losing_the_network(page: Page) -> None:
    """Ask without a connection."""
    page.locator("kilde-svar .suggestion").first.wait_for()
    page.context.set_offline(True)
    page.locator("kilde-svar textarea#question").fill("Hvem driver akutsygeplejen i Læsø?")
    page.keyboard.press("Enter")
    page.locator("kilde-svar .trouble").wait_for()


def complaining(page: Page) -> None:
    """Say that an answer did not help."""
    asking("Hvem driver akutsygeplejen i Læsø?")(page)
    page.get_by_role("button", name="Det hjalp ikke").click()


def rebuilding(page: Page) -> None:
    """Rebuild and wait until the new version is in use."""
    page.get_by_role("button", name="Genopbyg nu").click()
    page.locator("#job .good, #job .bad").first.wait_for(timeout=120_000)
    page.wait_for_timeout(2_500)
    page.evaluate("scrollTo(0, 0)")


WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 860}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
DARK = {"color_scheme": "dark"}
LAESOE = "Hvem driver akutsygeplejen i Læsø?"
ENGLISH = "who drives akutsygepleje in Læsø"

PICTURES: dict[str, tuple[str, dict[str, Any], list[Act]]] = {
    "widget": ("/", WIDE, [asking(LAESOE)]),
    "beginning": ("/", WIDE, []),
    "follow-up": ("/", WIDE | {"viewport": {"width": 1280, "height": 1300}}, [asking(LAESOE, "Hvad med Hjørring?")]),
    "english": ("/?lang=en", WIDE, [asking(ENGLISH)]),
    "phone": ("/", PHONE, [asking(LAESOE)]),
    "dark": ("/", WIDE | DARK, [asking(LAESOE)]),
    "refusal": ("/", WIDE, [asking("Hvem ejer Eiffeltårnet i Paris?")]),
    "filters": ("/", WIDE | {"viewport": {"width": 1280, "height": 1000}}, [filtering]),
    "complaint": ("/", WIDE, [complaining]),
    "offline": ("/", WIDE, [losing_the_network]),
    "source": (
        "/",
        WIDE,
        [asking("Hvad blev besluttet om forløbsprogram for borgere med hjertesvigt?"), clicking("kilde-svar .open")],
    ),
    "source-table": ("/", WIDE | {"viewport": {"width": 1280, "height": 1200}}, [asking(LAESOE), clicking("kilde-svar .open")]),
    "search": ("/search?q=akutsygepleje", WIDE, []),
    "meetings": ("/meetings", WIDE, []),
    "decisions": ("/meetings?view=decisions&words=akutsygepleje", WIDE, []),
    "municipality": ("/municipalities/Læsø", WIDE, []),
    "matrix": ("/municipalities", WIDE, []),
    "administration": ("/admin", WIDE | {"viewport": {"width": 1280, "height": 1500}}, [rebuilding]),
}


def take(browser: Browser, address: str, name: str) -> bytes:
    """Take one picture; give it as a PNG of 128 colours, which a page of text needs no more of."""
    path, options, acts = PICTURES[name]
    context = browser.new_context(locale="da-DK", reduced_motion="reduce", **options)
    page = context.new_page()
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    for act in acts:
        act(page)
    if name != "offline":
        page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
    picture = Image.open(io.BytesIO(page.screenshot()))
    context.close()
    file = io.BytesIO()
    picture.convert("RGB").quantize(128).save(file, format="PNG", optimize=True)
    return file.getvalue()


def main(address: str, names: list[str]) -> None:
    """Take all pictures, or those named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for name in names or PICTURES:
            content = take(browser, address, name)
            if len(content) > MOST_BYTES:
                raise ValueError(f"{name}: {len(content)} bytes are more than {MOST_BYTES}")
            (FOLDER / f"{name}.png").write_bytes(content)
            print(name, len(content))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])

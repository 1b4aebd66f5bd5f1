"""The report opens in a browser without a complaint, and fits a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from eval.demo.make import QUESTIONS
from service.cli.main import main


@pytest.mark.browser
def test_the_report_opens_without_a_complaint_and_asks_for_nothing(demo_index: Path, tmp_path: Path, browser: Browser) -> None:
    """No message on the console, no request but for the file itself, no sideways scrolling on a telephone."""
    questions, report = tmp_path / "few.jsonl", tmp_path / "report.html"
    questions.write_text("\n".join(QUESTIONS.read_text(encoding="utf-8").splitlines()[::6]), encoding="utf-8")
    for _ in range(2):  # two runs, so that there is a course
        assert main(["eval", str(questions), "--index", str(demo_index), "--report", str(report)]) == 0
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    wide = page.evaluate("document.documentElement.scrollWidth")
    plots = page.locator("svg").count()
    page.close()
    assert said == []
    assert asked == [report.as_uri()]
    assert wide <= 400
    assert plots >= 4

"""What was decided or changed comes before what was proposed or held till then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from index.build import build
from index.opened import open_index
from service.answering.extracts.answerer import ExtractAnswerer
from service.records import Question
from service.understanding.understand import understand

Ask = Callable[[str], str]

MINUTES = """Strandudvalget, Odder Kommune
Referat af møde onsdag den 11. marts 2026

12. Åbningstider på badebroen
Sagsfremstilling
Badebroen har siden januar 2024 haft livreddere 22 timer om ugen. Forvaltningen foreslår, at livredderne sættes ned til 14 timer.
Indstilling
Det indstilles, at tiden med livreddere sættes til 14 timer om ugen fra 1. maj 2026.
Beslutning
Tiden med livreddere blev sat til 18 timer. Ordningen begynder 1. august 2026.

13. Badekort
Sagsfremstilling
Klubben har søgt om 4.000 kr. til nye badekort. Der er undersøgt tre slags papir.
Beslutning
Udvalget bevilgede 3.500 kr. til badekort.
"""

SLIDES = """Styregruppemøde om badekort

Status
Der er solgt 380 badekort – målet for året er 600 badekort

Aftalt på mødet
Målet for badekort sænkes fra 600 til 480 badekort
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """What is quoted of one meeting's minutes and one set of slides, for any question."""
    base = tmp_path_factory.mktemp("decided")
    (base / "docs").mkdir()
    (base / "docs" / "strandudvalg_2026-03-11.txt").write_text(MINUTES, encoding="utf-8")
    (base / "docs" / "badekort_2026-06-02.txt").write_text(SLIDES, encoding="utf-8")
    build([base / "docs"], base / "index", workers=1)
    with closing(open_index(base / "index")) as index:
        answerer = ExtractAnswerer(index)

        def ask(question: str) -> str:
            draft = answerer.answer(understand(Question(text=question), index), index)
            return draft.text if draft is not None else ""

        yield ask


def test_what_is_to_be_is_told_by_the_decision_and_not_by_what_held_till_then(extract: Ask) -> None:
    """The account says more of the question; the decision sets another number, and neither old one is quoted."""
    text = extract("Hvor mange timer om ugen skal der være livreddere på badebroen?")
    assert "18 timer" in text
    assert "22 timer" not in text


def test_what_held_before_is_still_told_when_asked_for(extract: Ask) -> None:
    """A question in the past wants the account."""
    assert "22 timer" in extract("Hvor mange timer om ugen har der været livreddere på badebroen?")


def test_a_number_that_another_place_changes_gives_way_to_the_new_one(extract: Ask) -> None:
    """The goal of the status is lowered further down."""
    text = extract("Hvor mange badekort er målet for året?")
    assert "480" in text


def test_that_something_was_applied_for_is_no_yes_to_whether_it_came(extract: Ask) -> None:
    """What was told before the decision says all that the question says; it does not say what came of it."""
    assert not extract("Har klubben fået svar?").startswith("Ja")
    assert not extract("Får klubben 4.000 kr. til nye badekort?").startswith("Ja")

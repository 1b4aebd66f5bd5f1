"""Who asks for "the four municipalities" gets the place that names four."""

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

AGREEMENT = """Samarbejdsaftale om en fælles båd til kystredning

Aftalen er indgået mellem Samsø Kommune, Odder Kommune, Fanø Kommune og Ærø Kommune.

Formål
Båden til kystredning skal bruges i alle fire kommuner. Bag båden til kystredning i Odder står en gruppe af frivillige.

Økonomi
En part, der træder ud af båden til kystredning, hæfter for sin part til den 31. december 2027.
Betaling sker forud, den 10. februar og den 10. august.
"""


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """What is quoted of the agreement, for any question."""
    base = tmp_path_factory.mktemp("enumerated")
    (base / "docs").mkdir()
    (base / "docs" / "aftale_2026-01-15.txt").write_text(AGREEMENT, encoding="utf-8")
    build([base / "docs"], base / "index", workers=1)
    with closing(open_index(base / "index")) as index:
        answerer = ExtractAnswerer(index)

        def ask(question: str) -> str:
            draft = answerer.answer(understand(Question(text=question), index), index)
            return draft.text if draft is not None else ""

        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hvilke fire kommuner står bag båden til kystredning?", "Samsø Kommune, Odder Kommune, Fanø Kommune og Ærø Kommune"),
        ("Which four municipalities are behind the båd til kystredning?", "Samsø Kommune, Odder Kommune"),
        ("Hvilke to datoer skal parterne betale for båden til kystredning?", "den 10. februar og den 10. august"),
    ],
)
def test_the_place_that_names_as_many_comes_first(extract: Ask, question: str, told: str) -> None:
    """Other sentences say more of the question's words, and name one or none."""
    assert told in extract(question)

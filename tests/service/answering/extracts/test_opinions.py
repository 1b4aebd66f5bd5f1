"""Why somebody wanted something is what they held, and who decides a thing is not when it happens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings

MINUTES = """Referat
Teknik- og Havneudvalget, 4. marts 2025

1. Belægning på molen
Teknik- og Havneudvalget valgte grus. Rikke Dam fandt, at asfalt ville ødelægge udsigten fra fyret.

2. Badesøen
Søinspektøren afgør, hvornår badesøen åbner for klasserne. Undervisningen begynder i uge 35.
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIndex]:
    """An index of the minutes of a committee."""
    sources = tmp_path_factory.mktemp("opinions")
    (sources / "referat.txt").write_text(MINUTES, encoding="utf-8")
    directory = tmp_path_factory.mktemp("opinions-index")
    build([sources], directory, workers=1)
    with_index = open_index(directory)
    yield with_index
    with_index.close()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvorfor ville Rikke Dam ikke have asfalt på molen?", "udsigten fra fyret"),
        ("Hvem er det, der afgør, hvornår badesøen åbner?", "Søinspektøren"),
        ("Hvad valgte THU at lægge på molen?", "grus"),
    ],
)
def test_holder_decider_and_short_form_are_understood(index: OpenIndex, question: str, words: str) -> None:
    """No word says "because", the question has a clause of its own, and THU stands nowhere in the minutes."""
    answer = Assistant(index, Settings()).ask(Question(text=question))
    assert words in answer.text


def test_what_somebody_holds_of_another_matter_is_no_reason(index: OpenIndex) -> None:
    """Rikke Dam says nothing of the classes."""
    answer = Assistant(index, Settings()).ask(Question(text="Hvorfor ville Rikke Dam lukke biblioteket?"))
    assert answer.abstained

"""The thing asked about: named by the document, by a row of a table, by what takes effect, by an English phrase."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from service.answering.extracts.lexis import Lexis
from service.answering.extracts.terms import terms_of
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings

SCHOOL = """Referat fra Birkeskolen

Elevtal

Elevtallet er faldet fra 412 til 391 elever siden august. Klasserne bliver derfor lagt sammen.

Indsamling

Elever fra Birkeskolen har samlet 57 kasser flasker ind på stranden.

Regler

Havneaftalen trådte i kraft den 1. maj 2024. Regionsrådet har drøftet strandloven to gange.
"""

PRICES = """<html><head><title>Priser i havnen</title></head><body><h1>Priser i havnen</h1><table>
<tr><th>Ydelse</th><th>Pris 2025</th><th>Pris 2026</th></tr>
<tr><td>Vask af sejl</td><td>172 kr.</td><td>178 kr.</td></tr>
<tr><td>Leje af jolle</td><td>64 kr.</td><td>66 kr.</td></tr>
<tr><td>Kran pr. tur</td><td>29 kr.</td><td>31 kr.</td></tr></table></body></html>
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIndex]:
    """An index of the minutes of a school and the prices of a harbour."""
    sources = tmp_path_factory.mktemp("subjects")
    (sources / "referat_birkeskolen.txt").write_text(SCHOOL, encoding="utf-8")
    (sources / "priser.html").write_text(PRICES, encoding="utf-8")
    directory = tmp_path_factory.mktemp("subjects-index")
    build([sources], directory)
    with_index = open_index(directory)
    yield with_index
    with_index.close()


def _ask(index: OpenIndex, question: str) -> str:
    return Assistant(index, Settings()).ask(Question(text=question)).text


def test_a_sentence_that_repeats_the_name_of_its_document_does_not_beat_the_one_that_answers(index: OpenIndex) -> None:
    """The whole document is Birkeskolen's, so the sentence on the number of pupils answers, not the one on bottles."""
    assert "391" in _ask(index, "Hvor mange elever har Birkeskolen nu?")


def test_of_a_table_the_row_asked_about_is_quoted_alone(index: OpenIndex) -> None:
    """Hiring a dinghy costs 66 kr.; the crane's 31 kr. stand in another row."""
    text = _ask(index, "Hvad koster leje af jolle i 2026?")
    assert "66 kr." in text
    assert "31 kr." not in text


def test_the_day_on_which_something_else_took_effect_is_no_answer(index: OpenIndex) -> None:
    """The harbour agreement took effect in 2024; of the beach act the minutes only say that it was discussed."""
    assert "1. maj 2024" not in _ask(index, "Hvornår træder strandloven i kraft?")
    assert "1. maj 2024" in _ask(index, "Hvornår trådte havneaftalen i kraft?")


def test_every_word_of_an_english_phrase_is_met_by_its_danish_rendering(index: OpenIndex) -> None:
    """A "regional council" is "regionsråd": "council" is no word that the corpus lacks."""
    terms = {term.text: term for term in terms_of("What did the regional council discuss?", Lexis(index))}
    assert terms["council"].known


def test_an_english_word_without_a_rendering_is_opaque_and_weighs_little(index: OpenIndex) -> None:
    """That the corpus has no "gizmo" tells nothing of a Danish text; a Danish compound that it lacks tells."""
    terms = {term.text: term for term in terms_of("What is the gizmo for fyrvaerkeributikker?", Lexis(index))}
    assert terms["gizmo"].opaque
    assert not terms["fyrvaerkeributikker"].opaque
    assert terms["gizmo"].weight < terms["fyrvaerkeributikker"].weight


def test_a_word_of_any_subject_that_the_corpus_lacks_weighs_less_than_a_thing_it_lacks(index: OpenIndex) -> None:
    """No minutes need say "bagefter" to answer; that they nowhere have a "kajak" tells that they may not."""
    terms = {term.text: term for term in terms_of("Hvor landede flaskerne bagefter i kajakken?", Lexis(index))}
    assert terms["bagefter"].vague
    assert not terms["kajakken"].vague
    assert terms["bagefter"].weight == pytest.approx(0.3 * terms["kajakken"].weight)

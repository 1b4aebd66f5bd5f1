"""Whole answers from sentences, fields and lists."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from index.build import build
from index.opened import OpenIndex, open_index
from service.assistant import Assistant
from service.records import Language, Question
from service.settings import Settings


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Hvornår blev badesøen åbnet?", "4. juni 2021"),
        ("Hvem ejer badesøen?", "Havneselskabet"),
        ("Hvor langt er varslet for aftalen om livreddere?", "seks måneder"),
        ("Hvor ofte prøves vandet?", "hver 2. uge"),
        ("Hvorfor prøves vandet i badesøen hver 2. uge?", "gødning"),
        ("Hvad koster en sæson i løn til livreddere?", "412.500 kr."),
        ("Hvor stor en procentdel af budgettet for strande går til livreddere?", "38 pct."),
        ("Hvem har udarbejdet notatet om badesøen, og hvad er telefonnummeret?", "31 42 53 64"),
        ("When is the new bathing bridge (badebro) expected to be ready?", "foråret 2027"),
    ],
)
def test_the_quote_holds_the_words_that_answer(assistant: Assistant, question: str, words: str) -> None:
    """Dates, sums, shares, spells, rhythms, reasons, owners and telephone numbers are found in the sentence that says them."""
    assert words in assistant.ask(Question(text=question)).text


def test_a_list_asked_for_is_given_whole(assistant: Assistant) -> None:
    """All five rules come with the line that leads them in."""
    text = assistant.ask(Question(text="Hvilke fem faste baderegler er der?")).text
    assert all(rule in text for rule in ("alene", "vandet at kende", "børnene", "vinden", "grænser"))


def test_a_negated_sentence_answers_no(assistant: Assistant) -> None:
    """The sentence says that dogs have no access, so the answer begins with the denial."""
    assert assistant.ask(Question(text="Er der adgang for hunde på stranden?")).text.startswith("Nej")


def test_the_frame_speaks_the_language_of_the_question(assistant: Assistant) -> None:
    """The quote stays Danish; the word of denial is English, as asked."""
    answer = assistant.ask(Question(text="Is there access for dogs (hunde) on the beach (stranden)?"))
    assert answer.language is Language.ENGLISH
    assert answer.text.startswith("No")


def test_every_quote_stands_in_its_passage_and_every_passage_comes_once(assistant: Assistant) -> None:
    """Up to five sources, the primary first, none twice."""
    answer = assistant.ask(Question(text="Hvornår blev badesøen åbnet?"))
    assert all(source.quote in source.passage for source in answer.sources)
    assert len({source.passage_id for source in answer.sources}) == len(answer.sources) <= 5
    assert answer.sources[0].url.startswith("/documents/")


def test_the_stages_are_timed_and_add_up_to_less_than_the_whole(assistant: Assistant) -> None:
    """Understanding, structured answers, retrieval, extraction and choice are told apart."""
    answer = assistant.ask(Question(text="Hvem ejer badesøen?"))
    assert [name for name, _ in answer.stage_seconds] == ["understand", "structured", "retrieve", "extract", "choose"]
    assert sum(seconds for _, seconds in answer.stage_seconds) <= answer.seconds


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    """Ties have a rule, so two asks agree to the byte."""
    question = Question(text="Hvornår er den nye badebro klar?")
    first, second = assistant.ask(question), assistant.ask(question)
    assert (first.text, first.sources) == (second.text, second.sources)


def test_warming_changes_no_answer(index: OpenIndex) -> None:
    """It only reads ahead."""
    cold, warmed = Assistant(index, Settings()), Assistant(index, Settings())
    warmed.warm()
    question = Question(text="Hvem ejer badesøen?")
    assert warmed.ask(question).text == cold.ask(question).text


def test_a_sentence_that_only_draws_the_conclusion_is_quoted_with_its_reason(tmp_path: Path) -> None:
    """What begins with "therefore" says again what is asked; the reason is the sentence before it."""
    (tmp_path / "docs").mkdir()
    text = "Med tanke på, at masterne er rådne, anbefales nye. Rådet lægger derfor op til, at turene i 2026 bliver kortere."
    (tmp_path / "docs" / "notat_2026-02-01.txt").write_text(f"Notat om bådene\n\n{text}", encoding="utf-8")
    build([tmp_path / "docs"], tmp_path / "index", workers=1)
    with closing(open_index(tmp_path / "index")) as index:
        answer = Assistant(index, Settings(min_confidence=0.01)).ask(Question(text="Hvorfor bliver turene i 2026 kortere?"))
    assert "rådne" in answer.text

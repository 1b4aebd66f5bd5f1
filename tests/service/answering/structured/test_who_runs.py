"""Who runs which task where, read from a table that names nothing the code knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from index.opened import OpenIndex
from service.records import Draft

Ask = Callable[..., Draft]


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvem driver natsygeplejen i Nyborg Kommune?", "Regionen driver natsygepleje i Nyborg Kommune: fuld overtagelse"),
        ("Hvem driver natsygeplejen i Morsø?", "Kommunen driver fortsat natsygepleje i Morsø Kommune af praktiske hensyn"),
        ("hvem står for natsygepleje på Thisted", "Regionen driver natsygepleje i Thisted Kommune: fuld overtagelse"),
        ("Hvilken aftale er der om natsygepleje på Læsø?", "Kommunen driver natsygepleje i Læsø Kommune: lånt drift"),
        ("Hvem driver bassinerne i Rebild?", "Thy Sygehus driver varme- og træningsbassiner i Rebild Kommune: fællesdrift"),
        ("who drives natsygepleje in laesoe", "The municipality runs natsygepleje in Læsø Kommune: lånt drift"),
        ("Er det regionen eller kommunen, der driver natsygeplejen i Frederikshavn?", "Regionen driver natsygepleje"),
    ],
)
def test_the_answer_begins_with_who_runs_it_by_the_clause_that_holds(ask: Ask, question: str, beginning: str) -> None:
    """The clause naming the municipality goes before the others' and the general one; the legend says who runs a model."""
    assert ask(question).text.startswith(beginning)


def test_the_reason_in_a_clause_is_told_in_english_too(ask: Ask) -> None:
    """The words "af praktiske hensyn" become "for practical reasons"; the quote stays Danish."""
    text = ask("Who runs natsygepleje in Morsø?").text
    assert text.startswith("The municipality keeps running natsygepleje in Morsø Kommune, for practical reasons")
    assert "»For Morsø Kommune vil natsygeplejen fortsat drives af kommunen af praktiske hensyn.«" in text


def test_the_date_of_the_source_ends_the_answer(ask: Ask) -> None:
    """Danish and English each write the day their way."""
    assert ask("Hvem driver natsygeplejen i Nyborg?").text.endswith("Pr. 29. maj 2026.")
    assert ask("Who runs natsygepleje in Nyborg?").text.endswith("As of 29 May 2026.")
    assert ask("Who runs natsygepleje in Nyborg?").as_of == date(2026, 5, 29)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Skal Frederikshavn fortsat selv drive natsygeplejen?", "Nej"),
        ("Kommer Læsø selv til at drive natsygeplejen?", "Ja"),
        ("Overtager regionen natsygeplejen i Nyborg?", "Ja"),
        ("Er der fuld overtagelse af natsygeplejen på Læsø?", "Nej"),
        ("Er der lånt drift af natsygeplejen på Læsø?", "Ja"),
        ("Does the municipality itself run natsygepleje in Nyborg?", "No"),
        ("Gælder rådgivningen om kost i Middelfart for alle?", "Nej"),
    ],
)
def test_a_yes_no_question_is_answered_by_what_it_claims(ask: Ask, question: str, word: str) -> None:
    """Who is said to run it, which model is said to hold, and whether a limit in the clause refutes "all"."""
    assert ask(question).text.split(",")[0].split(":")[0] == word


def test_every_quote_stands_in_its_passage_and_the_cell_comes_first(ask: Ask) -> None:
    """The cell, whole, then the definition that says what its model means."""
    draft = ask("Hvem driver natsygeplejen i Thisted?")
    assert [source.quote.split(".")[0] for source in draft.sources] == [
        "Blandet",
        "Regionerne overtager både myndighed og drift af opgaven",
    ]
    assert all(source.quote in source.passage for source in draft.sources)


@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor driver Læsø selv natsygeplejen?",
        "Hvad koster det at drive natsygeplejen i Morsø?",
        "Hvem er leder af natsygeplejen i Morsø?",
        "Hvordan står det til med byggeriet til natsygeplejen i Morsø?",
        "Hvem driver natsygeplejen i Odense?",
        "Hvem driver biblioteket i Morsø?",
        "Hvornår overtager regionen natsygeplejen i Nyborg?",
    ],
)
def test_what_the_table_does_not_say_is_not_answered(refuses: Callable[[str], bool], question: str) -> None:
    """No reason printed, another matter, a municipality or task no table has."""
    assert refuses(question)


def test_two_municipalities_get_a_sentence_each(ask: Ask) -> None:
    """Both answers stand, in the order asked."""
    text = ask("Hvem driver natsygeplejen i Morsø og Nyborg?").text
    assert text.index("Morsø Kommune") < text.index("Nyborg Kommune")


OTHER_ROWS = (
    (
        "Midtjylland",
        "Søhøjlandet",
        "Struer, Lemvig, Odder og Samsø",
        "Delt. For Samsø Kommune vil hjemmetræningen stadig varetages af kommunen af geografiske hensyn. "
        "Afgivelse i de øvrige kommuner.",
        "Tandem. Struer Hospital driver kørsel, mens kommunerne står for driften af hjemmetræningen.",
    ),
    ("Syddanmark", "Øhavet", "Assens, Ærø, Langeland", "Udlån.", "Delt. Udlån på Ærø. Afgivelse i Assens og Langeland Kommune."),
)
OTHER_LEGEND = {
    "Afgivelse": "Regionen overtager driften af opgaven.",
    "Udlån": "Kommunerne varetager driften under regionens myndighed.",
    "Tandem": "Regionen og kommunerne løser opgaven i fællesskab.",
    "Delt": "Kommunerne i sundhedsrådet har valgt forskelligt.",
}


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvem driver hjemmetræningen på Samsø?", "Kommunen driver fortsat hjemmetræning i Samsø Kommune af geografiske hensyn"),
        ("Hvem driver hjemmetræningen i Odder?", "Regionen driver hjemmetræning i Odder Kommune: afgivelse"),
        ("Hvem driver hjemmetræningen i Assens?", "Kommunen driver hjemmetræning i Assens Kommune: udlån"),
        ("Hvem driver kørslen i Lemvig?", "Struer Hospital driver kørsel til behandling i Lemvig Kommune: tandem"),
        ("Hvem driver kørslen på Aeroe?", "Kommunen driver kørsel til behandling i Ærø Kommune: udlån"),
        ("Hvilket sundhedsråd hører Langeland til?", "Langeland Kommune hører til Sundhedsråd Øhavet"),
    ],
)
def test_the_answers_follow_when_every_name_is_another(
    other_corpus: OpenIndex, strongest: Callable[..., Draft | None], question: str, beginning: str
) -> None:
    """Other municipalities, councils, tasks, models, hospital and date in the same kind of table: nothing rests on a name."""
    draft = strongest(other_corpus, question)
    assert draft is not None
    assert draft.text.startswith(beginning)
    assert draft.text.endswith("Pr. 4. februar 2026.")


@pytest.fixture(scope="module")
def other_corpus(open_corpus: Callable[..., OpenIndex], make_page: Callable[..., str]) -> OpenIndex:
    """The page with every name exchanged."""
    text = make_page(
        OTHER_ROWS, tasks=("Hjemmetræning", "Kørsel til behandling"), legend=OTHER_LEGEND, date="4. februar 2026", more=""
    )
    return open_corpus({"status_2026-02-04.html": text})


def test_the_newest_table_wins_and_an_older_one_is_shown_as_conflict(
    open_corpus: Callable[..., OpenIndex], make_page: Callable[..., str], strongest: Callable[..., Draft | None]
) -> None:
    """Two pages on the same municipality say different things; the newer answers, the older stands beside it with its date."""
    older = tuple((*row[:3], "Afgivelse.", row[4]) for row in OTHER_ROWS)
    newer = tuple((*row[:3], "Udlån.", row[4]) for row in OTHER_ROWS)
    pages = {
        name: make_page(rows, tasks=("Hjemmetræning", "Kørsel til behandling"), legend=OTHER_LEGEND, date=day, more="")
        for name, rows, day in (("a.html", older, "4. februar 2026"), ("b.html", newer, "9. juni 2026"))
    }
    draft = strongest(open_corpus(pages), "Hvem driver hjemmetræningen i Odder?")
    assert draft is not None
    assert draft.text.startswith("Kommunen driver hjemmetræning i Odder Kommune: udlån")
    assert [conflict.text for conflict in draft.conflicts] == [
        "Regionen driver hjemmetræning i Odder Kommune: afgivelse. Pr. 4. februar 2026."
    ]


def test_the_end_of_a_compound_is_a_weaker_name_than_the_whole(ask: Callable[..., Draft]) -> None:
    """Care in general may be another task than the night care of the table: the answer is less sure."""
    whole, tail = ask("Hvem driver natsygeplejen på Læsø?"), ask("Hvem driver sygeplejen på Læsø?")
    assert whole.strength - tail.strength >= 0.24  # and the word itself, inflected, may stay unaccounted for
    assert "natsygepleje" in tail.text

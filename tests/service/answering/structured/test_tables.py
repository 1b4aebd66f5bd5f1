"""Councils, counts and lists over rows, and number columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.records import Draft

Ask = Callable[..., Draft]


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvilket sundhedsråd hører Rebild Kommune til?", "Rebild Kommune hører til Sundhedsråd Heden."),
        ("Which health council does Nyborg belong to?", "Nyborg Kommune belongs to Sundhedsråd Bæltet."),
        ("Hvilke kommuner er med i Sundhedsråd Heden?", "Hjørring, Morsø, Rebild og Thisted"),
        ("Hvor mange kommuner er der i Sundhedsråd Bæltet?", "Tre kommuner: Nyborg, Kerteminde og Middelfart"),
        ("Hvilken region hører Sundhedsråd Kysten til?", "Region Nordjylland"),
        ("Hører Læsø til Sundhedsråd Heden?", "Nej, Læsø Kommune hører til Sundhedsråd Kysten."),
    ],
)
def test_councils_are_what_the_rows_of_the_table_are(ask: Ask, question: str, beginning: str) -> None:
    """Which column names them and which lists the municipalities is learnt from the table."""
    assert ask(question).text.startswith(beginning)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Hvad gælder for Nyborg?",
            "Nyborg Kommune: natsygepleje – fuld overtagelse – regionen; rådgivning om kost – fuld overtagelse – regionen; "
            "varme- og træningsbassiner – fuld overtagelse – regionen. Pr. 29. maj 2026.",
        ),
        ("Hvilke opgaver driver Læsø selv?", "Natsygepleje og varme- og træningsbassiner (Læsø Kommune). Pr. 29. maj 2026."),
    ],
)
def test_a_municipality_without_a_task_gets_all_its_tasks(ask: Ask, question: str, text: str) -> None:
    """Or those that the one asked about runs."""
    assert ask(question).text == text


def test_a_difference_is_told_by_both_definitions(ask: Ask) -> None:
    """Side by side, as printed."""
    text = ask("Hvad er forskellen på lånt drift og fællesdrift?").text
    assert text.startswith("Lånt drift: »Regionerne overtager myndighedsansvaret.")
    assert "Fællesdrift: »Kommunen og regionen løser opgaven i fællesskab.«" in text


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvor mange sundhedsråd er der?", "Tre sundhedsråd: Heden, Kysten og Bæltet."),
        ("Hvilke sundhedsråd har fuld overtagelse af varme- og træningsbassiner?", "Ét sundhedsråd: Bæltet."),
        ("I hvor mange sundhedsråd er natsygepleje anført som 'Blandet'?", "To sundhedsråd: Heden og Kysten."),
        ("Hvilke kommuner driver selv natsygeplejen?", "To kommuner: Læsø og Morsø"),
        ("How many councils have lånt drift of varme- og træningsbassiner?", "One council: Kysten."),
        ("Hvilke sundhedsråd har lånt drift af natsygepleje?", "Kun for nogle kommuner: Kysten (Læsø)."),
    ],
)
def test_counts_and_lists_run_over_the_rows(ask: Ask, question: str, beginning: str) -> None:
    """A council counts for a model when no member is excepted; members with it elsewhere are told apart."""
    assert ask(question).text.startswith(beginning)


def test_one_model_for_all_is_denied_with_the_cell_that_says_otherwise(ask: Ask) -> None:
    """Læsø and Frederikshavn have different models."""
    text = ask("Gælder samme model for natsygeplejen i hele Sundhedsråd Kysten?").text
    assert text.startswith("Nej, i Sundhedsråd Kysten er det forskelligt: »Blandet. Lånt drift i Læsø Kommune.")


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvor mange bassinpladser får Sundhedsråd Heden?", "42 "),
        ("Hvilket sundhedsråd får færrest bassinpladser?", "Sundhedsråd Kysten: 17 "),
        ("Which health council gets the most bassinpladser?", "Sundhedsråd Bæltet: 1.080 "),
        ("Hvor mange bassinpladser er der i alt?", "1.139 "),
    ],
)
def test_figures_come_from_the_number_column(ask: Ask, question: str, beginning: str) -> None:
    """1.080 is one thousand and eighty, and the row of the total is no council."""
    assert ask(question).text.startswith(beginning)


def test_a_municipality_is_joined_to_its_councils_figure_with_both_sources(ask: Ask) -> None:
    """Læsø → Kysten → 17: the figure's cell and the row that lists Læsø are both shown."""
    draft = ask("Hvor mange bassinpladser får Læsøs sundhedsråd?")
    assert draft.text.startswith("17 (antal bassinpladser): Læsø Kommune hører til Sundhedsråd Kysten.")
    assert [source.quote for source in draft.sources] == ["17", "Læsø, Frederikshavn"]


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvem er ansvarlig for den fælles vagtplan?", "Fælles vagtplan, ansvarlig: Rebild Kommune."),
        ("Hvem er ansvarlig for kursus for redningsfolk?", "Kursus for redningsfolk, ansvarlig: Thy Sygehus."),
        ("Hvad er fristen for kursus for redningsfolk?", "Senest ultimo august 2026: »Kursus for redningsfolk« (Thy Sygehus)"),
    ],
)
def test_a_cell_of_any_table_is_found_by_its_row_and_column(ask: Ask, question: str, beginning: str) -> None:
    """The row by its words, the column by its own words or by the kind of the question."""
    assert ask(question).text.startswith(beginning)


def test_an_abbreviation_is_written_out_as_the_corpus_does(ask: Ask) -> None:
    """The quote holds both forms together."""
    draft = ask("Hvad står HVS for?")
    assert draft.text == "HVS står for Havnesekretariatet."
    assert draft.sources[0].quote == "Havnesekretariatet (HVS)"


def test_a_document_named_by_its_title_gives_its_day(ask: Ask) -> None:
    """The day is printed on the page and quoted with its line."""
    draft = ask("Hvornår er oversigten »Fordeling af opgaver« opdateret?")
    assert draft.text.startswith("29. maj 2026 (Fordeling af opgaver")


def test_a_term_of_the_legend_is_answered_as_printed(ask: Ask) -> None:
    """The definition, quoted, and its date."""
    assert (
        ask("Hvad betyder 'Fællesdrift'?").text
        == "Fællesdrift: »Kommunen og regionen løser opgaven i fællesskab.« Pr. 29. maj 2026."
    )

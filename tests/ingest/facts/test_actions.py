"""Who does what by when, in sentences; and dates that are no deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.facts.actions import action_facts
from ingest.facts.deadlines import deadline_facts
from ingest.facts.responsibilities import responsibility_facts

WRITTEN = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("text", "who", "last"),
    [
        ("BL undersøger, om kajen kan lukkes inden den 15. april 2026.", "BL", "2026-04-15"),
        ("Bo Lind sender planen senest den 1. maj.", "Bo Lind", "2026-05-01"),
        ("Sekretariatet udsender skemaet senest ultimo maj 2026.", "Sekretariatet", "2026-05-31"),
        ("Bo Lind (BL) og Ida Sø indkalder til møde.", "Bo Lind (BL) og Ida Sø", None),
    ],
)
def test_a_task_has_its_doer_and_its_day(text: str, who: str, last: str | None) -> None:
    """The day is written out in the qualifiers where the sentence sets one."""
    fact = next(iter(action_facts(text, WRITTEN)))
    assert (fact.object, dict(fact.qualifiers).get("last")) == (who, last)


@pytest.mark.parametrize(
    "text",
    [
        "Hvis Nordby Kommune skal opføre kajen, øges udgiften.",
        "Nordby Kommune skal deponere et beløb.",
        "Sekretariatet sender normalt skemaet.",
        "Bo Lind skal godkendes som formand.",
    ],
)
def test_duties_without_end_are_no_tasks(text: str) -> None:
    """An organisation or office has a task only with a day; a clause or a passive names no doer."""
    assert list(action_facts(text, WRITTEN)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget drøftede kajen ved flere lejligheder, senest den 28. november 2025.",
        "Ministeriet skal hvert år inden den 1. juli offentliggøre tallene.",
        "De startede få måneder inden den 1. juli 2025.",
        "I kraft af en ændring i loven i juni 2020 blev det muligt.",
        "Bilaget behandles på BY 12.12.2025.",
        "Renoveringen udskydes til sommeren 2026.",
    ],
)
def test_dates_that_are_no_deadlines(text: str) -> None:
    """What was done lately, every year, or by virtue of something sets no day."""
    assert list(deadline_facts(text, WRITTEN)) == []


def test_a_deadline_that_was_moved_has_the_new_day() -> None:
    """The old day is no longer one."""
    text = "Fristen for svar er udskudt til den 1. oktober 2026."
    assert [fact.object for fact in deadline_facts(text, WRITTEN)] == ["den 1. oktober 2026"]


@pytest.mark.parametrize(
    ("text", "task", "who"),
    [
        ("Sekretariatet er ansvarligt for referatet.", "referatet", "Sekretariatet"),
        ("Ida Sø er tovholder på projektet om bådene.", "projektet om bådene", "Ida Sø"),
        ("Ansvarlig for evalueringen er Region Fjord.", "evalueringen", "Region Fjord"),
        ("Sejladsen varetages af Nordby Kommune.", "Sejladsen", "Nordby Kommune"),
        ("Regionen har det overordnede ansvar for kvaliteten.", "kvaliteten", "Regionen"),
    ],
)
def test_more_ways_to_say_who_is_responsible(text: str, task: str, who: str) -> None:
    """Offices, coordinators and the passive."""
    assert [(fact.subject, fact.object) for fact in responsibility_facts(text)] == [(task, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Derudover har udvalget ansvaret for kajen.",
        "Loven skal sikre gode forhold ved havnen.",
        "Nogle opgaver kan ikke varetages af kommuner.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    """A word that only opens the sentence, a law, a denial."""
    assert list(responsibility_facts(text)) == []


def test_a_list_of_groups_without_end_is_read_at_once() -> None:
    """Forty groups are no sentence; trying every way to part them would never end."""
    assert list(action_facts("Styregruppen og " * 40 + "går.", None)) == []

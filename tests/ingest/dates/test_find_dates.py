"""Dates in all the styles people write them."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates.find import find_dates
from ingest.dates.found import Precision

WRITTEN_ON = date(2025, 8, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("17.sep 20", date(2020, 9, 17), date(2020, 9, 17)),
        ("27.5.20", date(2020, 5, 27), date(2020, 5, 27)),
        ("31/10 2017", date(2017, 10, 31), date(2017, 10, 31)),
        ("d. 22-08-2025", date(2025, 8, 22), date(2025, 8, 22)),
        ("Fredag d. 22. august 2025 kl. 12:00", date(2025, 8, 22), date(2025, 8, 22)),
        ("03-09-2020National model", date(2020, 9, 3), date(2020, 9, 3)),
        ("2026-05-29", date(2026, 5, 29), date(2026, 5, 29)),
        ("16 June 2023", date(2023, 6, 16), date(2023, 6, 16)),
        ("May 29th, 2026", date(2026, 5, 29), date(2026, 5, 29)),
        ("13. og 14. maj 2024", date(2024, 5, 13), date(2024, 5, 14)),
        ("den 29. april til 3. maj 2024", date(2024, 4, 29), date(2024, 5, 3)),
        ("ultimo august", date(2025, 8, 21), date(2025, 8, 31)),
        ("primo 2026", date(2026, 1, 1), date(2026, 4, 30)),
        ("udgangen af 2028", date(2028, 12, 31), date(2028, 12, 31)),
        ("foråret 2026", date(2026, 3, 1), date(2026, 5, 31)),
        ("1. halvår 2021", date(2021, 1, 1), date(2021, 6, 30)),
        ("første halvår af 2021", date(2021, 1, 1), date(2021, 6, 30)),
        ("Q3 2025", date(2025, 7, 1), date(2025, 9, 30)),
        ("1. kvartal 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("uge 36", date(2025, 9, 1), date(2025, 9, 7)),
        ("juni 2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("maj eller juni 2026", date(2026, 5, 1), date(2026, 6, 30)),
        ("March and April 2026", date(2026, 3, 1), date(2026, 4, 30)),
        ("2024-2027", date(2024, 1, 1), date(2027, 12, 31)),
        ("d. 5/9", date(2025, 9, 5), date(2025, 9, 5)),
    ],
)
def test_one_date_or_period_each(text: str, first: date, last: date) -> None:
    """Both days are inclusive; the day of writing completes what has no year."""
    found = find_dates(text, reference=WRITTEN_ON)
    assert [(each.first, each.last) for each in found] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "1-30-72-217-24",
        "EMN-2022-08440",
        "22/12345",
        "21-014420",
        "Side 3 af 22",
        "2/3",
        "tlf. 29 20 11 04",
        "kl. 8.30-10.00",
        "we may 3 times",
        "32. januar",
        "31/2 2020",
    ],
)
def test_case_numbers_pages_phones_and_impossible_days_are_no_dates(text: str) -> None:
    """Numbers that look like dates stay numbers."""
    assert [each for each in find_dates(text, reference=WRITTEN_ON) if each.precision is Precision.DAY] == []


def test_a_day_without_a_year_takes_the_nearest_year() -> None:
    """From 22 August 2025: 1 January lies 132 days ahead in 2026 and 233 days back in 2025; 23 May is 91 days back."""
    found = find_dates("den 1. januar og den 23. maj", reference=WRITTEN_ON)
    assert [each.first for each in found] == [date(2026, 1, 1), date(2025, 5, 23)]


def test_without_a_reference_a_date_without_a_year_is_left_out() -> None:
    """Nothing is guessed."""
    assert find_dates("den 23. maj") == ()


def test_the_place_of_a_date_is_its_text() -> None:
    """Offsets are half-open and cut out the date as printed."""
    text = "Svarfrist er onsdag den 3. september 2025, kl. 12."
    found = find_dates(text)[0]
    assert text[found.char_start : found.char_end] == "onsdag den 3. september 2025"


def test_two_dates_joined_by_a_dash_are_both_found() -> None:
    """A dash between two full dates hides neither."""
    assert [each.first.day for each in find_dates("15.5.2020-18.5.2020")] == [15, 18]


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)))
def test_every_day_is_read_back_from_the_danish_styles(day: date) -> None:
    """Numeric with four digits of the year, and ISO 8601."""
    for text in (f"{day.day}-{day.month}-{day.year}", f"den {day.day:02}.{day.month:02}.{day.year}", day.isoformat()):
        assert [each.first for each in find_dates(text)] == [day]


@given(st.text(max_size=80))
def test_no_text_is_a_reason_to_fail_and_found_dates_never_overlap(text: str) -> None:
    """Whatever stands there, the dates come in printed order."""
    found = find_dates(text, reference=WRITTEN_ON)
    assert all(each.first <= each.last for each in found)
    assert all(one.char_end <= other.char_start for one, other in itertools.pairwise(found))

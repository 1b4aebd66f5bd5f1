"""Which capitalised words may be a person's name."""

from __future__ import annotations

import pytest

from service.answering.duties.persons import names_person


@pytest.mark.parametrize("name", ["Gitte Ravn", "Bo Skov", "Anne-Grethe Lund"])
def test_a_full_name_may_be_a_persons(name: str) -> None:
    """Two words or more, each with a capital."""
    assert names_person(name)


@pytest.mark.parametrize("name", ["Odder Havn", "Skive Nord", "Havnens Udvalg", "Region Sydland"])
def test_a_town_in_front_or_a_body_is_no_person(name: str) -> None:
    """Any municipality of the gazetteer."""
    assert not names_person(name)

"""Municipalities and regions are found however they are written, and not where another name only holds theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.places.distance import slips
from ingest.places.gazetteer import municipalities_in, municipality_named, regions_in
from ingest.places.municipalities import MUNICIPALITIES, REGION_OF, official_name


def names_in(text: str) -> list[str]:
    """The canonical names in order."""
    return [mention.name for mention in municipalities_in(text)]


def test_there_are_98_municipalities_in_5_regions() -> None:
    """Since 2007."""
    assert len(MUNICIPALITIES) == 98
    assert len(set(REGION_OF.values())) == 5


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Københavns", "København"),
        ("Aeroe", "Ærø"),
        ("ærø", "Ærø"),
        ("Århus", "Aarhus"),
        ("taarnby", "Tårnby"),
        ("Brondby", "Brøndby"),
        ("Høje Taastrup", "Høje-Taastrup"),
        ("Ringkøbing", "Ringkøbing-Skjern"),
        ("Stevn", "Stevns"),
        ("Guldborgssund", "Guldborgsund"),
        ("Copenhagen", "København"),
        ("Vesthimmerland", "Vesthimmerlands"),
    ],
)
def test_spellings_inflections_and_slips_name_the_municipality(words: str, name: str) -> None:
    """Genitives, older and English names, missing æ, ø and å, a letter too many or too few."""
    assert municipality_named(words) == name


@pytest.mark.parametrize("words", ["Norge", "Malmø", "regionen", "aftale", "Fyn"])
def test_other_words_name_none(words: str) -> None:
    """Short words get no forgiveness."""
    assert municipality_named(words) is None


def test_a_list_is_read_in_order() -> None:
    """Commas and "og" part the names."""
    assert names_in("Billund, Esbjerg, Fanø, Varde og Vejen Kommune") == ["Billund", "Esbjerg", "Fanø", "Varde", "Vejen"]


@pytest.mark.parametrize(
    "text",
    [
        "Aalborg Universitetshospital driver pladserne",
        "Hvem sidder i Sundhedsråd Horsens?",
        "Hvad er Ida Holm Middelfarts mobilnummer?",
        "Vi er på vejen til et bedre samarbejde",
        "Slagelse Klyngen",
        "Region København",
    ],
)
def test_names_inside_other_names_do_not_count(text: str) -> None:
    """Hospitals, councils, persons, and words that only look alike."""
    assert names_in(text) == []


def test_a_common_word_counts_when_a_place_is_meant() -> None:
    """The municipality Vejen, not the road."""
    assert names_in("Hvem driver akutsygeplejen i vejen?") == ["Vejen"]
    assert names_in("Vejen Kommune") == ["Vejen"]


def test_the_span_of_a_mention_is_where_it_is_printed() -> None:
    """Half-open character offsets."""
    text = "Og på Læsø?"
    mention = municipalities_in(text)[0]
    assert text[mention.start : mention.end] == "Læsø"


def test_regions_are_found_with_and_without_the_word() -> None:
    """The words "i Nordjylland" mean the region; "Sjælland" alone is an island."""
    assert regions_in("Hvilke aftaler er der i Nordjylland og Region Sjælland?") == ("Region Sjælland", "Region Nordjylland")
    assert regions_in("Vejret på Sjælland") == ()


def test_official_names_follow_their_own_grammar() -> None:
    """Most take "Kommune", three names do not follow the rule."""
    assert official_name("Læsø") == "Læsø Kommune"
    assert official_name("København") == "Københavns Kommune"
    assert official_name("Bornholm") == "Bornholms Regionskommune"


def test_slips_are_letters_inserted_deleted_replaced_or_swapped() -> None:
    """By hand: one swap, one replaced, three inserted."""
    assert slips("herlev", "helrev", 2) == 1
    assert slips("herlev", "hervev", 2) == 1
    assert slips("odder", "odderne", 1) == 2  # above the limit: limit + 1


@given(st.text(alphabet="abcdæø", max_size=8), st.text(alphabet="abcdæø", max_size=8))
def test_the_number_of_slips_is_the_same_both_ways(left: str, right: str) -> None:
    """Symmetry, and zero only for equal words."""
    assert slips(left, right, 8) == slips(right, left, 8)
    assert (slips(left, right, 8) == 0) == (left == right)

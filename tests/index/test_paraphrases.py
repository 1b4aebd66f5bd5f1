"""The lists of Danish paraphrases: what stands in them, and how a word, a turn and their opposites are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from itertools import combinations

import pytest

from index.analysis.chain import Analysis
from index.analysis.expansion import Expander
from index.analysis.saying import says
from index.analysis.stopwords import STOP_WORDS
from index.analysis.synonyms import (
    BROADER_THAN,
    COLLOQUIAL,
    FOLDER,
    OPPOSITE,
    Closeness,
    Synonyms,
    key_of,
    listed_lines,
    members,
    synonyms,
)
from index.analysis.turns import Turns, turn_key, turn_stem
from index.analysis.words import words_of

LINES = list(listed_lines())


def closeness(one: str, other: str) -> Closeness | None:
    """How near one word of the package's lists is to another, None where no line holds both."""
    ways = {key_of(way.text): way.closeness for way in synonyms().of_key(key_of(one))}
    return ways.get(key_of(other))


def test_the_lists_hold_more_than_fifteen_hundred_groups() -> None:
    """Each with two words at least."""
    assert len(LINES) > 1500
    assert all(len(members(line)) > 1 for line in LINES)


@pytest.mark.parametrize("name", sorted(path.name for path in files("index.analysis").joinpath(FOLDER).iterdir()))
def test_every_list_says_at_its_head_what_it_is(name: str) -> None:
    """In a comment, or in the docstring of the package."""
    first = files("index.analysis").joinpath(FOLDER, name).read_text(encoding="utf-8") if "." in name else "#"
    assert first.startswith(("#", '"""'))


def test_no_word_stands_twice_in_a_line_in_whatever_form() -> None:
    """Inflection is matched by stems, so a second form says nothing."""
    for line in LINES:
        keys = [key_of(text) for text in members(line)]
        assert len(keys) == len(set(keys)) or OPPOSITE in line, line


def test_no_line_stands_twice() -> None:
    """However its words are ordered."""
    lines = [frozenset(members(line)) for line in LINES]
    assert len(lines) == len(set(lines))


def test_how_people_ask_comes_after_what_documents_say() -> None:
    """Two words are as near as their first line says, and that is one of a subject: the colloquial list is read last."""
    text = files("index.analysis").joinpath(FOLDER, COLLOQUIAL).read_text(encoding="utf-8")
    colloquial = [line for line in text.splitlines() if not line.startswith("#")]
    assert LINES[-len(colloquial) :] == colloquial
    assert Synonyms(["bus | bil", "bil, bus"]).of_key("bus")[0].closeness is Closeness.LOOSE


def test_no_line_holds_words_of_opposite_meaning() -> None:
    """But those that say that they are."""
    for line in (line for line in LINES if OPPOSITE not in line and BROADER_THAN not in line):
        keys = [key_of(text) for text in members(line)]
        assert not [pair for pair in combinations(keys, 2) if synonyms().opposed(*pair)], line


def test_no_stop_word_stands_alone() -> None:
    """Words such as "få", "have" and "gøre" stand for nothing but in turns."""
    for line in LINES:
        single = [words_of(text)[0] for text in members(line) if len(words_of(text)) == 1]
        assert OPPOSITE in line or not STOP_WORDS.intersection(single), line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("koste", "udgift"),
        ("nedlægge", "lukke"),
        ("skrive under", "signere"),
        ("stå for", "varetage"),
        ("udskyde", "sætte i bero"),
        ("hjemsende", "sende tilbage"),
        ("tiltræde", "godkende"),
        ("træffe beslutning", "beslutte"),
        ("være imod", "stemme imod"),
    ],
)
def test_words_and_turns_stand_for_each_other_both_ways(one: str, other: str) -> None:
    """Inflected or not."""
    assert closeness(one, other) is Closeness.NEAR
    assert closeness(other, one) is Closeness.NEAR


@pytest.mark.parametrize(("one", "other"), [("åbne", "lukke"), ("give", "modtage"), ("godkende", "afvise"), ("enig", "uenig")])
def test_opposites_never_stand_for_each_other(one: str, other: str) -> None:
    """Neither by a line nor by the lexicon."""
    assert closeness(one, other) is None
    assert synonyms().opposed(key_of(one), key_of(other))


def test_a_vehicle_may_be_told_of_as_a_car_more_than_a_car_as_a_vehicle() -> None:
    """The narrower word says the broader, not the other way round."""
    assert Synonyms(["køretøj > bil, bus"]).of_key("bil")[0].closeness is Closeness.BROADER
    assert [way.closeness for way in Synonyms(["køretøj > bil, bus"]).of_key(key_of("køretøj"))] == [Closeness.NARROWER] * 2


def test_a_word_of_two_lines_does_not_join_them() -> None:
    """A "dom" is an "afgørelse" and an "afgørelse" a "beslutning"; a "dom" is no "beslutning"."""
    lists = Synonyms(["dom, afgørelse", "afgørelse, beslutning"])
    assert [way.text for way in lists.of_key(key_of("dom"))] == ["afgørelse"]
    assert [way.text for way in lists.of_key(key_of("afgørelse"))] == ["dom", "beslutning"]


def found(turn: str, sentence: str) -> Iterator[tuple[int, ...]]:
    """The places of a turn in a sentence."""
    for each in Turns([turn_key(turn)]).found([turn_stem(word) for word in words_of(sentence)]):
        yield each.places


@pytest.mark.parametrize(
    ("turn", "sentence", "places"),
    [
        ("træde i kraft", "Aftalen træder i kraft i maj", (1, 2, 3)),
        ("træde i kraft", "Derfor trådte den nye aftale i kraft", (1, 5, 6)),
        ("skrive under", "Formanden skrev ikke under", (1, 3)),
        ("være imod", "Hvem var imod", (1, 2)),
        ("have ansvaret for", "Hun havde det fulde ansvar for det", (1, 4, 5)),
        ("træffe beslutning", "Beslutningen blev truffet i maj", (2, 0)),
    ],
)
def test_a_turn_is_found_inflected_with_words_between_its_verb_and_the_rest(
    turn: str, sentence: str, places: tuple[int, ...]
) -> None:
    """And with the verb behind."""
    assert list(found(turn, sentence)) == [places]


@pytest.mark.parametrize(("turn", "sentence"), [("fra og med", "fra mandag og med bus"), ("træde i kraft", "kraft i trådene")])
def test_the_words_of_a_turn_apart_are_no_turn(turn: str, sentence: str) -> None:
    """A turn without a verb has nothing between its words, and what follows the verb keeps its order."""
    assert not list(found(turn, sentence))


def test_a_reader_takes_a_synonym_for_the_word_and_a_search_does_not() -> None:
    """0.8 to 0.3; a turn counts for a reader alone."""
    counts = {"udgift": 3, "koste": 3}
    searching = Expander(Analysis(counts), {"udgift": 3, "kost": 3})
    reading = searching.for_reading()
    assert searching.expand("koste").weighted()["udgift"] == 0.3
    assert reading.expand("koste").weighted()["udgift"] == 0.8
    assert reading.expand("koste").weighted()["beloeb sig til"] == 0.8
    assert "beloeb sig til" not in searching.expand("koste").weighted()


def test_each_word_of_a_turn_is_said_by_what_stands_for_the_turn() -> None:
    """A sentence that says "signeret" says both "skrev" and "under"."""
    groups = Expander(Analysis({"signere": 3}), {"sign": 3}).for_reading().expand("Hvem skrev under på aftalen?").groups
    [written] = [dict(group.alternatives) for group in groups if group.word == "skrev"]
    assert written[key_of("skrive under")] == 1.0
    assert written[key_of("signere")] == 0.8


@pytest.mark.parametrize(
    ("text", "question", "asked", "said"),
    [
        ("foreningen så dagens lys i 1921", "hvornår blev foreningen stiftet?", "stiftet", True),
        ("1.900 underskrifter", "hvor mange har skrevet under på forslaget?", "skrevet", True),
        ("foreningen har 40 medlemmer", "hvornår blev foreningen stiftet?", "stiftet", False),
        ("forslaget blev afvist", "hvem godkendte forslaget?", "godkendte", False),
    ],
)
def test_a_text_says_a_word_by_what_stands_near_it(text: str, question: str, asked: str, said: bool) -> None:
    """In itself, in another word, in a turn, or in the turn of the question that the word stands in; never by its opposite."""
    assert says(text, question, asked) is said

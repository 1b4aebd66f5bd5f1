"""A number answers how many only when it counts what is asked for: its own noun, people for people, the part meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.extracts.binding.bound import LOOSE
from service.answering.extracts.binding.nouns import noun_of
from service.answering.extracts.binding.people import counts_people

Firmness = Callable[..., float]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange deltog i åbningen af søbadet?", "Åbningen af søbadet samlede 58 fremmødte, som deltog i en lille tur."),
        ("Hvor mange deltog i åbningen af søbadet?", "Der deltog 40 naboer i åbningen af søbadet."),
        ("Hvor mange skal svare på målingen af søbadet?", "Mindst 75 procent skal svare på målingen af søbadet."),
        ("Hvor mange af badegæsterne havde sæsonkort?", "35 af 90 badegæster havde sæsonkort."),
        ("How many of the 90 bathers answered?", "35 of the 90 bathers answered."),
        ("Hvor mange pladser har svømmeklubben i søbadets råd?", "Søbadets råd består af 2 medlemmer udpeget af svømmeklubben."),
        ("Hvor mange penge fik søbadet?", "Søbadet fik 40.000 kr."),
        ("I hvor mange trin vil Hou Havn, at broen til badegæsterne bygges?", "Hou Havn vil bygge broen efter en 5 trins plan."),
        ("Hvor mange år løber aftalen om søbadet ad gangen?", "Aftalen om søbadet er toårig."),
        ("Hvor mange høringssvar kom der om badebroplanen?", "Der kom 13 høringssvar om badebroen."),
        ("Hvor længe varer det højst, før søbadet åbner?", "Søbadet åbner inden for tre måneder."),
    ],
)
def test_a_number_of_what_is_counted_is_bound(question: str, text: str, firmness: Firmness) -> None:
    """Participles are people, a share is of anybody, a part is told beside its number, a numeral stands in a compound."""
    assert firmness(question, text) >= LOOSE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange deltog i mødet om søbadet?", "Mødet om søbadet handlede om de 17 havneråd."),
        ("How many people live by the lake in Hou?", "The 5 kiosks by the lake in Hou are open."),
        ("Hvor mange kommunalt ansatte skal flytte til søbadet?", "Alle 46 kommuner skal flytte til søbadet."),
        (
            "Hvor mange livreddere skal ansættes i Hou?",
            "I Hou er der 4.100 borgere, som ingen livreddere har, og de skal ansættes.",
        ),
        ("Hvor mange badegæster var der i Hou?", "I Hou var der 11.840 ture for badegæster og 300 kort af badegæster."),
        ("Hvor mange både indgår i udbuddet af søredning?", "Udbuddet af søredning deles i fire dele, hvor både indgår."),
        ("Hvor mange af svarene om søbadet kom fra klubberne?", "Der kom 13 svar om søbadet."),
        ("Hvor mange af de 31 livreddere har sagt op?", "Af de 31 livreddere er ni svømmelærere."),
        ("Hvor mange søer var røde?", "Røde søer er dem med 20 eller derover nye alger."),
    ],
)
def test_a_number_of_another_noun_or_of_all_is_not(question: str, text: str, firmness: Firmness) -> None:
    """Bodies are no people, a trip is no bather, and all the answers are not those of the clubs."""
    assert firmness(question, text) < LOOSE


@pytest.mark.parametrize(
    ("rest", "noun"),
    [
        ("kommunalt ansatte skal flytte", ["ansatte"]),
        ("både indgår i udbuddet", ["både"]),
        ("borgere modtog ilt", ["borgere"]),
        ("de 31 medarbejdere har sagt op", ["medarbejdere"]),
        ("timers undervisning rummer planen", ["timers", "undervisning"]),
        ("tidligere kommunale pladser", ["pladser"]),
    ],
)
def test_the_noun_stands_behind_its_adjectives_and_before_its_verb(rest: str, noun: list[str]) -> None:
    """Nouns in -ere look like adjectives; behind a measure stands what is measured."""
    assert noun_of(rest, f"Hvor mange {rest}?") == noun


def test_agents_and_participles_are_people_and_bodies_are_not() -> None:
    """By their endings, and by the words for people that have none."""
    assert all(counts_people(word) for word in ("naboer", "deltagere", "fremmødte", "børn", "terapeuter", "residents"))
    assert not any(counts_people(word) for word in ("kommuner", "sundhedsråd", "kiosks", "centre", "uger"))


def test_what_a_broken_line_left_goes_on_with_the_line_before(firmness: Firmness) -> None:
    """The number alone on its line is said of what the line before speaks of."""
    assert (
        firmness("Hvor stor en andel af badegæsterne har sæsonkort?", "Andelen af badegæster med sæsonkort er steget til\n53 %.")
        >= LOOSE
    )


def test_the_danish_name_in_brackets_stands_for_the_english_one(firmness: Firmness) -> None:
    """What an English question says twice need be said once."""
    question = "When was the leak reported to the Danish Bathing Authority (Badetilsynet)?"
    assert firmness(question, "The leak was reported to Badetilsynet on 28 April.") >= LOOSE

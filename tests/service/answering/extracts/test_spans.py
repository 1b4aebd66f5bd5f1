"""The words of a sentence that can answer a kind of question."""

from __future__ import annotations

import pytest

from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (Wanted.DATE, "Broen er klar den 8. juni 2018.", "8. juni 2018"),
        (Wanted.DATE, "Det sker tre måneder efter modulet.", "tre måneder efter"),
        (Wanted.CLOCK, "Senest kl. 14.00 dagen før.", "kl. 14.00"),
        (Wanted.MONEY, "Der er afsat 2,9 mio. kr. til broen.", "2,9 mio. kr"),
        (Wanted.SHARE, "Kommunen dækker 70 pct. af udgifterne.", "70 pct."),
        (Wanted.COUNT, "I alt 13 høringssvar kom ind.", "13"),
        (Wanted.DURATION, "med et varsel på ni måneder", "ni måneder"),
        (Wanted.FREQUENCY, "Vandet prøves hver 6. uge.", "hver 6. uge"),
        (Wanted.FREQUENCY, "Vandet prøves hver fjortende dag.", "hver fjortende dag"),
        (Wanted.FREQUENCY, "Vagten er der to eftermiddage om ugen.", "to eftermiddage om ugen"),
        (Wanted.DURATION, "Aftalen om livreddere er treårig.", "treårig"),
        (Wanted.DURATION, "En tur varer tre kvarter.", "tre kvarter"),
        (Wanted.SHARE, "Udgiften deles ligeligt mellem de to havne.", "ligeligt"),
        (Wanted.UNTIL, "Søen er lukket til og med 14. oktober 2026.", "14. oktober 2026"),
        (Wanted.UNTIL, "Havnen har aftalen til udgangen af 2027.", "2027"),
        (Wanted.DATE, "Planen sendes senest et halvt år inden sæsonen.", "et halvt år inden"),
        (Wanted.DATE, "Sedlerne afleveres den 4. i måneden.", "den 4. i måneden"),
        (Wanted.DATE, "Bålet tændes, så snart det er mørkt.", "så snart"),
        (Wanted.DATE, "Saunaen er åben om torsdagen.", "torsdagen"),
        (Wanted.IDENTIFIER, "Sags ID: EMN-2026-01234", "EMN-2026-01234"),
        (Wanted.TELEPHONE, "Telefon: 31 42 53 64", "31 42 53 64"),
        (Wanted.MAIL, "E-mail: grethe@hou.example", "grethe@hou.example"),
        (Wanted.PERSON, "Formand er Grethe Lyng Mortensen, Hou.", "Grethe Lyng Mortensen"),
        (Wanted.ACTOR, "Det afgør Strandudvalget alene.", "Strandudvalget"),
        (Wanted.VENUE, "Mødet holdes i Mødelokale 3.", "Mødelokale 3"),
        (Wanted.REASON, "Det skyldes åen.", "skyldes"),
        (Wanted.REASON, "Kiosken lukkes af økonomiske hensyn.", "af økonomiske hensyn"),
        (Wanted.SHARE, "Det er 12 af havnens 40 både.", "12 af havnens 40"),
        (Wanted.DATE, "Nøglen hentes onsdagen før stævnet.", "onsdagen før"),
        (Wanted.DATE, "Broen males inden sommerferien.", "inden sommerferien"),
        (Wanted.DATE, "Prøven læses samme dag.", "samme dag"),
        (Wanted.DATE, "Der er mest plads om natten.", "om natten"),
        (Wanted.DATE, "Sedlen afleveres senest 1/9.", "senest 1/9"),
        (Wanted.CLOCK, "The kiosk opens at 9 a.m. every day.", "9 a.m"),
        (Wanted.CLOCK, "Der ringes klokken otte.", "klokken otte"),
        (Wanted.MONEY, "Broen kostede to millioner kroner.", "to millioner kroner"),
        (Wanted.SHARE, "Havnen dækker syv procent.", "syv procent"),
        (Wanted.DURATION, "The water is off for up to nine hours.", "nine hours"),
        (Wanted.DURATION, "Med en måneds varsel.", "en måneds"),
        (Wanted.DURATION, "The course lasts four evenings.", "four evenings"),
        (Wanted.VENUE, "Kurset holdes hver torsdag i klubhuset.", "i klubhuset"),
        (Wanted.VENUE, "The course is held in the boathouse.", "in the boathouse"),
        (Wanted.FREQUENCY, "Aftalt ugentlig prøve af vandet.", "ugentlig"),
        (Wanted.FREQUENCY, "Vagten kommer hver anden torsdag.", "hver anden torsdag"),
        (Wanted.REASON, "It was closed owing to the storm.", "owing to"),
    ],
)
def test_the_words_of_each_kind_are_found(kind: Wanted, text: str, words: str) -> None:
    """One example for each kind."""
    spans = find(kind, text)
    assert spans is not None
    assert any(words in span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Wanted.COUNT, "Punkt 4 handler om broen i 2026, kl. 14."),
        (Wanted.MOBILE, "Direkte: 31 42 53 64 Mobil:"),
        (Wanted.PERSON, "Region Midtjylland og Odder Kommune"),
        (Wanted.MONEY, "Der er fem bademestre."),
        (Wanted.UNTIL, "Søen åbnede den 4. juni 2021."),
        (Wanted.DATE, "Der kan bades, når det er forsvarligt."),
        (Wanted.CLOCK, "At to havne slås sammen."),
        (Wanted.VENUE, "Stævnet holdes i juni."),
        (Wanted.FREQUENCY, "Den daglige leder er Grethe Lyng."),
    ],
)
def test_what_merely_looks_alike_is_not_taken(kind: Wanted, text: str) -> None:
    """Item numbers, years and clock times count nothing; an empty field holds no number; a region is no person;
    a day on which something begins is none on which it ends, and a condition is no time.
    """
    assert find(kind, text) == ()


def test_kinds_that_any_words_may_answer_have_no_spans() -> None:
    """A definition can be any sentence."""
    assert find(Wanted.ANYTHING, "Broen er af egetræ.") is None


def test_a_number_without_a_currency_is_no_sum_and_without_a_percent_sign_no_share() -> None:
    """The alternatives of a number's pattern must not fall apart inside the patterns of sums and shares."""
    text = "I 2028 ankrede 1.340 både ved 60 broer."
    assert find(Wanted.MONEY, text) == ()
    assert find(Wanted.SHARE, text) == ()


@pytest.mark.parametrize("words", ["60/40", "to ud af tre", "hver fjerde", "31 af kommunens 36", "en fjerdedel"])
def test_a_share_is_also_told_without_a_percent_sign(words: str) -> None:
    """Splits that make a hundred, fractions in words, and so many out of so many."""
    text = f"Det er {words}."
    assert [span.of(text) for span in find(Wanted.SHARE, text) or ()] == [words]

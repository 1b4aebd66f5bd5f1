"""A number answers only when it is said of what a number is wanted of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.extracts.binding.bound import LOOSE
from service.answering.extracts.binding.measures import measures_in
from service.answering.extracts.binding.ordinals import Ordinal, is_of_other, letters_of, ordinals_of, says_other
from service.answering.extracts.binding.uncounting import uncounting
from service.answering.extracts.spans.found import Span

Firmness = Callable[..., float]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange livreddere er der?", "Der er 12 faste livreddere ved søen."),
        ("Hvor mange livreddere er der?", "Antallet af livreddere er steget til 12."),
        ("Hvor mange livreddere er der?", "Strand: Hou\nLivreddere: 12\nBroer: 3"),
        ("Hvor mange badegæster kom der?", "Søen talte 900 mennesker, alle badegæster."),
        ("Hvad koster badebroen?", "Badebroen er bestilt. Prisen er 3,2 mio. kr."),
        ("Hvad koster badebroen?", "Badebroen er bestilt; regningen lyder på 3,2 mio. kr."),
        ("Hvor stor en andel af løn dækker Havneselskabet?", "Havneselskabet dækker 38 pct. af løn."),
        ("Hvad koster anden etape af broen?", "Etape: 2\nOverslag: 4 mio. kr. for broen"),
    ],
)
def test_a_number_said_of_the_asked_thing_is_bound(question: str, text: str, firmness: Firmness) -> None:
    """Right before its noun, under its label, in a sentence that goes on about it, or in the row of the step."""
    assert firmness(question, text) >= LOOSE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange livreddere er der?", "Livredderne passer 4 strande."),
        ("Hvor mange livreddere er der?", "Normeringen er 0,5 livredder pr. strand."),
        ("Hvor mange livreddere er der?", "Strand: Hou\nLivreddere: ikke opgjort\nBroer: 3"),
        ("Hvor mange livreddere er der?", "Livredderne er der alle dage mellem 8 og 15."),
        ("Hvad koster badebroen?", "Kiosken koster 90.000 kr. Der er ikke hentet tilbud på badebroen."),
        ("Hvad koster badebroen?", "Badebroen ventes at spare 40.000 kr. om året."),
        ("Hvad koster badebroen?", "Badebroen får 3 lamper."),
        ("Hvad kostede badebroen i 2019?", "I 2024 kostede badebroen 80.000 kr."),
        ("Hvad koster tredje etape af broen?", "Etape: 2\nOverslag: 4 mio. kr. for broen"),
        ("Hvad er prisen i Hou?", "By: Aarup\nPris: 40 kr.\nBy: Hou\nPris: forhandles"),
    ],
)
def test_a_number_of_something_else_is_not_bound(question: str, text: str, firmness: Firmness) -> None:
    """Another noun, a rate, another column, hours, another sentence's price, a saving, no sum, another year, step or row."""
    assert firmness(question, text) < LOOSE


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvor mange livreddere er der?", "Livredderne har vagt fra den 31/12."),
        ("Hvor mange livreddere er der?", "Ring til livredderne på 86 12 34 56."),
        ("Hvor mange livreddere er der?", "Livredderne beholdes. Vedtaget med seks stemmer for og én imod."),
        ("How many lifeguards are there?", "The proposal to hire lifeguards was rejected."),
        ("Hvor mange livreddere er der i dag?", "Der søges om 12 livreddere."),
        ("Hvor mange livreddere har stranden?", "Forvaltningen foreslår 12 nye livreddere på stranden."),
        ("Hvor stor var andelen af livreddere?", "Andelen af livreddere skal være mindst 75 pct."),
    ],
)
def test_a_day_a_telephone_number_a_vote_and_a_wish_count_nothing(question: str, text: str, firmness: Firmness) -> None:
    """Nor does the English "to", more of a thing, or a goal."""
    assert firmness(question, text) < LOOSE


def test_a_number_of_votes_is_counted_where_votes_are_asked_for() -> None:
    """How many were against is told by "én imod"."""
    text = "Vedtaget med 17 for og én imod."
    spans = [Span(start=text.index(number), end=text.index(number) + len(number)) for number in ("17", "én")]
    assert uncounting(spans, text, "Hvor mange stemte imod?") == tuple(spans)
    assert uncounting(spans, text, "Hvor mange livreddere er der?") == ()


def test_what_only_the_title_says_binds_loosely(firmness: Firmness) -> None:
    """A document about the bridge may tell its price without naming it again, but a sentence that names it is firmer."""
    loose = firmness("Hvad koster badebroen?", "Prisen er 3 mio. kr.", above="Notat om badebroen")
    assert LOOSE <= loose < firmness("Hvad koster badebroen?", "Badebroen koster 3 mio. kr.")


def test_the_year_before_is_a_year(firmness: Firmness) -> None:
    """2025 less one."""
    assert firmness("Hvor mange badegæster var der i 2024?", "I 2025 var der 61 badegæster mod 78 året før.") == 1.0


def test_a_step_is_one_and_the_same_however_it_is_numbered() -> None:
    """Words, figures with a full stop, and a cell of a table."""
    assert (
        ordinals_of("tredje etape") == ordinals_of("3. etape") == ordinals_of("Etape: 3") == (Ordinal(step="etape", which="3"),)
    )
    assert says_other(ordinals_of("the third stage"), "Etape: 2")
    assert not says_other(ordinals_of("the third stage"), "2. etape og 3. etape")
    assert not says_other((), "Etape: 2")


def test_another_letter_is_another_thing_unless_the_title_says_the_one_asked_for() -> None:
    """The letters of firms, names and keys are none."""
    assert is_of_other("Hvad koster bro A?", "Bro B koster 3 mio. kr.", "")
    assert not is_of_other("Hvad koster bro A?", "Bro B koster mindre end bro A.", "")
    assert not is_of_other("Hvad koster bro A?", "Bro B koster 3 mio. kr.", "Notat om bro A")
    assert not is_of_other("Hvad betyder K i skemaet?", "Tegn L leder.", "")
    assert letters_of("Firmaet Falk A/S og Bo B Skov") == frozenset()


def test_a_sum_measures_a_cost_a_saving_or_none_that_is_said() -> None:
    """What the clause says of it."""
    assert measures_in("Broen koster 3 mio. kr.") == {"cost"}
    assert measures_in("Det sparer 3 mio. kr.") == {"saving"}
    assert measures_in("Der er afsat 3 mio. kr.") == frozenset()

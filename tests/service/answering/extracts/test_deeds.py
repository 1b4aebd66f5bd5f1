"""The deed a question asks about must be told of, not planned, not another."""

from __future__ import annotations

import pytest

from service.answering.extracts.deeds import deeds_untold


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvornår skal badebroen være færdig?", "Udvalget ønskede den 3. marts 2025 en ny badebro."),
        ("Hvornår blev badebroen nedlagt?", "Badebroen blev åbnet den 4. juni 2021."),
        ("Hvor mange stemte imod badebroen?", "Udvalget godkendte de 3 badebroer."),
        ("Hvem har skrevet pjecen?", "Havneselskabet inviterer, og der laves en pjece."),
        ("What did the evaluation of the pier show?", "The evaluation of the pier is expected in May."),
        ("When was the pier founded?", "Broen har været uden livredder den 1. maj."),
    ],
)
def test_another_deed_is_not_the_one_asked_about(question: str, text: str) -> None:
    """A date, number or name beside another deed answers nothing."""
    assert deeds_untold(question, text) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvornår skal badebroen være færdig?", "En ny bro forventes klar i foråret 2027."),
        ("Hvornår blev badebroen vedtaget?", "Strandudvalget tiltrådte den 3. marts, at den bygges."),
        ("Who bought the pier?", "Havneselskabet tilkøbte broen i 2019."),
        ("Hvor hurtigt skal the water result foreligge?", "Prøvesvar foreligger senest fire timer efter."),
        ("What did the evaluation show?", "Evalueringen viste, at vandet er rent."),
        ("Hvem ejer søen?", "Søen ejes af Havneselskabet."),
        ("Hvem skal have den godkendte plan?", "Planen sendes til Havneselskabet."),
        ("Hvornår mener Bornholm, at broen skal åbne?", "Vi foreslår 1. maj."),
    ],
)
def test_a_deed_may_be_told_in_other_words(question: str, text: str) -> None:
    """Finished is also ready; a question without a deed lacks none, nor one that only says
    by a deed which thing it means, nor a name that begins like one.
    """
    assert deeds_untold(question, text) == 0.0


def test_half_of_two_deeds_may_be_told() -> None:
    """Decided stands here, evaluated does not."""
    assert deeds_untold("Hvad blev besluttet og evalueret?", "Udvalget besluttede at bygge.") == 0.5

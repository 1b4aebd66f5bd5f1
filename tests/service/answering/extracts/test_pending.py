"""What is still to come answers no question for what is done, and an empty office none for who holds it."""

from __future__ import annotations

import pytest

from service.answering.extracts.pending import is_pending, only_to_be_treated


def test_what_is_still_to_come_is_no_result() -> None:
    """A question for what was shown is not met by what is expected; a question for what is expected is."""
    planned = "Evalueringen forventes at foreligge i foråret 2027."
    assert is_pending("Hvad viste evalueringen?", planned)
    assert not is_pending("Hvornår forventes evalueringen?", planned)
    assert not is_pending("Hvad viste evalueringen?", "Den viste, at vandet er rent.")


def test_an_office_that_is_vacant_has_no_holder() -> None:
    """To name the office is no answer to who holds it."""
    assert is_pending("Hvem er medformand for gruppen?", "Der mangler en medformand, som udpeges i maj.")
    assert is_pending("Who is the warden in Hou?", "Lederne i Hou, Saksild og Odder ansættes derefter.")
    assert not is_pending("Hvem er medformand for gruppen?", "Medformand er Gerda Holm.")


def test_who_leaves_an_office_is_not_who_comes() -> None:
    """The post is advertised, unless somebody takes it over."""
    asked = "Hvem bliver ny havnechef?"
    assert is_pending(asked, "Havnechef Bo Skov går på pension, og stillingen slås op i april.")
    assert not is_pending(asked, "Havnechef Bo Skov går på pension og afløses af Malene Dam.")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvad besluttede Odder Byråd den 9. juni om badebroen?", "Byrådene behandler sagen i juni: Odder den 9. juni."),
        ("Besluttede havnerådet at lukke kiosken?", "Kiosken lukkes. Beslutning træffes på mødet den 4. maj."),
        ("Hvad vedtog rådet om badebroen?", "Sagen om badebroen forelægges rådet i maj."),
        ("What did the council decide about the bridge?", "The council will discuss the bridge in May."),
    ],
)
def test_that_a_matter_is_treated_is_no_decision(question: str, text: str) -> None:
    """When it comes up is told, not what came of it."""
    assert only_to_be_treated(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvad besluttede rådet om badebroen?", "Sagen blev udsat og behandles igen i maj."),
        ("Hvad besluttede rådet om badebroen?", "Rådet drøftede sagen. Der træffes ikke beslutning."),
        ("Hvornår skal rådet have besluttet det?", "Beslutning træffes på mødet den 4. maj."),
        ("Hvad koster badebroen?", "Sagen behandles i maj."),
    ],
)
def test_what_came_of_it_is_one(question: str, text: str) -> None:
    """That it was put off or sent on, or that nothing was decided, is an answer."""
    assert not only_to_be_treated(question, text)

"""What was decided, who was there, which number a case has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.records import Draft

Ask = Callable[..., Draft]


def test_the_decision_is_quoted_and_not_the_proposal(ask: Ask) -> None:
    """The remark of the decision stands in the answer, the secretariat's proposal does not."""
    text = ask('Hvad besluttede Kystudvalget den 3. marts 2026 i sagen "Revision af aftalen om badebroer"?').text
    assert text.startswith("»Udvalget godkendte aftalen med bemærkning om, at broerne males grønne.")
    assert "Sekretariatet indstiller" not in text
    assert "Kystudvalget, 3. marts 2026, punkt 2" in text


def test_a_case_is_found_by_its_topic(ask: Ask) -> None:
    """No title, no day: "badebroer" is enough."""
    assert ask("Hvad blev besluttet om badebroerne?").text.startswith("»Udvalget godkendte aftalen")


def test_a_blank_decision_is_said_to_be_blank(ask: Ask) -> None:
    """Only "." is printed: the proposal is among the sources and not in the answer."""
    draft = ask("Hvad besluttede Kystudvalget om planen for fyrtårne?")
    assert draft.text.startswith("Der er ikke noteret nogen beslutning")
    assert "vedtager" not in draft.text


def test_a_bare_approval_is_followed_by_what_was_proposed_named_as_such(ask: Ask) -> None:
    """The word "Godkendt." says nothing by itself."""
    assert ask("Hvad besluttede Kystudvalget under punkt 1 den 3. marts 2026?").text.startswith("»Godkendt.«")


def test_the_votes_asked_for_are_told_apart(ask: Ask) -> None:
    """Those for are not among those against."""
    text = ask("Hvem stemte imod aftalen om badebroer?").text
    assert "Bo Dam" in text
    assert "Clara Eng" not in text


def test_the_proposal_is_given_when_it_is_asked_for(ask: Ask) -> None:
    """An indstilling is no beslutning."""
    text = ask("Hvad var indstillingen i sagen om badebroer?").text
    assert text.startswith("»Sekretariatet indstiller, at udvalget godkender den nye aftale.«")


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvornår holdt Kystudvalget møde i marts 2026?", "3. marts 2026 kl. 14:00 (Kystudvalget)."),
        ("Hvor blev Kystudvalgets møde den 3. marts 2026 holdt?", "Lokale 7, Havnegade"),
        ("Who attended the meeting of Kystudvalget on 3 March 2026?", "Asta Bro, Bo Dam, Clara Eng and Dan Fisk"),
        ("Hvem var fraværende i Kystudvalget den 3. marts 2026?", "Dan Fisk (Kystudvalget, 3. marts 2026)."),
        ("Var Clara Eng fraværende den 3. marts 2026?", "Nej, Clara Eng står blandt mødedeltagerne"),
        ("Hvad er sagsnummeret på sagen om badebroer?", "12-34-56-8-26 "),
        ("Hvilket punkt handlede om fyrtårne?", "Punkt 3: Plan for fyrtårne"),
    ],
)
def test_the_head_of_the_minutes_answers(ask: Ask, question: str, beginning: str) -> None:
    """Day, hour, place, people, case numbers and item numbers as printed."""
    assert ask(question).text.startswith(beginning)


def test_somebody_both_present_and_absent_is_shown_as_a_contradiction(ask: Ask) -> None:
    """Dan Fisk stands among the participants of the head and among the absentees of an item."""
    draft = ask("Hvem var fraværende i Kystudvalget den 3. marts 2026?")
    assert [conflict.text for conflict in draft.conflicts] == ["Referatet opfører også Dan Fisk som mødedeltager."]


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede Kystudvalget den 4. april 2026?",
        "Hvem deltog i Kystudvalgets møde den 9. september 2025?",
        "Hvad besluttede Kystudvalget om cykelstier?",
        "Hvem stemte imod planen for fyrtårne?",
    ],
)
def test_meetings_cases_and_votes_that_are_not_there_are_not_answered(refuses: Callable[[str], bool], question: str) -> None:
    """A day without a meeting, a topic without a case, an item without a vote."""
    assert refuses(question)


def test_a_follow_up_carries_the_meeting(ask: Ask) -> None:
    """As in "Hvem var fraværende?" after a question on that meeting."""
    draft = ask("Hvem var fraværende?", "Hvad besluttede Kystudvalget den 3. marts 2026 om badebroer?")
    assert draft.text.startswith("Dan Fisk")

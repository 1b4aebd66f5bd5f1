"""A follow-up is rewritten into a question that stands alone and reads like one."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.records import Access, Fact, FactKind
from service.records import Question
from service.understanding.carried.body import with_other_body
from service.understanding.followup import standing_alone
from service.understanding.member_rows import member_rows
from service.understanding.topic import topic_of
from service.understanding.vocabulary import Vocabulary


def cell(council: str, members: str, task: str, text: str) -> Fact:
    """A table cell as a fact."""
    return Fact(
        id=f"{council}/{task}",
        kind=FactKind.CELL,
        subject=council,
        relation=task,
        object=text,
        qualifiers=(("Kommuner", members),),
        date=date(2026, 5, 29),
        document_id="d",
        passage_id=council,
        access=Access.OPEN,
    )


CELLS = tuple(
    cell(council, members, task, "Lånt drift.")
    for council, members in (("Kysten", "Læsø, Frederikshavn"), ("Heden", "Morsø og Thisted"))
    for task in ("Natsygepleje", "Varme- og træningsbassiner")
)
KNOWN = Vocabulary(
    rows=member_rows(CELLS),
    cells=CELLS,
    definitions=(),
    abbreviations=(),
    bodies=("Kystudvalget",),
    persons=(),
    long_forms={},
)


@pytest.mark.parametrize(
    ("earlier", "asked", "alone"),
    [
        ("Kan aftalen om broen opsiges?", "Hvad med aftalen om køb af mad?", "Kan aftalen om køb af mad opsiges?"),
        ("Hvem stemte imod busruten?", "Og hvorfor?", "Hvorfor (stemte imod busruten)?"),
        ("Hvor mange var imod busruten?", "Og hvem var de?", "Hvem var imod busruten?"),
        ("Hvor mange både er på land?", "Hvilke?", "Hvilke både er på land?"),
        ("Who represents Odder in the boat panel?", "And the substitute?", "Who is the substitute (Odder in the boat panel)?"),
        ("Hvad koster det nye flydedæk?", "Og hvem betaler?", "Hvem betaler (det nye flydedæk)?"),
        ("Hvad er taksten for første besøg?", "Og for de næste?", "Hvad er taksten for de næste (første besøg)?"),
        ("Hvem driver natsygeplejen i Thisted Kommune?", "Og på Læsø?", "Hvem driver natsygeplejen i Læsø Kommune?"),
        ("Hvem driver natsygeplejen i Thisted?", "Og hvad med Frederikshavn?", "Hvem driver natsygeplejen i Frederikshavn?"),
        ("Who runs natsygepleje in Morsø?", "And træningsbassiner there?", "Who runs træningsbassiner in Morsø?"),
        ("Hvem driver natsygeplejen på Morsø?", "Hvem driver den i Thisted?", "Hvem driver natsygeplejen i Thisted?"),
        ("Hvor mange pladser får Sundhedsråd Kysten?", "Og Sundhedsråd Heden?", "Hvor mange pladser får Sundhedsråd Heden?"),
        ("Hvem er formand for arbejdsgruppen om broer?", "Og næstformand?", "Hvem er næstformand for arbejdsgruppen om broer?"),
        (
            "Hvad besluttede Kystudvalget den 3. marts 2026 om broer?",
            "Og den 7. april 2026?",
            "Hvad besluttede Kystudvalget den 7. april 2026 om broer?",
        ),
        (
            "Hvad besluttede Kystudvalget den 3. marts 2026 om broer?",
            "Hvem var fraværende?",
            "Hvem var fraværende på mødet i Kystudvalget den 3. marts 2026?",
        ),
        (
            "Hvem nedsætter Havnerådet?",
            "Hvad er rådets frist for svar?",
            "Hvad er Havnerådets frist for svar?",
        ),
        (
            "Hvem driver natsygeplejen i Thisted?",
            "Hvor mange nætter om ugen dækker man der?",
            "Hvor mange nætter om ugen dækker man i Thisted?",
        ),
        ("Hvem driver bassinet på Kysten?", "Og natsygepleje, hvem driver den?", "Natsygepleje, hvem driver den (Kysten)?"),
        ("Hvad bruges midlet Zofran til?", "Hvem vil have det med?", "Hvem vil have det med (midlet Zofran)?"),
        (
            "Hvilke to kommuner har bygget Broen sammen?",
            "Hvor mange indbyggere har de?",
            "Hvor mange indbyggere har de (de to kommuner, der har bygget Broen sammen)?",
        ),
    ],
)
def test_what_a_follow_up_leaves_out_is_taken_from_the_question_before(earlier: str, asked: str, alone: str) -> None:
    """Place, task, council, noun, day, meeting, a definite noun's name, or the topic in brackets."""
    assert standing_alone(Question(text=asked, context=(earlier,)), KNOWN) == alone


def test_a_chain_of_follow_ups_is_resolved_from_the_first() -> None:
    """The middle question is itself a follow-up."""
    context = ("Hvem driver natsygeplejen i Thisted?", "Og på Læsø?")
    assert (
        standing_alone(Question(text="Og træningsbassiner?", context=context), KNOWN) == "Hvem driver træningsbassiner på Læsø?"
    )


@pytest.mark.parametrize(
    "asked",
    [
        "Hvem er formand for Sundhedsråd Kysten, og hvornår mødes rådet i Thisted igen efter ferien?",
        "Hvilke kommuner driver selv natsygeplejen ifølge oversigten fra maj?",
        "Hvad koster en ny mole?",
        "Hvor bor Asta Bro?",
        "Hvor mange kommuner med egne både og vagter er der?",
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(asked: str) -> None:
    """Nothing is left out, so nothing is carried over."""
    assert standing_alone(Question(text=asked, context=("Hvem driver bassinet på Læsø?",)), KNOWN) == asked


def test_another_body_takes_the_place_of_the_one_behind_the_same_preposition() -> None:
    """The bodies need not be known; behind another preposition, or beside a second body, it stays open whose place is taken."""
    earlier = ("Hvornår var budgettet på i Økonomiudvalget?",)
    assert standing_alone(Question(text="Og i byrådet?", context=earlier), KNOWN) == "Hvornår var budgettet på i byrådet?"
    assert with_other_body("fra byrådet?", earlier[0], KNOWN) is None
    assert with_other_body("i byrådet?", "Hvad kom fra Ældrerådet i Økonomiudvalget i Kulturudvalget?", KNOWN) is None


def test_without_earlier_questions_nothing_is_rewritten() -> None:
    """There is nothing to carry over."""
    assert standing_alone(Question(text="Og på Læsø?"), KNOWN) == "Og på Læsø?"


def test_the_topic_of_a_question_is_what_follows_its_preposition() -> None:
    """The verb at the end goes too."""
    assert topic_of("Hvornår forventes et oplæg til aftalen om broer at være færdigt?") == "aftalen om broer"
    assert topic_of("Hvad besluttede udvalget for havne i sagen om nye broer?") == "nye broer"

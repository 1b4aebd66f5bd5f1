"""Language, kind, references, names and tasks of a question."""

from __future__ import annotations

import pytest

from ingest.records import SectionName
from service.records import Language, QuestionKind
from service.understanding.kind import kind_of
from service.understanding.language import language_of
from service.understanding.names import abbreviates, bodies_in, councils_in, persons_in
from service.understanding.references import case_number_in, item_number_in, quoted_in, sections_in, without_titles
from service.understanding.tasks import tasks_in

TASKS = ("Natsygepleje", "Rådgivning om kost og motion", "Varme- og træningsbassiner")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("who drives natsygepleje in Læsø", Language.ENGLISH),
        ("Hvem driver natsygeplejen på Læsø?", Language.DANISH),
        ("Who fortalte udvalget om indholdet af aftalen?", Language.DANISH),
        ("What is the deadline for the samarbejdsaftaler?", Language.ENGLISH),
        ("Og på Læsø?", Language.DANISH),
        ("And in Samsø?", Language.ENGLISH),
    ],
)
def test_the_grammar_words_decide_the_language(text: str, language: Language) -> None:
    """Names and terms of the other language do not."""
    assert language_of(text) is language


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hvem var ordstyrer?", QuestionKind.WHO),
        ("Er det regionen eller kommunen, der driver bassinet?", QuestionKind.WHO),
        ("Driver regionen eller kommunen bassinet?", QuestionKind.WHO),
        ("Hvornår holdt udvalget møde?", QuestionKind.WHEN),
        ("Hvis en by er rød i to uger, i hvilken uge testes der igen?", QuestionKind.WHEN),
        ("Hvor langt er Skive med den nye skabelon?", QuestionKind.STATUS),
        ("How far has Skive come with the template?", QuestionKind.STATUS),
        ("What does the bus cost per day?", QuestionKind.HOW_MANY),
        ("Hvad er planens fire mål?", QuestionKind.LIST),
        ("Which two bridges were closed?", QuestionKind.LIST),
        ("Hvad hedder den nye havnechef?", QuestionKind.WHO),
        ("Følger afdelingsleder Bo Lind med til Struer?", QuestionKind.YES_NO),
        ("Hvad er fristen for høringssvar?", QuestionKind.WHEN),
        ("Hvor mange pladser er der?", QuestionKind.HOW_MANY),
        ("I hvor mange råd er der en aftale?", QuestionKind.HOW_MANY),
        ("Hvor blev mødet holdt?", QuestionKind.WHERE),
        ("Hvad besluttede udvalget om broen?", QuestionKind.DECISION),
        ("Hvornår besluttede udvalget at male broen?", QuestionKind.WHEN),
        ("Hvad betyder 'fællesdrift'?", QuestionKind.DEFINITION),
        ("Hvad står PLO for?", QuestionKind.DEFINITION),
        ("Hvilke kommuner er med?", QuestionKind.LIST),
        ("Hvorfor blev broen malet?", QuestionKind.WHY),
        ("Skal kommunen selv drive bassinet?", QuestionKind.YES_NO),
        ("Hvad er status på broen?", QuestionKind.STATUS),
        ("Og hvem stemte imod?", QuestionKind.WHO),
        ("Hvornaar aabner broen?", QuestionKind.WHEN),
        ("Hvor hoj er broen?", QuestionKind.HOW_MANY),
    ],
)
def test_the_first_words_and_verbs_decide_the_kind(text: str, kind: QuestionKind) -> None:
    """Danish as people ask."""
    assert kind_of(text) is kind


def test_a_title_with_quotation_marks_inside_comes_whole() -> None:
    """What stands between "sagen" and the end of the question is the title."""
    assert quoted_in('Hvad besluttede Byrådet i sagen "Navnet "Fyret" til skolen"?') == ('Navnet "Fyret" til skolen',)
    assert quoted_in("Hvad betyder 'Både og'?") == ("Både og",)


def test_what_stands_in_a_title_says_nothing_of_the_meeting() -> None:
    """The date and the body in the title are not those of the meeting; a quoted term of one or two words stays."""
    text = 'Hvad besluttede Byrådet i sagen "Takster fra 1. januar 2030 i havnen"?'
    assert "2030" not in without_titles(text)
    assert without_titles("Hvad betyder 'Både og'?") == "Hvad betyder 'Både og'?"


def test_item_and_case_numbers_are_found_in_their_printed_shapes() -> None:
    """Two case systems."""
    assert item_number_in("Hvad blev besluttet under punkt 12?") == "12"
    assert case_number_in("Hvad gælder sag EMN-2031-00123?") == "EMN-2031-00123"
    assert case_number_in("Sag 1-23-45-678-31") == "1-23-45-678-31"
    assert sections_in("Hvad var indstillingen, og hvem var fraværende?") == (SectionName.RECOMMENDATION, SectionName.ABSENT)


def test_councils_are_found_under_other_spellings_and_not_as_regions() -> None:
    """A municipality's name is a council only behind "Sundhedsråd"; "Region X" is no council."""
    names = ("Horsens", "Midt-og Vestsjælland", "Hovedstaden", "Kysten")
    assert councils_in("Hvem er med i Sundhedsråd Midt- og Vestsjælland?", names) == ("Midt-og Vestsjælland",)
    assert councils_in("Hvem driver bassinet i Horsens?", names) == ()
    assert councils_in("Hvem driver bassinet i Sundhedsråd Horsens?", names) == ("Horsens",)
    assert councils_in("Hvad siger Region Hovedstaden?", names) == ()


def test_bodies_are_found_inflected_shortened_and_abbreviated() -> None:
    """The best fitting body only."""
    names = ("Byråd", "Havnens Fælles Planudvalg", "Havnesamarbejdsudvalget")
    assert bodies_in("Hvad besluttede Byrådet?", names) == ("Byråd",)
    assert bodies_in("Hvad besluttede Fælles Planudvalg?", names) == ("Havnens Fælles Planudvalg",)
    assert bodies_in("Hvad besluttede HSU?", names) == ("Havnesamarbejdsudvalget",)
    assert bodies_in("Hvad besluttede regeringen?", names) == ()
    assert abbreviates("FPU", "Fælles Planudvalg")
    assert not abbreviates("FPR", "Fælles Planudvalg")


def test_a_body_of_another_school_or_cluster_is_not_the_one_known() -> None:
    """Whose body is meant stands behind "ved" or in front; a municipality or month there names the meeting's place or time."""
    names = ("Skolebestyrelsen ved Birkeskolen", "Udvalget for Havn og Fjord")
    assert bodies_in("Hvem er formand for skolebestyrelsen ved Birkeskolen?", names) == (names[0],)
    assert bodies_in("Hvem er formand for skolebestyrelsen ved Egeskolen?", names) == ()
    assert bodies_in("Hvem var fraværende i Klitklyngens udvalg?", names) == ()


def test_a_body_of_another_part_of_the_country_is_not_the_one_known() -> None:
    """What stands behind a short form or a body's noun tells two of a kind apart."""
    assert bodies_in("Hvem er formand for SKF Vestland?", ("SKF Østland",)) == ()
    assert bodies_in("Hvem er formand for SKF Østland?", ("SKF Østland",)) == ("SKF Østland",)


def test_persons_are_found_by_first_and_last_name() -> None:
    """The middle name may be left out."""
    assert persons_in("Var Asta Bros stedfortræder med?", ("Asta Lind Bro", "Bo Dam")) == ("Asta Lind Bro",)


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Hvem driver natsygeplejen?", "Natsygepleje"),
        ("Hvem driver nat sygepleje?", "Natsygepleje"),
        ("hvem driver traeningsbassinerne", "Varme- og træningsbassiner"),
        ("Hvem driver bassinet?", "Varme- og træningsbassiner"),
        ("Hvem giver kostraadgivning om motion?", "Rådgivning om kost og motion"),
    ],
)
def test_tasks_are_found_inflected_split_and_without_danish_letters(text: str, task: str) -> None:
    """A word of the header, whole or as half of a compound."""
    assert tasks_in(text, TASKS, {})[0] == task


@pytest.mark.parametrize("text", ["Hvor mange patienter er der?", "Hvornår åbner den fælles telefonlinje?"])
def test_a_word_that_only_describes_a_task_does_not_name_it(text: str) -> None:
    """The noun of the header must be said: any line may be "fælles", and "patient" is no task."""
    assert tasks_in(text, ("Fælles medicinkort", "Patientrettet forebyggelse"), {}) == ()


def test_abbreviations_and_initials_stand_for_a_task() -> None:
    """Either the corpus writes the abbreviation out, or its letters are the header's."""
    assert tasks_in("Hvem driver VTB?", TASKS, {}) == ("Varme- og træningsbassiner",)
    assert tasks_in("Hvem driver NSP?", TASKS, {"NSP": "natsygeplejen"}) == ("Natsygepleje",)
    assert tasks_in("Hvem driver skolen?", TASKS, {}) == ()

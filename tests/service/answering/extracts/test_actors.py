"""Who: a quote answers only when it says it of somebody whom the question does not name itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.opened import OpenIndex
from ingest.records import BlockKind
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.binding.actors import unnamed
from service.answering.extracts.heads import headed
from service.answering.extracts.spans.names import find_actors, find_persons
from service.answering.extracts.units import units_of
from service.records import Question
from service.understanding.understand import understand


def _unnamed(question: str, text: str, index: OpenIndex) -> float:
    answerer = ExtractAnswerer(index)
    passage = index.store.passages_of_document(index.store.documents()[0].id)[0]
    passage = replace(passage, text=text, kind=BlockKind.PARAGRAPH, heading_path=())
    asked = answerer.asked(understand(Question(text=question), index))
    return unnamed(question, asked, headed(units_of(passage, answerer.lexis), passage, answerer.lexis))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvem er havnechef i Odder?", "Odder Kommune har siden marts haft en havnechef på prøve."),
        ("Who is the mayor of Odder?", "Sted: Odder Idrætscenter, sal 2\nOplægsholder: Borgmester og havnechef"),
        ("Hvem sidder for Odder i arbejdsgruppen?", "Gruppen ser på to broer: én i Hou og én i henholdsvis Odder og Horsens."),
        ("Hvem vandt udbuddet af badebroen?", "Administrationen lægger op til et udbud i fire dele."),
        ("Hvilket firma bygger badebroen?", "Der søges om penge til en ny badebro i Hou."),
        ("Hvilke kommuner har livreddere?", "Udvalget spørger kommuner, der har livreddere."),
        ("Hvem underskrev aftalen for Odder Kommune?", "Aftalen er indgået mellem Odder Kommune og Region Midtjylland."),
        ("Hvem skrev udkastet?", "Der er udarbejdet et udkast. Kiosken passes af Havneselskabet."),
        ("Hvem stemte imod?", "Observatør uden stemmeret: Bo Skov, havnen."),
        ("Hvem er vagtleder på havnen?", "Ansvarlig: Havnens vagtleder"),
        ("Hvem underskrev aftalen for Odder Kommune?", "Mellem Odder Kommune og kommunerne Brandsø og Hvidkilde er aftalt:"),
        ("Who signed the agreement for Odder?", "The agreement is between Odder Municipality and Kystlauget."),
        ("Hvem repræsenterede Kystlauget på mødet?", "Havnerådet holdt møde med Kystlauget og MedKyst."),
        ("Who represented Kystlauget at the meeting?", "MedKyst held a meeting with Kystlauget."),
        ("Hvem i Badetilsynet skriver notatet?", "Badetilsynet (BT) mødtes med KL. BT udarbejder et notat."),
        (
            "Hvem blev ansat som livredder i Odder?",
            "Rådet består af Bo Skov og Liv Lund. Der ansættes tre livreddere: to i Odder og én i Hou.",
        ),
        ("Which supplier will deliver the life belts?", "The supplier of life belts is changed. Bo Skov follows up."),
        (
            "Hvilken leverandør leverer redningskrans?",
            "Odder skifter leverandør af redningskranse. Bo Skov følger op i Odder og Horsens.",
        ),
        ("Which supplier will deliver the life belts?", "The supplier of life belts is changed from 1 September 2026."),
        ("Hvilke firmaer har budt på badebroen?", "Kontrakten om badebroen udløber i maj."),
    ],
)
def test_nobody_is_named_by_a_place_an_office_another_deed_or_the_question_itself(
    question: str, text: str, index: OpenIndex
) -> None:
    """Only a person holds an office, signs or is hired; only a name won or voted; a place is nobody, a person no firm."""
    assert _unnamed(question, text, index) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvem er havnechef i Odder?", "Sommeren er travl. Havnechef Grethe Lyng Mortensen glæder sig."),
        ("Hvem er mødeleder næste gang?", "Næste gang er den 3. maj. Så er Malene mødeleder."),
        ("Hvem tager kage med?", "Kage: Malene K."),
        ("Hvem er ekstern revisor?", "Rolle: Ekstern revisor\nPerson: Ikke valgt"),
        ("Hvem passer kiosken?", "Den passes af forvaltningen."),
        ("Hvem skriver under for Odder?", "For Odder Kommune\nBorgmester Bo Skov Kommunaldirektør"),
        ("Hvilken kommune har flest strande?", "De ligger i Odder og i Horsens."),
        ("Hvilket firma bygger badebroen?", "Opgaven er givet til Hou Bro og Bolværk A/S."),
        ("Hvilke kommuner har livreddere?", "Det har Odder og Samsø."),
        ("Hvilke to østjyske kommuner har livreddere?", "Det har Odder og Samsø."),
        ("Hvem repræsenterer Kystlauget i havnerådet?", "For Kystlauget: Liv Lund."),
        ("Hvem skrev under for Odder?", "Aftalen er underskrevet af Bo Skov og Liv Lund."),
        ("Which company delivers the life belts?", "They are delivered by Hjulnet ApS."),
        ("What does the firm pay?", "Den betaler 40 kr."),
        ("Hvornår åbner søen?", "Den åbner i maj."),
    ],
)
def test_somebody_is_named_by_a_person_firm_or_town_and_where_any_may_act_by_a_group(
    question: str, text: str, index: OpenIndex
) -> None:
    """First names, initials, offices before and behind a name; that nobody is chosen yet is an answer as well."""
    assert _unnamed(question, text, index) == 0.0


def test_any_long_word_is_no_actor() -> None:
    """The body of a short form is told by its capitals, which a search without regard to case would lose."""
    text = "Broen udvides væsentligt, oplyste MedKyst og havnechef Bo Skov fra Kystlauget"
    found = {span.of(text) for span in find_actors(text)}
    assert "MedKyst" in found
    assert {span.of(text) for span in find_persons(text)} == {"Bo Skov"}
    assert not {"Broen", "udvides", "væsentligt", "oplyste"} & found

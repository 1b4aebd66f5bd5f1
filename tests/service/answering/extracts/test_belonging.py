"""A number belongs to its noun, a person to the office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.opened import OpenIndex
from ingest.records import Access, BlockKind, Passage
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.asked import Asked
from service.answering.extracts.belonging import stray_name, uncounted, unheld_office
from service.answering.extracts.units import Unit, units_of
from service.records import Question
from service.understanding.understand import understand


def _asked(question: str, index: OpenIndex) -> Asked:
    return ExtractAnswerer(index).asked(understand(Question(text=question), index))


def _units(text: str, index: OpenIndex) -> tuple[Unit, ...]:
    document = index.store.documents()[0]
    passage = index.store.passages_of_document(document.id)[0]
    assert passage.access is Access.OPEN
    return units_of(_with_text(passage, text), ExtractAnswerer(index).lexis)


def _with_text(passage: Passage, text: str) -> Passage:
    return replace(passage, text=text, kind=BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    ("text", "far"),
    [
        ("Kommunen har 12 livreddere.", 0.0),
        ("Livreddere har kommunen efter den seneste opgørelse over alle strande nu 12 af.", 0.5),
        ("Planen har 5 trin.", 1.0),
    ],
)
def test_a_number_counts_the_noun_it_stands_beside(text: str, far: float, index: OpenIndex) -> None:
    """Beside it, in its sentence, or of something else."""
    question = "Hvor mange livreddere har kommunen?"
    assert uncounted(question, _asked(question, index), _units(text, index), ()) == far


def test_who_has_them_is_not_what_is_counted(index: OpenIndex) -> None:
    """A plan of five steps by the body asked about counts no one employed there."""
    question = "How many livreddere does Havneselskabet have?"
    assert uncounted(question, _asked(question, index), _units("Havneselskabet har en plan i 5 trin.", index), ()) == 1.0


def test_a_number_of_another_body_leaves_the_name_astray(index: OpenIndex) -> None:
    """The sentence with the share does not name the body asked about."""
    question = "Hvor stor en procentdel af løn dækker Havneselskabet?"
    asked = _asked(question, index)
    assert stray_name(asked, _units("Kommunen dækker 38 pct. af løn. Havneselskabet drøfter det.", index), ()) == 1.0
    assert stray_name(asked, _units("Havneselskabet dækker 38 pct. af løn.", index), ()) == 0.0


def test_an_office_is_held_by_the_person_beside_its_very_word(index: OpenIndex) -> None:
    """A chairman named earlier in the sentence is not the coordinator."""
    question = "Hvad hedder koordinatoren for strandene?"
    asked = _asked(question, index)
    text = "Direktør Grethe Lyng, Hou Havn, er udpeget som formand for det nye samarbejde, og en koordinator søges."
    assert unheld_office(question, asked, _units(text, index)) == 1.0
    assert unheld_office(question, asked, _units("Koordinator Grethe Lyng leder strandene.", index)) == 0.0


def test_a_vacant_office_has_no_holder(index: OpenIndex) -> None:
    """Who is asked for is named beside the office's word, be it a firm; a sentence without a name holds nobody."""
    question = "Hvem er leverandør af redningsveste?"
    asked = _asked(question, index)
    assert unheld_office(question, asked, _units("Stillingen som leverandør er ubesat.", index)) == 1.0
    assert unheld_office(question, asked, _units("Vestene kommer fra leverandøren Havtek i Hou.", index)) == 0.0

"""Asked for what is to come, what was is no answer; asked for a deed, what is due is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.opened import OpenIndex
from ingest.records import BlockKind
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.other_time import other_time
from service.answering.extracts.units import units_of
from service.records import Question
from service.understanding.understand import understand


def _other_time(question: str, text: str, index: OpenIndex) -> float:
    answerer = ExtractAnswerer(index)
    passage = index.store.passages_of_document(index.store.documents()[0].id)[0]
    passage = replace(passage, text=text, kind=BlockKind.PARAGRAPH, heading_path=())
    asked = answerer.asked(understand(Question(text=question), index))
    return other_time(question, asked, units_of(passage, answerer.lexis))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvornår er det næste tilsyn med søbadet?", "Tilsynet var på besøg i søbadet den 4. februar 2025."),
        ("Hvor holdes næste årsmøde i søbadet?", "Referat af årsmødet. Der deltog 40 i klubhuset på Havnevej."),
        ("When is the next inspection of the lake?", "The lake was inspected on 4 February 2025."),
        ("Hvornår skal åbningen af søbadet holdes?", "Den 3. maj 2024 blev der holdt et møde om åbningen."),
        ("Hvilken dag bliver søbadet rengjort?", "Søbadet var lukket den 3. maj 2024."),
        ("Hvornår underskrev klubben aftalen?", "Aftalen skal evalueres senest den 1. juni 2027."),
        ("When did the club sign the agreement?", "Klubben indtræder den 1. juni 2026."),
        ("Hvornår blev planen for søbadet godkendt?", "Planen behandles i havnerådet den 9. juni 2026."),
        ("Hvornår er fristen for at søge stillingen?", "Livredderen går på pension den 31. august. Stillingen slås op i juni."),
        ("When is the deadline for applications?", "The lifeguard retires on 31 August. The post is advertised in June."),
        ("Hvornår blev prøverne taget?", "Handling: prøver af vandet\nFrist: 1. juni 2026"),
    ],
)
def test_a_time_of_before_or_of_a_duty_is_another_time(question: str, text: str, index: OpenIndex) -> None:
    """The last visit is not the next one, and the day by which something is due not the day on which it was done."""
    assert _other_time(question, text, index) == 1.0


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hvornår er det næste tilsyn med søbadet?", "Næste tilsyn: 4. februar 2026."),
        ("Hvornår mødes havnerådet næste gang?", "Havnerådet mødes igen den 4. maj."),
        ("Hvornår mødes havnerådet næste gang?", "Punktet tages op på det næstkommende møde den 4. maj."),
        ("Hvornår skal søbadet åbne?", "Søbadet åbner den 3. maj 2026."),
        ("Hvornår trådte aftalen i kraft?", "Aftalen træder i kraft den 1. maj 2026."),
        ("Hvornår åbnede søbadet?", "Søbadet åbner den 1. maj 2026."),
        ("Hvornår blev aftalen indgået?", "Parterne indgik den 1. maj aftalen, der skal styrke søbadet."),
        ("Hvornår er fristen for at søge?", "Ansøgninger skal være havnen i hænde den 4. maj."),
        ("Hvornår er ansøgningsfristen?", "Ansøgningsfrist: 4. maj 2026"),
        ("Hvornår var fristen for svar?", "Svar skal gives senest den 1. maj."),
        ("Hvornår blev det planlagt, at søbadet åbner?", "Søbadet forventes at åbne den 1. maj."),
        ("Hvad koster søbadet?", "Søbadet kostede 4 mio. kr. i 2024."),
    ],
)
def test_the_time_asked_for_is_none(question: str, text: str, index: OpenIndex) -> None:
    """The same deed may be told as still to come by a text that is older than the question."""
    assert _other_time(question, text, index) == 0.0

"""One way to the item a question is about, whatever is asked of it; other bodies, schools and open agendas give no answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.answering.minutes.vote_counts import counted
from service.records import Draft

Strongest = Callable[[OpenIndex, str], Draft | None]

BOARD = """ELMESKOLEN
Skolebestyrelsen

Referat af skolebestyrelsesmøde tirsdag den 3. marts 2026 kl. 17.00

Til stede: Mona Krat (formand), Ivar Sten, Rut Hede
Fraværende: Pelle Mark (afbud)

Punkt 1: Godkendelse af referat
Godkendt.

Punkt 2: Ordensregler
Et forslag om forbud mod løbehjul i gården blev drøftet.
Beslutning: Forslaget falder. To stemte for, fire imod.

Punkt 3: Cykelskur
Skolelederen foreslog at rive cykelskuret ned.
Beslutning: Udsat. Rut indhenter et tilbud.

Næste møde: onsdag den 15. april 2026 kl. 17.00
"""

AGENDA = """Dagsorden for møde i Havneudvalget

Dato: 9. april 2026

Punkt 1: Tilskud til Sejlklubben
Sagsfremstilling
Sejlklubben søger om 60.000 kr.
Indstilling
Forvaltningen indstiller, at Sejlklubben får 40.000 kr.

Punkt 2: Ny kran
Indstilling
Forvaltningen indstiller, at kranen købes.
"""


@pytest.fixture(scope="module")
def corpus(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """A school board's minutes and a committee's agenda."""
    return open_corpus({"elmeskolen_2026-03-03.txt": BOARD, "dagsorden_havneudvalget.txt": AGENDA})


def test_a_case_is_found_by_its_text_within_the_school_named(corpus: OpenIndex, strongest: Strongest) -> None:
    """The title says "Ordensregler"; the scooters stand below it, the school on top of the paper."""
    draft = strongest(corpus, "Hvad besluttede skolebestyrelsen på Elmeskolen om løbehjul?")
    assert draft is not None
    assert "Forslaget falder." in draft.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede skolebestyrelsen på Birkeskolen om løbehjul?",
        "Hvem er formand for skolebestyrelsen ved Birkeskolen?",
        "Hvad besluttede byrådet om løbehjul?",
        "Hvad besluttede Havneudvalget om tilskud til Sejlklubben?",
    ],
)
def test_another_school_or_body_or_an_agenda_gives_no_decision(corpus: OpenIndex, strongest: Strongest, question: str) -> None:
    """What one school decided is no answer for another, and an agenda has decided nothing."""
    assert strongest(corpus, question) is None


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Blev cykelskuret revet ned?", "Nej: »Udsat."),
        ("Hvor mange stemte imod forbuddet mod løbehjul?", "Fire: »To stemte for, fire imod.«"),
        ("Hvornår holder skolebestyrelsen sit næste møde?", "15. april 2026:"),
        ("Who could not attend the meeting of the skolebestyrelse?", "Pelle Mark"),
    ],
)
def test_what_came_of_a_case_is_told_by_its_decision(
    corpus: OpenIndex, strongest: Strongest, question: str, beginning: str
) -> None:
    """A proposal that was put off did not come about; votes are counted; the next meeting stands below the last item."""
    draft = strongest(corpus, question)
    assert draft is not None
    assert draft.text.startswith(beginning)


@pytest.mark.parametrize(
    ("side", "text", "count"),
    [
        ("against", "31 stemte for, 4 stemte imod (O), og 2 undlod at stemme (Ø).", 4),
        ("neither", "31 stemte for, 4 stemte imod (O), og 2 undlod at stemme (Ø).", 2),
        ("for", "Vedtaget med 22 stemmer mod 15.", 22),
        ("against", "Vedtaget med 22 stemmer mod 15.", 15),
        ("against", "Imod stemte Ane Lund (V), Bo Holm (A) og Ida Kær (C).", 3),
        ("against", "Imod stemte Liste H (3), der ønskede det uændret.", 3),
        ("against", "Five voted in favour and two against.", 2),
        ("for", "Ane Lund tog forbehold.", None),
    ],
)
def test_votes_are_counted_by_figures_words_names_and_groups(side: str, text: str, count: int | None) -> None:
    """Three names are three votes; a group tells its number in brackets; a reservation is no vote."""
    assert counted(side, text) == count

"""What became of a case in a colleague's words: the short decision whole, one point of it, whose it is, a name or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft, Question
from service.understanding.understand import understand

MINUTES = """Samsø Kommune

Udvalget for Kyst og Havne

Referat af møde torsdag den 12. marts 2026 kl. 15.00
Til stede: Asta Bro, Bo Dam, Clara Eng
Afbud: Ida Lund

1. Lukning af fyrene om vinteren

Sagsfremstilling
Forvaltningen foreslår, at fyrene lukkes for gæster hele vinteren.

Indstilling
Forvaltningen indstiller,
a) at fyrene lukkes fra 1. november
b) at grupper bestiller rundvisning senest 10. oktober

Beslutning
Ad a: Fulgt.
Ad b: Fristen rykkes til den 24. oktober. Asta Bro skriver til turistforeningen.
Bo Dam kunne ikke støtte lukningen.

2. Bådebro ved Ballehage

Sagsfremstilling
Roklubben har søgt om 80.000 kr. til en bådebro.

Indstilling
Forvaltningen indstiller, at der gives 60.000 kr.

Beslutning
Punktet går tilbage til forvaltningen. Udvalget vil kende udgiften til vedligehold.

3. Repræsentant i Fyrrådet

Beslutning
Udvalget skal finde en afløser for Karl Holm. Et navn meldes ind senest 1. maj.

4. Nye takster for bådpladser

Sagsfremstilling
Taksten har været 900 kr. siden 2019.

Beslutning
Udvalget sender forslaget videre til Kommunalbestyrelsen uden anbefaling. Clara Eng stemte imod.

5. Vedligehold af strandene

Sagsfremstilling
Der er peget på fire opgaver på strandene: trapper, bænke, toiletter og skilte.

Beslutning
Udvalget sætter 200.000 kr. af. Trapperne tages først. Skiltene sættes i bero.
"""


@pytest.fixture(scope="module")
def coast(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The minutes of one committee."""
    return open_corpus({"kyst_2026-03-12.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Fik roklubben penge til en bådebro?", "går tilbage til forvaltningen"),
        ("Hvad sker der med bådebroen ved Ballehage?", "går tilbage til forvaltningen"),
        ("Hvad endte politikerne med om bådebroen?", "går tilbage til forvaltningen"),
        ("What became of the boat bridge (bådebro) at Ballehage?", "går tilbage til forvaltningen"),
        ("Hvornår skal grupper senest bestille rundvisning?", "24. oktober"),
        ("Hvilken opgave skal man begynde med på strandene?", "Trapperne tages først"),
        ("Hvilke politikere var modstandere af de nye takster for bådpladser?", "Clara Eng"),
        ("Who stayed away from the meeting on 12 March 2026?", "Ida Lund"),
        ("Hvem var forhindret den 12. marts 2026?", "Ida Lund"),
    ],
)
def test_the_decision_answers_in_whatever_words_it_is_asked_for(
    coast: OpenIndex, strongest: Callable[..., Draft | None], question: str, said: str
) -> None:
    """The words of the question need not stand in the decision: its case, or the point of the proposal, holds them."""
    draft = strongest(coast, question)
    assert draft is not None
    assert said in draft.text


def test_whoever_had_the_post_before_was_not_appointed(coast: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """A decision without a name says nothing of who was appointed."""
    draft = strongest(coast, "Hvem blev udpeget til Fyrrådet?")
    assert draft is None or draft.kind != "decision"


def test_a_case_sent_on_tells_nothing_of_what_the_other_body_decided(
    coast: OpenIndex, strongest: Callable[..., Draft | None]
) -> None:
    """The committee's minutes do not answer for the council, though its body is called a committee and no more."""
    assert strongest(coast, "Hvad besluttede Kommunalbestyrelsen om de nye takster for bådpladser?") is None


def test_the_case_of_a_follow_up_is_the_one_said_before(coast: OpenIndex) -> None:
    """The case is whatever the question before was about, spoken of as known; one that is named stands for itself."""
    earlier = ("Har nogen søgt om en bådebro ved Ballehage?",)
    assert "bådebro ved Ballehage" in understand(Question(text="Hvor ligger sagen så nu?", context=earlier), coast).text
    named = "Hvor ligger sagen om takster nu?"
    assert understand(Question(text=named, context=earlier), coast).text == named


def test_what_another_place_got_is_not_told_by_this_case(coast: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """A name that the case does not say is of another case, whatever else the question shares with it."""
    assert strongest(coast, "Fik roklubben i Mårup en bådebro?") is None

"""What came of a case: changed by the decision, postponed, refused, reserved against, elected; and who sat in for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

MINUTES = """Odder Kommune

Styregruppen for havnebadet i Odder

Mødedato: Tirsdag den 7. april 2026 kl. 10.00-12.30
Mødested: Rådhuset, lokale 4
Mødeleder: Asta Bro, direktør
Referent: Emil Sand, sekretariatet
Til stede: Asta Bro (direktør), Bo Dam (økonomichef), Clara Eng (sundhedschef)
Afbud: Bo Dam (deltog i stedet: Dan Fisk, konsulent)

1. Optælling af badegæster

Indstilling
Sekretariatet indstiller, at tallene for badegæster opdateres hvert kvartal.

Beslutning
Tallene for badegæster opdateres hvert halve år og ikke hvert kvartal.

2. Billetter til saunaen

Sagsfremstilling
Salget af billetter til saunaen foreslås åbnet den 1. oktober 2026.

Beslutning
Planen blev godkendt med den ændring, at salget af billetter til saunaen åbner den 1. september 2026.
Odder Svømmeklub tog forbehold for sin andel af udgiften.

3. Valg af medlem til Baderådet

Beslutning
Styregruppen valgte Clara Eng som medlem.

4. Flytning af trampolinen

Sagsfremstilling
Trampolinen ved molen er slidt.

Beslutning
Udsat til mødet i maj, da et tilbud mangler.

5. Lokaler til redningsposten

Indstilling
At styregruppen peger på Strandvej 3.

Beslutning
Indstillingen blev godkendt. Bo Dam undlod at stemme.

6. Saunaens åbningstid i ferien

Forvaltningen foreslår at holde lukket i uge 29.

Beslutning
Ikke godkendt. Saunaen holder åbent hele sommeren.
"""


@pytest.fixture(scope="module")
def harbour(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The minutes as a corpus."""
    return open_corpus({"styregruppe_odder_2026-04-07.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvor ofte skal tallene for badegæster opdateres?", "hvert halve år og ikke hvert kvartal"),
        ("Hvor tit opdateres tallene for badegæster?", "hvert halve år og ikke hvert kvartal"),
        ("Hvornår åbner salget af billetter til saunaen?", "åbner den 1. september 2026"),
        ("Hvem tog forbehold for sin andel af udgiften?", "»Odder Svømmeklub tog forbehold for sin andel af udgiften.«"),
        ("Hvem blev valgt til Baderådet?", "»Styregruppen valgte Clara Eng som medlem.«"),
        ("Hvad skete der med punktet om trampolinen?", "»Udsat til mødet i maj, da et tilbud mangler.«"),
        ("Which location was chosen for redningsposten?", "What had been proposed: »At styregruppen peger på Strandvej 3.«"),
        ("Blev det godkendt at holde saunaen lukket i uge 29?", "Nej: »Ikke godkendt."),
        ("Hvad besluttede styregruppen i Odder om trampolinen?", "»Udsat til mødet i maj"),
        ("Who took the minutes of the steering group meeting?", "Emil Sand"),
        ("Who wasn't present on 7 April 2026?", "Bo Dam"),
        ("Who attended instead of the økonomichef?", "Dan Fisk, i stedet for Bo Dam"),
        ("Hvornår sluttede styregruppemødet?", "Kl. 12.30 (Styregruppen for havnebadet i Odder, 7. april 2026)."),
        ("Hvem sidder i styregruppen?", "Deltagere på det seneste møde: Asta Bro,"),
    ],
)
def test_what_the_meeting_decided_wins_over_what_was_proposed(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str
) -> None:
    """The decision's own day, frequency, vote or person; names of the head where they are asked for."""
    draft = strongest(harbour, question)
    assert draft is not None
    assert part in draft.text


def test_what_was_proposed_is_not_answered_with_what_was_decided(
    harbour: OpenIndex, strongest: Callable[..., Draft | None]
) -> None:
    """Who asks for the proposal of a frequency that was changed wants no other than that one."""
    draft = strongest(harbour, "Hvor ofte foreslog sekretariatet at opdatere tallene for badegæster?")
    assert draft is None or "halve år" not in draft.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvad besluttede styregruppen i Vejen om trampolinen?",
        "Hvem blev ny formand for styregruppen?",
        "Who is vice chair of the steering group?",
        "Who represents Samsø Kommune in the steering group?",
    ],
)
def test_another_municipality_or_another_office_is_not_answered(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """The minutes of one municipality's body say nothing of another's; who chaired says nothing of who is to come."""
    assert strongest(harbour, question) is None


def test_a_title_that_was_given_is_not_told_again_nor_who_proposed_what_was_approved(
    harbour: OpenIndex, strongest: Callable[..., Draft | None]
) -> None:
    """The asker knows the case; of the proposal the matter counts."""
    draft = strongest(harbour, 'Hvad besluttede styregruppen i sagen "Lokaler til redningsposten"?')
    assert draft is not None
    assert draft.text == (
        "»Indstillingen blev godkendt. Bo Dam undlod at stemme.« (Styregruppen for havnebadet i Odder, 7. april 2026, punkt 5)"
        " Indstillet var: »At styregruppen peger på Strandvej 3.«"
    )
    draft = strongest(harbour, 'Hvad blev der indstillet i sagen "Optælling af badegæster"?')
    assert draft is not None
    assert "tallene for badegæster opdateres hvert kvartal" in draft.text

"""Minutes of a council that carry a committee's recommendation, votes with a reason, and conclusions below the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

MINUTES = """Referat
Byrådet, Lindholm Kommune

Mødedato: Onsdag den 12. marts 2025
Mødetidspunkt: 17:00 - 20:15
Mødested: Byrådssalen, Torvegade 3
Mødeleder: Karin Bøg (A)
Referent: Emil Sand

1. Helhedsplan for Fjordparken

Indstilling
Forvaltningen indstiller, at planen sendes i høring i otte uger.

Beslutning fra Teknik- og Miljøudvalget, 24. februar 2025, pkt. 8:
Udvalget anbefaler, at høringen varer ti uger.

Beslutning fra Byrådet, 12. marts 2025, pkt. 1:
Byrådet sendte planen i høring i ti uger.

2. Bevilling til ny svømmehal

Beslutning fra Byrådet, 12. marts 2025, pkt. 2:
Imod stemte 1: Ø.
Indstillingen blev dermed godkendt.
Enhedslisten begrundede sin stemme med, at pengene burde gå til skolen.

3. Natcafé

Brugerne ønsker, at caféen holder åbent hele året.

Konklusion: Byrådet tager ønsket med til budgettet.
"""


@pytest.fixture(scope="module")
def council(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The minutes as a corpus."""
    return open_corpus({"byraad_2025-03-12.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvad anbefalede Teknik- og Miljøudvalget om Fjordparken?", "»Udvalget anbefaler, at høringen varer ti uger.«"),
        ("Hvad besluttede Byrådet om Fjordparken?", "»Byrådet sendte planen i høring i ti uger.«"),
        ("Hvorfor stemte Enhedslisten imod svømmehallen?", "pengene burde gå til skolen"),
        ("Hvad blev konklusionen om natcaféen på byrådsmødet?", "»Byrådet tager ønsket med til budgettet.«"),
        ("Hvad handlede punkt 2 på byrådsmødet om?", "Bevilling til ny svømmehal (Byrådet, 12. marts 2025)."),
        (
            "Hvilke punkter var på dagsordenen for byrådsmødet den 12. marts 2025?",
            "1 Helhedsplan for Fjordparken; 2 Bevilling til ny svømmehal; 3 Natcafé (Byrådet, 12. marts 2025).",
        ),
        ("Hvem skrev referatet fra byrådsmødet?", "Emil Sand (Byrådet, 12. marts 2025)."),
        ("Hvor blev byrådsmødet den 12. marts 2025 holdt?", "Byrådssalen, Torvegade 3"),
    ],
)
def test_each_body_has_its_own_words(
    council: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str
) -> None:
    """The committee's recommendation is not the council's decision, and neither is the proposal."""
    draft = strongest(council, question)
    assert draft is not None
    assert part in draft.text


def test_a_body_that_nobody_mentions_decided_nothing(council: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """Neither its own minutes nor the history of a case name it."""
    assert strongest(council, "Hvad besluttede Kulturudvalget om Fjordparken?") is None

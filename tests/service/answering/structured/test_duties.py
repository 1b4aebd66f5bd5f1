"""Deadlines, doers, offices and signatures: only of the very thing asked about, from the newest source."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

AGREEMENT = """<html><head><title>Aftale om fælles bådhal</title></head><body><main><h1>Aftale om fælles bådhal</h1>
<p>Indgået den 10. januar 2026</p>
<p>Havnerådet skal godkende takstbladet senest den 1. april 2026.</p>
<p>Sejlklubberne skal aflevere regnskab inden den 1. marts 2026.</p>
<p>Aftalen træder i kraft den 1. maj 2026.</p>
<p>Nordklubben drives af bestyrelsen, mens Sydklubben drives af kommunen.</p>
<p>Lodsen er ansvarlig for sejlrenden. Takstbladet udarbejdes af havnekontoret.</p>
<h2>Roller</h2><table><tr><th>Navn</th><th>Rolle</th></tr><tr><td>Gitte Ravn</td><td>Formand for bådudvalget</td></tr>
<tr><td>Hans Torsk</td><td>Næstformand for bådudvalget</td></tr></table>
<h2>Pladser</h2><table><tr><th>Klub</th><th>Bådpladser</th></tr><tr><td>Nordklubben</td><td>40</td></tr>
<tr><td>Sydklubben</td><td>25</td></tr></table>
<h2>Underskrifter</h2><p>For Nordklubben: Signe Lund</p><p>For Sydklubben: Ove Sild</p></main></body></html>"""

LATER = """<html><head><title>Notat om bådhallen</title></head><body><main><h1>Notat om bådhallen</h1>
<p>Notat, 20. februar 2026</p>
<p>Havnerådet skal godkende takstbladet senest den 15. juni 2026.</p>
<p>Det er besluttet at hæve antallet af bådpladser i Sydklubben fra 25 til 31.</p></main></body></html>"""


@pytest.fixture(scope="module")
def harbour(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """An agreement and a later note."""
    return open_corpus({"aftale_2026-01-10.html": AGREEMENT, "notat_2026-02-20.html": LATER})


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("Hvornår skal havnerådet senest godkende takstbladet?", "Senest 15. juni 2026: »Havnerådet skal godkende takstbladet"),
        ("Hvad er fristen for sejlklubbernes regnskab?", "Inden 1. marts 2026: "),
        ("Hvornår træder aftalen i kraft?", "1. maj 2026: "),
        ("Hvem er ansvarlig for sejlrenden?", "Lodsen: »Lodsen er ansvarlig for sejlrenden.«"),
        ("Hvem udarbejder takstbladet?", "Havnekontoret: "),
        ("Hvem driver Nordklubben?", "Bestyrelsen: "),
        ("Hvem er formand for bådudvalget?", "Gitte Ravn (Formand for bådudvalget)."),
        ("Who is the vice-chair of bådudvalget?", "Hans Torsk (Næstformand for bådudvalget)."),
        ("Hvem har underskrevet aftalen for Sydklubben?", "Ove Sild (Aftale om fælles bådhal)"),
        ("Hvor mange bådpladser har Nordklubben?", "40 "),
        ("Hvor mange bådpladser har Sydklubben?", "31 (bådpladser: Sydklubben) – »Det er besluttet"),
    ],
)
def test_the_answer_begins_with_the_day_the_doer_or_the_holder(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str, beginning: str
) -> None:
    """The newest source first; the clause that says it, and no other clause of the sentence."""
    draft = strongest(harbour, question)
    assert draft is not None
    assert draft.text.startswith(beginning)


def test_an_older_deadline_is_told_as_conflict(harbour: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """The agreement of January said 1 April."""
    draft = strongest(harbour, "When must havnerådet approve takstbladet?")
    assert draft is not None
    assert [conflict.text for conflict in draft.conflicts] == ["An older source (10 January 2026) says 1 April 2026."]


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår skal havnerådet senest godkende budgettet?",
        "Hvad er fristen for ansøgning om bådplads?",
        "Hvem er kasserer i bådudvalget?",
        "Hvem er formand for havnerådet?",
        "Hvem har underskrevet aftalen for Østklubben?",
        "Hvem udarbejder regnskabet for færgen?",
    ],
)
def test_the_deadline_or_the_office_of_another_thing_is_no_answer(
    harbour: OpenIndex, strongest: Callable[..., Draft | None], question: str
) -> None:
    """Part of the question's words is not enough, and a vice-chair is no chair."""
    assert strongest(harbour, question) is None


def test_deadlines_of_a_period_are_listed_by_day(harbour: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """Only those due within it, each source's own day."""
    draft = strongest(harbour, "Which deadlines are there in June 2026?")
    assert draft is not None
    assert draft.text == "One deadline: 15 June 2026: Havnerådet skal godkende takstbladet senest den 15. juni 2026."


LETTER = """Forespørgsel om kranen ved Bådudvalget (BU)

Kære bådudvalg

Vi vil gerne låne kranen i maj, og vi betaler selv for føreren, som vi har talt med. Bådudvalget bedes svare inden påske.

Venlig hilsen
Marie Torsk
Havnefoged
"""
REPLY = """Svar på forespørgsel om kranen

Kære sejlere

I kan låne kranen i maj, når BU har fået navnet på føreren. Vi vil gerne se den igen, inden sommerferien begynder i juni.

Venlig hilsen Ove Sild og Gitte Ravn

Venlig hilsen
Hans Krabbe
Sekretær
"""


@pytest.fixture(scope="module")
def letters(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """A letter and the reply to it, which two signed and a third sent on."""
    return open_corpus({"brev.txt": LETTER, "svar.txt": REPLY})


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Hvem har underskrevet svaret om kranen?", "Ove Sild og Gitte Ravn ("),
        ("Hvilke to personer har underskrevet svaret fra Bådudvalget?", "Ove Sild og Gitte Ravn ("),
        ("Hvem har underskrevet forespørgslen om kranen?", "Marie Torsk ("),
    ],
)
def test_of_two_letters_about_one_matter_the_question_names_the_one(
    letters: OpenIndex, strongest: Callable[..., Draft | None], question: str, names: str
) -> None:
    """By what its title calls it; names may stand behind the farewell, and a body under its abbreviation."""
    draft = strongest(letters, question)
    assert draft is not None
    assert draft.text.startswith(names)

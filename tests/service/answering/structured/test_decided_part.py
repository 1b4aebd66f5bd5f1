"""What is asked of a case's outcome is answered from its decision: day, price, place, person, list; and who was there for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from index.opened import OpenIndex
from service.records import Draft

MINUTES = """Stege Kommune

Parkudvalget

Mødedato: Torsdag den 5. marts 2026 kl. 15.00
Til stede: Asta Bro (A), Bo Dam (V), Clara Eng (F), Dan Fisk (C)
Afbud: Ida Lund (B). I hendes sted mødte Rie Toft (B).
Clara Eng forlod mødet kl. 16.20.

1. Nye bænke i Lystskoven

Sagsfremstilling
Der er i dag 14 bænke. En bænk af eg koster 9.000 kr., en af lærk 6.500 kr.

Indstilling
Forvaltningen indstiller, at der købes 20 bænke af eg fra 1. maj 2026.

Beslutning
Der købes 12 bænke af lærk. De stilles op ved søen og på Rosenhøj fra 15. juni 2026.

2. Medlem af Træfældningsrådet

Sagsfremstilling
Rådet mangler et medlem og en suppleant.

Beslutning
Som medlem peges på Bo Dam. Dan Fisk blev foreslået af C, men opnåede ikke flertal. Stedfortræder: Clara Eng. Udpegningen
gælder til 31. december 2027.

3. Leje af pavillonen

Sagsfremstilling
Det foreslås, at en dag i pavillonen koster 800 kr.

Beslutning
Lejeren stiller 2.000 kr. i depositum. Prisen blev sat til 650 kr. om dagen. Imod stemte Dan Fisk. Bo Dam var inhabil og deltog
ikke i behandlingen.

4. Tilskud fra Blomsterpuljen

Sagsfremstilling
Der er 9 ansøgninger.

Beslutning
Følgende fik tilskud:
- Havelauget: 20.000 kr.
- Bilauget: 15.000 kr.
Spejderne fik afslag.

5. Hegn om hundeskoven

Sagsfremstilling
Hegnet koster 90.000 kr.

Beslutning
Sagen sendes tilbage til forvaltningen, der undersøger et billigere hegn.

Næste møde er den 9. april 2026. Bo Dam er ordstyrer.
"""


@pytest.fixture(scope="module")
def park(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """The minutes as a corpus."""
    return open_corpus({"parkudvalg_2026-03-05.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "part", "never"),
    [
        ("Hvor mange bænke skal der købes til Lystskoven?", "12 bænke af lærk", "20 bænke"),
        ("Hvornår kommer de nye bænke i Lystskoven?", "fra 15. juni 2026", "1. maj"),
        ("Hvor skal bænkene i Lystskoven stå?", "ved søen og på Rosenhøj", "14 bænke"),
        ("Hvem skal sidde i Træfældningsrådet?", "peges på Bo Dam", "Dan Fisk"),
        ("Hvem blev suppleant i Træfældningsrådet?", "Stedfortræder: Clara Eng", "Bo Dam"),
        ("Hvad skal det koste at leje pavillonen?", "sat til 650 kr. om dagen", "800 kr."),
        ("Hvem fik penge fra Blomsterpuljen?", "Havelauget: 20.000 kr. - Bilauget: 15.000 kr.", "Spejderne"),
        ("Hvor mange var imod prisen for pavillonen?", "Imod stemte Dan Fisk", "Clara Eng"),
        ("Hvem deltog ikke, da leje af pavillonen blev behandlet?", "Bo Dam var inhabil", "Clara Eng"),
    ],
)
def test_the_sentence_that_decides_is_the_answer(
    park: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str, never: str
) -> None:
    """Neither what was proposed nor what was before is quoted."""
    draft = strongest(park, question)
    assert draft is not None
    assert part in draft.text
    assert never not in draft.text


def test_a_case_sent_back_has_no_outcome_to_tell(park: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """The sum in its background is no price that was agreed."""
    draft = strongest(park, "Hvad kommer hegnet om hundeskoven til at koste?")
    assert draft is None or "decided_part" not in dict(draft.features)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvem mødte som stedfortræder den 5. marts 2026?", "Rie Toft (i stedet for Ida Lund)"),
        ("Var Clara Eng til stede hele mødet den 5. marts 2026?", "Nej: »Clara Eng forlod mødet kl. 16.20.«"),
        ("Hvem er ordstyrer på Parkudvalgets næste møde?", "»Bo Dam er ordstyrer.«"),
    ],
)
def test_who_came_who_left_and_who_leads_next(
    park: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str
) -> None:
    """Each by the sentence of the minutes."""
    draft = strongest(park, question)
    assert draft is not None
    assert part in draft.text


CHOICE = """Stege Kommune

Beredskabsudvalget

Mødedato: Mandag den 2. februar 2026 kl. 9.00
Til stede: Asta Bro (A), Bo Dam (V)

1. Ny slukningsbåd

Sagsfremstilling
Båden fra Kalvø koster 2,4 mio. kr., mens båden fra Ringø koster 3,1 mio. kr.

Indstilling
Forvaltningen indstiller, at båden fra Kalvø købes.

Beslutning
Udvalget valgte båden fra Ringø, da den er hurtigst.
Bo Dam var imod.

2. Udpegninger

Beslutning
Godkendt.

3. Ny fejemaskine

Sagsfremstilling
Hvirvlen bruger diesel og koster 610.000 kr., Kosten kører på gas og koster 540.000 kr. og Stilfeje er elektrisk og koster
725.000 kr.

Beslutning
Udvalget foretrak Stilfeje på grund af støjen i havnen.

4. Højttaleranlæg til havnekontoret

Sagsfremstilling
Der er tilbud på et fast anlæg til 95.000 kr. eller et mobilt anlæg til 62.000 kr.

Beslutning
Udvalget pegede på det mobile anlæg.

5. Belægning på molen

Sagsfremstilling
Granit koster 1,9 mio. kr., mens tegl koster 1,2 mio. kr. og asfalt 0,6 mio. kr.

Beslutning
Valget faldt på tegl.

6. Redningsveste

Sagsfremstilling
Leverandøren sælger en vest med fløjte for 300 kr. og en vest med lygte for 420 kr.

Beslutning
Udvalget valgte en vest med spejl.

7. Årets havnefest

Sagsfremstilling
Der er set på tre steder.

Beslutning
Festen afholdes i bådehallen, og formanden holder talen.

8. Forsøg med ringeklokker

Sagsfremstilling
Forslaget er, at forsøget varer tre måneder.

Beslutning
Forsøget løber til udgangen af 2027.

9. Placering af flagstang

Sagsfremstilling
Forvaltningen foreslår den nordlige mole.

Beslutning
Flagstangen sættes op ved isboden.
"""


@pytest.fixture(scope="module")
def rescue(open_corpus: Callable[[Mapping[str, str]], OpenIndex]) -> OpenIndex:
    """Minutes that choose one of several solutions."""
    return open_corpus({"beredskabsudvalg_2026-02-02.txt": CHOICE})


@pytest.mark.parametrize(
    ("question", "part", "never"),
    [
        ("Hvad kommer den valgte slukningsbåd til at koste?", "»båden fra Ringø koster 3,1 mio. kr.«", "2,4"),
        ("Hvad koster den fejemaskine, udvalget valgte?", "»Stilfeje er elektrisk og koster 725.000 kr.«", "540.000"),
        ("Hvad er prisen på det valgte højttaleranlæg?", "»et mobilt anlæg til 62.000 kr.«", "95.000"),
        ("Hvad koster den nye belægning på molen?", "»tegl koster 1,2 mio. kr.«", "0,6"),
    ],
)
def test_what_the_chosen_one_costs_is_told_where_it_stands_beside_the_others(
    rescue: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str, never: str
) -> None:
    """The decision says which; only the clause on that one is quoted from the background."""
    draft = strongest(rescue, question)
    assert draft is not None
    assert draft.text.startswith(part)
    assert never not in draft.text


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Hvor skal flagstangen stå?", "»Flagstangen sættes op ved isboden.«"),
        ("Hvor skal havnefesten holdes?", "»Festen afholdes i bådehallen"),
        ("Hvor længe skal forsøget med ringeklokker vare?", "»Forsøget løber til udgangen af 2027.«"),
    ],
)
def test_a_place_no_list_has_and_an_end_for_a_length_answer_too(
    rescue: OpenIndex, strongest: Callable[..., Draft | None], question: str, part: str
) -> None:
    """What is put somewhere or goes on until a day says where and how long, whatever the place is called."""
    draft = strongest(rescue, question)
    assert draft is not None
    assert draft.text.startswith(part)


def test_the_price_of_another_is_none_of_what_was_chosen(rescue: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """Two clauses say as much of the words that choose, so none of them is meant."""
    draft = strongest(rescue, "Hvad koster den redningsvest, udvalget valgte?")
    assert draft is None or "decided_part" not in dict(draft.features)


def test_who_was_against_a_choice_is_told_by_the_vote(rescue: OpenIndex, strongest: Callable[..., Draft | None]) -> None:
    """To disagree is to be against."""
    disagreed = strongest(rescue, "Hvem var uenig i valget af slukningsbåd?")
    assert disagreed is not None
    assert "Bo Dam var imod" in disagreed.text

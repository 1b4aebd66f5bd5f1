"""What kind of words a question wants."""

from __future__ import annotations

import pytest

from service.answering.extracts.wanted import Wanted, says_kind, wanted_of
from service.records import Language, Understood
from service.understanding.kind import kind_of


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Hvornår åbner søen?", (Wanted.DATE,)),
        ("Hvor mange bademestre er der?", (Wanted.COUNT,)),
        ("Hvor mange penge er der sat af?", (Wanted.MONEY,)),
        ("Hvor stor en procentdel af udgifterne dækkes?", (Wanted.SHARE,)),
        ("Hvor ofte prøves vandet?", (Wanted.FREQUENCY,)),
        ("Hvor tit prøves vandet?", (Wanted.FREQUENCY,)),
        ("Hvor længe er søen lukket?", (Wanted.DURATION, Wanted.UNTIL)),
        ("Hvor laenge er soeen lukket?", (Wanted.DURATION, Wanted.UNTIL)),
        ("Hvad er bademesterens timelon?", (Wanted.MONEY,)),
        ("How is the cleaning of the beach split between the towns?", (Wanted.SHARE,)),
        ("Which other municipality lends out boats?", (Wanted.ACTOR,)),
        ("Hvilke to personer passer søen?", (Wanted.LIST,)),
        ("Hvor lang tid tager en prøve?", (Wanted.DURATION,)),
        ("Hvor mange år løber aftalen?", (Wanted.COUNT, Wanted.DURATION)),
        ("Hvor langt er man med den nye bro?", (Wanted.ANYTHING,)),
        ("Hvornår regnes en gæst som udeblevet?", (Wanted.ANYTHING,)),
        ("Hvor afholdes mødet?", (Wanted.VENUE,)),
        ("Hvem har skrevet notatet, og hvad er telefonnummeret?", (Wanted.ACTOR, Wanted.TELEPHONE)),
        ("Hvorfor blev broen revet ned?", (Wanted.REASON,)),
        ("Hvad er Grethes mobilnummer?", (Wanted.MOBILE,)),
        ("What is Grethe's mobile?", (Wanted.MOBILE,)),
        ("Hvem vasker den mobile sauna?", (Wanted.ACTOR,)),
        ("What is kept in the mobile unit?", (Wanted.ANYTHING,)),
        ("Hvad bruges de sidste 400 kr. til?", (Wanted.ANYTHING,)),
        ("Hvor mange kr. er der tilbage?", (Wanted.MONEY,)),
        ("Er vandet rent?", (Wanted.YES_NO,)),
        ("Hvor lang er ventetiden til en bådplads?", (Wanted.DURATION,)),
        ("Hvor mange gange om året prøves vandet?", (Wanted.FREQUENCY,)),
        ("Hvilket nummer ringer man til, når vagten er gået hjem?", (Wanted.TELEPHONE,)),
        ("Hvad skal hver havn lægge i kassen i 2027?", (Wanted.MONEY,)),
        ("Hvad betaler havnen for?", (Wanted.ANYTHING,)),
        ("Hvad hedder bademesteren?", (Wanted.ANYTHING,)),
        ("Hvad hedder havnelederen?", (Wanted.PERSON,)),
        ("Hvad hedder systemet bag bookingen?", (Wanted.ANYTHING,)),
        ("I hvilket kvartal graves der?", (Wanted.DATE,)),
        ("Hvornår åbner kiosken om lørdagen?", (Wanted.DATE, Wanted.CLOCK)),
        ("Hvordan kan det være, at broen er spærret?", (Wanted.REASON,)),
        ("Hvad er en badebro?", (Wanted.ANYTHING,)),
    ],
)
def test_the_kind_is_read_from_the_questions_own_words(question: str, wanted: tuple[Wanted, ...]) -> None:
    """The finest kind wins; a question that asks two things wants two, in the order asked."""
    understood = Understood(asked=question, text=question, language=Language.DANISH, kind=kind_of(question))
    assert wanted_of(understood) == wanted


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Hvorfor mangler budgettet for broen?", (Wanted.REASON,)),
        ("Hvornår åbner telefonen for nye tider?", (Wanted.DATE,)),
        ("Hvordan går det med at skaffe penge til broen?", (Wanted.ANYTHING,)),
        ("Hvilken havn har den højeste takst?", (Wanted.ANYTHING,)),
        ("How many e-mail accounts were closed?", (Wanted.COUNT,)),
        ("What happened to the budget of the bridge?", (Wanted.ANYTHING,)),
        ("Hvad bruges overskuddet til?", (Wanted.ANYTHING,)),
        ("Hvem bestiller, og hvad er prisen?", (Wanted.ACTOR, Wanted.MONEY)),
    ],
)
def test_a_noun_that_is_only_asked_about_wants_nothing(question: str, wanted: tuple[Wanted, ...]) -> None:
    """Behind why, when, who, how and how many, or as what something happens to, a budget is no sum that is wanted."""
    understood = Understood(asked=question, text=question, language=Language.DANISH, kind=kind_of(question))
    assert wanted_of(understood) == wanted


@pytest.mark.parametrize("word", ["kommunen", "regionerne", "udvalget", "parterne", "personer", "dato", "penge"])
def test_a_noun_with_its_ending_only_says_what_kind_is_wanted(word: str) -> None:
    """The words that answer need not say it again."""
    assert says_kind(word)


@pytest.mark.parametrize("word", ["kommuneskatten", "regionshospitalet", "udvalgsmødet", "partnerskabet", "medlemsprisen"])
def test_a_compound_says_more_than_the_kind(word: str) -> None:
    """A tax of the municipality is no municipality: an answer must speak of the tax."""
    assert not says_kind(word)

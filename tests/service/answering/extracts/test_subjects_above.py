"""Sentences that leave their subject to the title over them or to the sentence before, asked about as people ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.build import build
from index.opened import open_index
from service.assistant import Assistant
from service.records import Question
from service.settings import Settings

ASSEMBLY = """Haveforeningen Solkrogen

Referat af ordinær generalforsamling den 12. april 2026

1. Valg af dirigent
Inger Dam Frost blev valgt.

2. Beretning
Drivhuset på plads 9 blev ikke sat op. Naboen ville ikke af med hegnet. Plænen slås nu af Brix Have. Prisen er 8.200 kr. om året.

3. Valg til bestyrelsen
Formand: Poul Gade Lind
Suppleanter: Anne Vang Holm og Kim Bo Friis
"""

MINUTES = """Referat af møde i Parkudvalget

Mødedato: Onsdag den 6. maj 2026 kl. 16:00
Mødested: Rådhuset
Mødedeltagere: Eva Lind, Jens Bro

Punkt 1: Fældning af lindealléen

Sagsfremstilling
Forvaltningen foreslår, at lindealléen fældes i november 2026.

Beslutning
Udvalget besluttede, at lindealléen ikke fældes. Træerne beskæres i stedet.
"""

PAGE = """<html><head><title>Lån af værktøj</title></head><body><h1>Lån af værktøj</h1>
<h2>Må foreninger låne maskiner?</h2><p>Ja, hvis de har taget kurset. Uden kursus kan foreninger kun låne håndværktøj.</p>
<h2>Hvorfor lukker depotet om vinteren?</h2><p>Taget er utæt, og der er ingen varme.</p>
<h2>Kasser</h2><p>I den blå kasse lægges:</p><ul><li>søm og skruer</li><li>beslag</li></ul>
<p>I den gule kasse lægges:</p><ul><li>maling</li><li>lim og fugemasse</li></ul>
<h2>Ord</h2><dl><dt>Hjemlån</dt><dd>Værktøj, som tages med hjem i højst fire dage.</dd></dl></body></html>
"""

PLAN = """Havens arbejde de næste år

Arbejde og årstider fra i år og frem

Nyt hegn langs stien fra legepladsen og ned til åen ved den gamle mølle x x x x
Der er sat tre til at se på det. De mødes hver anden torsdag og taler med naboerne om, hvad der kan gro, og hvad der er sat før.
Et udkast ventes færdigt i andet halvår af 2027, og der plantes senest foråret efter, hvis vejret og naboerne vil det.
Nye bænke i midten af haven omkring det store bål og ved alle lågerne x x x x
Der er sat to til at se på det, og de har talt med smeden om prisen. De vil have bænke, som ikke skal males, og som kan flyttes.
Et udkast ventes færdigt i første halvår af 2029.
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over four small documents."""
    base = tmp_path_factory.mktemp("subjects")
    corpus = base / "corpus"
    corpus.mkdir()
    (corpus / "generalforsamling_solkrogen.txt").write_text(ASSEMBLY, encoding="utf-8")
    (corpus / "referat_parkudvalget_2026-05-06.txt").write_text(MINUTES, encoding="utf-8")
    (corpus / "plan.txt").write_text(PLAN, encoding="utf-8")
    (corpus / "vaerktoej.html").write_text(PAGE, encoding="utf-8")
    build([corpus], base / "index", workers=1)
    index = open_index(base / "index")
    yield Assistant(index, Settings(index=base / "index", min_confidence=0.0))
    index.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem blev valgt til dirigent?", "Inger Dam Frost"),
        ("Hvem er suppleanter til bestyrelsen?", "Kim Bo Friis"),
        ("Hvad koster det at få slået plænen?", "8.200 kr."),
        ("Hvad er et hjemlån?", "fire dage"),
        ("Hvornår ventes et udkast til nyt hegn langs stien ved legepladsen færdigt?", "andet halvår af 2027"),
        ("Hvornår ventes et udkast til nye bænke omkring bålet færdigt?", "første halvår af 2029"),
    ],
)
def test_a_line_answers_with_the_title_or_the_sentence_before_as_its_subject(asked: Assistant, question: str, said: str) -> None:
    """The answering words alone do not say what they are about."""
    assert said in asked.ask(Question(text=question)).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor blev drivhuset ikke sat op?", "hegnet"),
        ("Hvorfor lukker depotet om vinteren?", "utæt"),
    ],
)
def test_a_reason_needs_no_word_that_says_because(asked: Assistant, question: str, said: str) -> None:
    """It stands right after its matter, or under a heading that asks why."""
    assert said in asked.ask(Question(text=question)).text


def test_of_two_lists_only_the_one_asked_for_is_given(asked: Assistant) -> None:
    """Both stand in one passage, each behind its own lead-in."""
    text = asked.ask(Question(text="Hvad lægges i den gule kasse?")).text
    assert "lim og fugemasse" in text
    assert "beslag" not in text


def test_a_decision_comes_before_the_proposal_that_it_turned_down(asked: Assistant) -> None:
    """What was proposed proves no yes."""
    answer = asked.ask(Question(text="Fældes lindealléen?"))
    assert "ikke fældes" in answer.text
    assert not answer.text.startswith("Ja")


def test_of_an_answer_on_a_condition_the_case_asked_about_is_given(asked: Assistant) -> None:
    """What holds on a condition is no yes to a question about those who do not meet it."""
    text = asked.ask(Question(text="Må foreninger låne maskiner uden kursus?")).text
    assert "håndværktøj" in text
    assert not text.startswith("Ja")

"""English questions over a Danish corpus: what words stand for, alone, in phrases, and in compounds that Danish writes as one."""

from __future__ import annotations

import pytest

from index.analysis.chain import Analysis
from index.analysis.expansion import Expander
from index.analysis.folding import fold
from index.analysis.joined import compounds
from index.analysis.lexicon import Lexicon, lexicon
from index.analysis.words import words_of


def expander(vocabulary: str) -> Expander:
    """An expander over the words of a small corpus."""
    counts = dict.fromkeys(words_of(vocabulary), 5)
    analysis = Analysis(counts)
    return Expander(
        analysis, {term: 3 for word in counts for term in (analysis.of_word(word).term, *analysis.of_word(word).parts)}
    )


def asked(question: str, vocabulary: str) -> dict[str, dict[str, float]]:
    """Each word of a question with its terms."""
    return {group.word: dict(group.alternatives) for group in expander(vocabulary).expand(question).groups}


def renderings(words: str) -> tuple[str, ...]:
    """What the package's lexicon makes of one English phrase."""
    return lexicon().translate(words_of(words))[0].renderings


@pytest.mark.parametrize(
    ("form", "danish"),
    [("paid", "betale"), ("chosen", "vælge"), ("took", "tage"), ("held", "afholde"), ("split", "dele"), ("drawn", "tegne")],
)
def test_irregular_forms_are_known(form: str, danish: str) -> None:
    """By the word they are a form of."""
    assert danish in renderings(form)


@pytest.mark.parametrize(
    ("word", "danish"),
    [
        ("council", "råd"),
        ("draft", "udkast"),
        ("wave", "bølge"),
        ("cancelled", "aflyse"),
        ("kitchen", "køkken"),
        ("visit", "besøg"),
    ],
)
def test_the_first_rendering_is_the_first_sense(word: str, danish: str) -> None:
    """Whatever line of the lists has it first."""
    assert renderings(word)[0] == danish


def test_the_very_form_comes_before_another_word_of_its_stem() -> None:
    """A training is no train."""
    assert "tog" in renderings("training")
    assert renderings("training")[0] != "tog"
    assert renderings("trains")[0] == "tog"


@pytest.mark.parametrize("written", ["follow-up meeting", "follow up meeting"])
def test_hyphens_make_no_difference(written: str) -> None:
    """Neither in the question nor in the lists."""
    assert "opfølgningsmøde" in renderings(written)


def test_of_two_renderings_the_one_whose_line_names_the_word_first_is_better() -> None:
    """The order of the lines only decides between equals."""
    words = Lexicon([(["drift"], ["operation", "running"]), (["løb"], ["running"]), (["kørsel"], ["running"])])
    assert words.translate(["running"])[0].renderings == ("løb", "kørsel", "drift")


@pytest.mark.parametrize(
    ("question", "compound"),
    [
        ("Who trains the ambulance drivers?", "ambulancechauffører"),
        ("Who pays for the transport of patients?", "patienttransport"),
        ("Who pays for the transport of the patients?", "patienttransport"),
        ("What did they say about energy drinks?", "energidrikke"),
        ("How high are the set-up costs?", "etableringsomkostninger"),
        ("When does the psychiatry supplement appear?", "psykiatrisupplementet"),
    ],
)
def test_two_english_words_are_one_danish_word_that_the_corpus_has(question: str, compound: str) -> None:
    """In either order, and with words that look alike in both languages."""
    term = Analysis({}).term_of(fold(compound))
    words = [word for word, terms in asked(question, compound).items() if terms.get(term) == 1.0]
    assert len(words) == 2


def test_a_compound_that_the_corpus_does_not_have_is_not_asked_for() -> None:
    """Only its words are."""
    terms = asked("Who pays for the patient transport?", "patient transport")
    assert set(terms["patient"]) | set(terms["transport"]) <= {"patient", "transport", "koersel"}


def _pairs(question: str) -> list[tuple[int, int]]:
    words = words_of(question)
    return [(each.start, each.end) for each in compounds(words, lexicon().translate(words))]


def test_stop_words_and_numbers_part_what_stands_around_them() -> None:
    """Neighbours only: "budget and salary" is no "budgetløn"."""
    assert _pairs("budget and salary") == []
    assert _pairs("budget 2026") == []
    assert _pairs("salary budget") == [(0, 2)]


def test_a_word_that_says_nothing_in_danish_either_is_not_asked_for() -> None:
    """The word "large" is "stor", which every text says."""
    assert set(asked("How large is the budget?", "budget")) == {"budget"}


def test_the_noun_of_a_danish_verb_stands_for_the_english_word_too() -> None:
    """Where something is "placeret" is its "placering"."""
    assert asked("Where is the clinic located?", "placere placering")["located"].keys() >= {"plac", "placering"}


def test_a_verb_is_known_with_its_particle_behind_its_object() -> None:
    """What it is alone comes after."""
    found = lexicon().translate(words_of("Can we carry the money over?"))
    carried = next(each for each in found if "bære" in each.renderings)
    assert carried.renderings[0] == "overføre"


@pytest.mark.parametrize(
    ("question", "is_month"),
    [
        ("May the money be spent on books?", False),
        ("Who may vote?", False),
        ("What was decided in May?", True),
        ("Where is the meeting on 12 May?", True),
        ("Was the May 2026 meeting cancelled?", True),
    ],
)
def test_may_is_a_month_beside_a_number_or_behind_a_little_word(question: str, is_month: bool) -> None:
    """Else it is the verb."""
    found = lexicon().translate(words_of(question))
    assert any("maj" in each.renderings for each in found) is is_month


def test_no_stem_is_a_single_letter() -> None:
    """An article is no defibrillator (AED)."""
    assert lexicon().translate(["a"]) == []
    assert "hjertestarter" in renderings("AED")


def test_where_the_corpus_has_no_rendering_a_synonym_of_one_stands_for_the_word() -> None:
    """Less surely than a rendering would."""
    terms = asked("How much money is left?", "midler")
    assert 0 < terms["money"][Analysis({}).term_of("midler")] < 0.9


def test_a_danish_word_in_an_english_question_keeps_its_danish_synonyms() -> None:
    """It is no English word, so that nothing else says it."""
    alone, mixed = asked("Hvornår var mødet?", "mødet samtale"), asked("When was mødet held?", "mødet samtale")
    assert mixed["moedet"] == alone["moedet"]

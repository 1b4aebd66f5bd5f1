"""From text to terms: Danish as it is written, misspelt, joined and abbreviated, and English questions about it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.chain import Analysis, analyse
from index.analysis.compounds import Splitter
from index.analysis.dates import date_terms
from index.analysis.english import english_stem
from index.analysis.expansion import Expander
from index.analysis.folding import fold
from index.analysis.language import is_english
from index.analysis.lexicon import lexicon
from index.analysis.phrases import NameTable, renamings_in
from index.analysis.spelling import Speller, allowed_slips
from index.analysis.synonyms import synonyms
from index.analysis.verbs import forms_of
from index.analysis.words import pieces, words_of

WORDS = """
akut sygepleje sygeplejen syge pleje akutsygepleje sundhed omsorg plads pladser omsorgspladser kommune regionen patienter
"""
COUNTS = dict.fromkeys(WORDS.split(), 5)


def expander(names: NameTable | None = None) -> Expander:
    """An expander over a small vocabulary."""
    analysis = Analysis(COUNTS)
    terms = {term: 3 for word in COUNTS for term in (analysis.of_word(word).term, *analysis.of_word(word).parts)}
    speller = Speller(list(COUNTS), np.array(list(COUNTS.values()), dtype=np.int64))
    return Expander(analysis, terms, speller=speller, names=names)


def weighted(text: str, names: NameTable | None = None) -> dict[str, float]:
    """The terms of a query with their weights."""
    return expander(names).expand(text).weighted()


@pytest.mark.parametrize(
    ("written", "also"),
    [
        ("Læsø", "laesoe"),
        ("ÅRHUS", "aarhus"),
        ("Jørgen", "joergen"),
        ("Müller", "myller"),
        ("café", "cafe"),
        ("sund\u00adhed", "sundhed"),
    ],
)
def test_letters_are_folded_to_one_spelling(written: str, also: str) -> None:
    """Accents, capitals and soft hyphens make no difference."""
    assert fold(written) == also


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sag 18/25107 og § 205", ["sag", "18/25107", "og", "§205"]),
        ("2.900.000 kr. er 2,9 mio.", ["2900000", "kr", "er", "2,9", "mio"]),
        ("SOF'erne og SOF’er", ["sof", "og", "sof"]),
        ("it-systemet", ["it-systemet"]),
        ("Dok. 00.30.10-S00-1-22", ["dok", "00.30.10-s00-1-22"]),
        ("kl. 12:00", ["kl", "12:00"]),
    ],
)
def test_numbers_and_case_numbers_stay_whole(text: str, words: list[str]) -> None:
    """A thousands separator is no part of the number, an ending behind an apostrophe no part of the word."""
    assert words_of(text) == words


def test_a_hyphenated_word_is_found_by_its_pieces() -> None:
    """So is a span of years."""
    assert (pieces("it-system"), pieces("2019-2023"), pieces("plan")) == (["it", "system"], ["2019", "2023"], [])


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("d. 22-08-2025", ["2025-08-22"]),
        ("Fredag den 22. august 2025", ["2025-08-22", "2025-08"]),
        ("on 1 December 2025", ["2025-12-01", "2025-12"]),
        ("August 22nd, 2025", ["2025-08-22"]),
        ("17.sep 20", ["2020-09-17"]),
        ("31/10 2017", ["2017-10-31"]),
        ("den 8. december", ["--12-08"]),
        ("8.245 borgere", []),
    ],
)
def test_a_day_is_one_term_however_it_is_written(text: str, terms: list[str]) -> None:
    """A day without a year keeps the place of the year open; a large number is no date."""
    assert date_terms(text) == terms


@pytest.mark.parametrize(("one", "other"), [("kommunerne", "kommune"), ("aftalen", "aftaler"), ("SØGER", "søge")])
def test_inflection_makes_no_difference(one: str, other: str) -> None:
    """Snowball's Danish stems."""
    assert analyse(one) == analyse(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("drøftede", "drøftes"),
        ("patientrettede", "patientrettet"),
        ("afsat", "afsætter"),
        ("vedtog", "vedtages"),
        ("indgik", "indgå"),
        ("overførte", "overføre"),
        ("plads", "pladser"),
        ("indsats", "indsatserne"),
        ("budget", "budgettet"),
        ("kvalitet", "kvaliteten"),
        ("direktør", "direktørerne"),
        ("dagsorden", "dagsordenen"),
        ("proces", "processen"),
        ("lejlighed", "lejlighederne"),
        ("fordel", "fordelene"),
        ("godkende", "godkendt"),
        ("offentliggøre", "offentliggjort"),
        ("iværksætte", "iværksat"),
        ("følge", "fulgte"),
    ],
)
def test_a_word_meets_its_past_its_changed_vowel_and_its_plural_in_s(one: str, other: str) -> None:
    """Which Snowball alone leaves apart."""
    assert analyse(one) == analyse(other)


@pytest.mark.parametrize(("one", "other"), [("billede", "bil"), ("vejlede", "vejlet"), ("læge", "lagt"), ("valg", "hvalp")])
def test_what_only_looks_like_a_form_of_a_verb_stays_another_word(one: str, other: str) -> None:
    """A picture is no car, and a doctor was not laid down."""
    assert analyse(one) != analyse(other)


def test_a_verb_finds_its_noun_and_a_noun_its_verb() -> None:
    """Where the corpus has it, for half."""
    found = Expander(Analysis({"aendring": 3, "lukke": 3}), {"aendring": 3, "luk": 3})
    assert found.expand("ændret").weighted()["aendring"] == 0.5
    assert found.expand("lukning").weighted()["luk"] == 0.5


def test_a_synonym_stands_for_a_word_that_the_corpus_does_not_have() -> None:
    """And counts less beside one that it has."""
    apart = Expander(Analysis({"moedeleder": 3}), {"moedeled": 3})
    both = Expander(Analysis({"moedeleder": 3, "ordstyrer": 3}), {"moedeled": 3, "ordstyr": 3})
    assert apart.expand("ordstyrer").weighted()["moedeled"] == 0.7
    assert both.expand("ordstyrer").weighted()["moedeled"] == 0.3


def test_a_word_finds_what_another_language_calls_by_the_same_name() -> None:
    """A "seng" and a "plads" are both a bed; for half where the corpus does not have the word itself."""
    assert Expander(Analysis({"plads": 3}), {"plads": 3}).expand("senge").weighted()["plads"] == 0.5
    assert Expander(Analysis({"plads": 3, "seng": 1}), {"plads": 3, "seng": 1}).expand("senge").weighted()["plads"] == 0.15


def test_a_compound_is_split_into_words_of_the_corpus() -> None:
    """With and without a linking letter, at every depth."""
    splitter = Splitter(COUNTS)
    assert splitter.parts("akutsygeplejen")[:2] == ["akut", "sygeplejen"]
    assert splitter.split("sundhedspladser") == ("sundheds", "pladser")
    assert splitter.split("kommunerne") is None


def test_a_suspended_hyphen_gives_the_whole_word() -> None:
    """Both "sundheds- og omsorgspladser"."""
    assert "sundhedsplads" in Analysis(COUNTS).terms("sundheds- og omsorgspladser")


def test_two_words_find_the_compound_and_a_compound_its_two_words() -> None:
    """Either way round."""
    joined = Analysis(COUNTS).of_word("akutsygepleje").term
    assert weighted("akut sygepleje")[joined] == 1.0
    assert {"akut", "sygeplej"} <= set(weighted("akutsygeplejen"))


def test_a_slip_is_corrected_only_where_the_corpus_does_not_have_the_word() -> None:
    """Two letters swapped; "kommune" is left alone."""
    assert "patient" in weighted("patineter")
    assert list(weighted("kommune")) == ["kommun"]


def test_the_speller_gives_the_nearest_words_all_of_one_distance() -> None:
    """One swap, one missing letter, and nothing for a short word."""
    speller = Speller(["maaltal", "patienter", "region"], np.array([1, 1, 1], dtype=np.int64))
    assert speller.correct("patineter") == [("patienter", 1)]
    assert speller.correct("maltal") == [("maaltal", 1)]
    assert speller.correct("ab") == []


def test_a_slip_in_one_piece_of_a_hyphened_word_is_forgiven() -> None:
    """Whoever writes "gront-hold" means the "grønt-hold" of the corpus, though "hold" alone is known as well."""
    words = {"groent": 4, "hold": 9, "groent-hold": 3}
    analysis = Analysis(words)
    speller = Speller(list(words), np.array(list(words.values()), dtype=np.int64))
    found = Expander(analysis, {analysis.term_of(word): 3 for word in words}, speller=speller).expand("gront-hold").weighted()
    assert analysis.term_of("groent-hold") in found


@given(st.text("abcdeæ", min_size=4, max_size=10), st.lists(st.text("abcdeæ", min_size=4, max_size=10), min_size=1, max_size=30))
def test_the_speller_overlooks_no_word_that_is_near_enough(word: str, words: list[str]) -> None:
    """It compares letters before it compares words: the result is that of comparing every word."""
    speller = Speller(words, np.ones(len(words), dtype=np.int64))
    near = {other: distance_of(word, other) for other in words if distance_of(word, other) <= allowed_slips(word)}
    assert dict(speller.correct(word, 100)) == {
        other: distance for other, distance in near.items() if distance == min(near.values())
    }


def distance_of(one: str, other: str) -> int:
    """Optimal string alignment, as Damerau (1964) writes it down."""
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, start=1):
        rows.append([i])
        for j, its in enumerate(other, start=1):
            best = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                best = min(best, rows[i - 2][j - 2] + 1)
            rows[i].append(best)
    return rows[-1][-1]


def test_an_english_question_asks_in_danish_too() -> None:
    """By phrase first: "acute nursing" is one idea."""
    terms = weighted("Who runs the acute nursing in the municipality?")
    assert terms["akutsygeplej"] == 0.9
    assert terms["kommun"] == 0.9


def test_english_is_told_from_danish_by_its_little_words() -> None:
    """Names and numbers say nothing."""
    assert is_english(words_of("who drives akutsygepleje in Læsø"))
    assert not is_english(words_of("hvem driver akutsygeplejen i Læsø"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("agreements", "agreement"), ("organized", "organised"), ("held", "hold"), ("municipalities", "municipality")],
)
def test_english_words_meet_by_rule(one: str, other: str) -> None:
    """Plural, spelling and irregular forms."""
    assert english_stem(one) == english_stem(other)


def test_the_lexicon_has_two_thousand_entries_and_translates_both_ways() -> None:
    """The longest phrase wins."""
    words = lexicon()
    assert len(words) > 2000
    assert words.translate(["general", "practitioners"])[0].renderings[0] == "praktiserende læge"
    assert words.translate_danish(words_of("hjælpemidler"))[0].renderings[0] == "aid"
    assert "hospital" in [way.text for way in synonyms().of("sygehus")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "De midlertidige pladser, der fremover betegnes som sundheds- og omsorgspladser, flyttes.",
            ("midlertidige pladser", "sundheds- og omsorgspladser"),
        ),
        ("Kontaktforum (tidligere Samrådet) mødes i maj.", ("Samrådet", "Kontaktforum")),
        ("Centret skifter navn til Sundhedshuset.", ("Centret", "Sundhedshuset")),
    ],
)
def test_renamings_are_learnt_from_the_text(text: str, pair: tuple[str, str]) -> None:
    """(old name, new name)."""
    assert renamings_in(text) == [pair]


def test_a_name_is_found_by_its_other_name_both_ways() -> None:
    """An abbreviation asks for the long form, the long form for the abbreviation."""
    names = NameTable([("DLS", "Det Lokale Samarbejdsforum")])
    assert "samarbejdsforum" in weighted("Hvad er DLS?", names)
    assert weighted("Hvornår mødes det lokale samarbejdsforum?", names)["dls"] == 0.8


def test_a_query_of_stop_words_asks_for_nothing() -> None:
    """It raises no error either."""
    assert weighted("hvad er det") == {}


def test_a_verb_is_known_in_all_its_listed_forms_by_its_stem() -> None:
    """No ending tells that "bragt" and "bringer" are forms of one verb; a word that is no listed verb has none."""
    assert {"bringer", "bragte", "bragt"} <= set(forms_of("bring"))
    assert forms_of("bord") == ()

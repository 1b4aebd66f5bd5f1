"""Facts in sentences: each kind in the ways it is written, and near misses that are none."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.facts.abbreviations import abbreviation_facts, long_form
from ingest.facts.deadlines import deadline_facts
from ingest.facts.definitions import definition_facts
from ingest.facts.numbers import number_facts
from ingest.facts.responsibilities import responsibility_facts
from ingest.facts.term_lists import term_list_facts


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Sagen drøftes i Det Faglige Samråd (DFS) i maj.", "DFS", "Det Faglige Samråd"),
        ("Sagen sendes til DFS (Det Faglige Samråd).", "DFS", "Det Faglige Samråd"),
        ("Strategisk Vejforum (SVF) mødes.", "SVF", "Strategisk Vejforum"),
        ("Rapporten er fra Statens Serum Institut (SSI).", "SSI", "Statens Serum Institut"),
        ("Hun er med i Gruppe for udsatte veje (GUV).", "GUV", "Gruppe for udsatte veje"),
        ("Data hentes i Vejdataregisteret (VDR).", "VDR", "Vejdataregisteret"),
        ("Sagen ligger hos Lokalt Landvejsnet (LLN) nu.", "LLN", "Lokalt Landvejsnet"),
        ("Sagen ligger hos Samt Vejdataregisteret (VDR) nu.", "VDR", "Vejdataregisteret"),
    ],
)
def test_an_abbreviation_is_explained_before_or_in_brackets(text: str, short: str, long: str) -> None:
    """The letters stand in the long form in order, the first at the beginning of a word."""
    assert [(fact.subject, fact.object) for fact in abbreviation_facts(text)] == [(short, long)]


@pytest.mark.parametrize("text", ["Ole Friis (V) stemte imod.", "Prisen (ca. 500 kr.) er fast.", "Lis Krogh (UP) var med."])
def test_party_letters_and_remarks_in_brackets_are_no_abbreviations(text: str) -> None:
    """One letter, small letters, or letters the words do not have."""
    assert list(abbreviation_facts(text)) == []


def test_a_long_form_must_hold_every_letter_in_order() -> None:
    """There is no Z in "Faglige Samråd"."""
    assert long_form("FZS", "Det Faglige Samråd") is None


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Ved vejklasser forstås inddelingen af kommunens veje efter trafik.", "vejklasser"),
        ("Vejtjenesten er en udrykkende funktion, som rydder sne døgnet rundt.", "Vejtjenesten"),
        ("En driftsaftale er en kontrakt mellem en kommune og en entreprenør om drift.", "driftsaftale"),
        ("Holdepladser er opholdstilbud, hvor chauffører kan hvile i op til et døgn.", "Holdepladser"),
        ("Arbejdet samles i et forum kaldet ”vejrådet” i hver kommune.", "vejrådet"),
        ("Sideveje dækker over alle veje uden eget nummer.", "Sideveje"),
        ("”Grøn bølge” betyder, at alle signaler skifter samtidig.", "Grøn bølge"),
        ("Kantstensparkering betyder parkering langs fortovet i byens gader.", "Kantstensparkering"),
    ],
)
def test_a_definition_is_the_sentence_that_says_what_a_word_means(text: str, term: str) -> None:
    """The object is the sentence as printed."""
    assert [(fact.subject, fact.object) for fact in definition_facts(text)] == [(term, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Det er en god idé, som udvalget støtter helt og fuldt.",
        "Sagen er blevet drøftet, og der er bred opbakning til den.",
        "Vejen er målrettet cyklister, der kører langt hver eneste dag.",
        "Når vejen er en sti, som kommunen ejer, betaler kommunen.",
        "Broen er en vigtig del af den nye vej mellem de to byer.",
        "Vejnettet er en central opgave, som kommunen selv løser.",
        "Vejdirektoratet er myndighed for de veje, som staten ejer.",
        "Området er en parkeringsplads, som ligger ved stationen.",
        "Øget trafik betyder, at vejene slides hurtigere end før.",
        "Reformen betyder et tab for de kommuner, som ejer vejene.",
    ],
)
def test_what_happened_to_a_thing_or_how_it_is_defines_nothing(text: str) -> None:
    """Participles, pronouns, clauses, parts played, consequences and words that point back are left alone."""
    assert list(definition_facts(text)) == []


def test_a_list_of_terms_defines_each() -> None:
    """Two or more lines of "Term: what it is"; a line with a date or a field is none."""
    text = "Aftalen dækker:\n• Aktiver: Fx biler, bygninger og udstyr\n• Passiver: Fx lån og leje af jord"
    assert [(fact.subject, fact.object) for fact in term_list_facts(text)] == [
        ("Aktiver", "Fx biler, bygninger og udstyr"),
        ("Passiver", "Fx lån og leje af jord"),
    ]
    assert list(term_list_facts("Dato: 3. maj 2025 kl. 9\nSted: Rådhuset i Vejby\nEmne: Veje og stier i byen")) == []


@pytest.mark.parametrize(
    "what",
    [
        "Der forventes flere biler på alle veje.",
        "Kommunen skal rydde stierne for sne om vinteren.",
        "åbent hver mandag og onsdag i hele ferien",
        "Når vejen er lukket, kører bussen en anden vej.",
    ],
)
def test_points_of_a_list_that_tell_of_something_else_define_nothing(what: str) -> None:
    """What is expected, what must be done, opening hours and conditions are no meanings."""
    assert list(term_list_facts(f"Veje: {what}\nStier: {what}")) == []


def test_a_deadline_is_the_date_behind_senest_or_inden() -> None:
    """The days stand in the qualifiers."""
    fact = next(deadline_facts("Kommunen sender udkastet senest den 1. maj 2026 til regionen.", None))
    assert (fact.relation, fact.object) == ("frist", "den 1. maj 2026")
    assert fact.qualifiers == (("first", "2026-05-01"), ("last", "2026-05-01"))


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Udkastet sendes senest den 10. oktober.", "2026-10-10"),
        ("Svaret skulle være sendt senest den 1. marts.", "2026-03-01"),
        ("Regnskabet afleveres inden den 15. januar.", "2027-01-15"),
    ],
)
def test_a_deadline_without_a_year_lies_ahead_of_its_text_or_just_behind_it(sentence: str, day: str) -> None:
    """In minutes of March 10 October is seven months away, though the one before is five months back."""
    (fact,) = deadline_facts(sentence, date(2026, 3, 12))
    assert fact.qualifiers[0] == ("first", day)


def test_a_line_of_a_schedule_takes_its_year_from_the_period_above_it() -> None:
    """Below "Q2 2026:" the 1st of April is in 2026, though the minutes are from August 2025."""
    facts = list(deadline_facts("• Q2 2026:\n• 1.apr.: Regionen skal have indgået aftaler om drift", date(2025, 8, 22)))
    assert [(fact.object, fact.qualifiers[0][1]) for fact in facts] == [("1.apr.", "2026-04-01")]


def test_a_line_of_a_schedule_is_a_deadline_only_where_the_day_binds() -> None:
    """A decision "der skal træffes" some day, and what must be done after the day itself, bind nobody to it."""
    told = ["Primo 2026: Rådet forbereder valg, der skal træffes", "Maj 2026: Forslaget vises frem. Siden skal det vedtages."]
    told.append("Maj 2026: Kommunen skal sende sit svar")
    assert [fact.relation for line in told for fact in deadline_facts(line, None)] == ["dato", "dato", "frist"]


def test_a_day_on_which_something_begins_is_told_apart_from_a_deadline() -> None:
    """The words "træder i kraft" is a relation of its own."""
    fact = next(deadline_facts("Loven træder i kraft den 8. juni 2018.", None))
    assert (fact.relation, fact.object) == ("træder i kraft", "den 8. juni 2018")


def test_who_is_responsible_for_what() -> None:
    """The task is the subject, who has it the object."""
    fact = next(responsibility_facts("Regionen har myndighedsansvaret for de nye pladser."))
    assert (fact.subject, fact.object) == ("de nye pladser", "Regionen")


def test_a_pronoun_is_responsible_for_nothing() -> None:
    """The words "De har ansvaret for …" name nobody."""
    assert list(responsibility_facts("De har ansvaret for, at vejen er ryddet.")) == []


def test_a_verb_that_opens_a_condition_is_responsible_for_nothing() -> None:
    """A sentence that begins with "Har" names nobody first."""
    assert list(responsibility_facts("Har sagen vægt for veje som Rådet har ansvar for efter loven, spørges Rådet.")) == []


@pytest.mark.parametrize(
    ("text", "object_", "value", "unit"),
    [
        ("Der etableres 1.237 pladser i alt.", "1.237 pladser", "1237", "pladser"),
        ("Udgiften er 7,5 mio. kr. i 2025.", "7,5 mio. kr.", "7.5", "mio. kr."),
        ("Målet er 95 pct. rettidige breve.", "95 pct.", "95", "pct."),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, object_: str, value: str, unit: str) -> None:
    """The value has a decimal point, whatever the print."""
    fact = next(number_facts(text))
    assert (fact.object, fact.qualifiers) == (object_, (("value", value), ("unit", unit)))


@pytest.mark.parametrize("text", ["Mødet er den 3. maj 2025.", "Se § 14 stk. 2 i loven.", "Mødet begynder kl. 14.00 hverdage."])
def test_days_paragraphs_and_times_count_nothing(text: str) -> None:
    """A number with another meaning is no number fact."""
    assert list(number_facts(text)) == []

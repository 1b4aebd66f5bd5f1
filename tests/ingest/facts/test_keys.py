"""Keys of tables: codes, what they mean, and notes behind asterisks."""

from __future__ import annotations

from ingest.facts.keys import key_facts


def test_every_entry_of_a_key_is_read_from_one_line() -> None:
    """Each meaning ends where the next code begins."""
    found = [(fact.subject, fact.object) for fact in key_facts("R = Regionen driver. K = Kommunen driver.\n* kun i juli")]
    assert found == [("R", "Regionen driver."), ("K", "Kommunen driver."), ("*", "kun i juli")]


def test_a_single_equation_is_no_key() -> None:
    """Running text with one "=" explains no table."""
    assert list(key_facts("Prisen er fast (N = 12 kommuner).")) == []


def test_marks_and_colours_are_explained_as_codes_are() -> None:
    """A dash, a mark in brackets and a colour with a colon; each meaning is one sentence."""
    marks = [
        (f.subject, f.object)
        for f in key_facts("✓ betyder, at byen er med. (✓) betyder, at byen er med fra 2027. Se nærmere i bilaget.")
    ]
    assert marks == [("✓", "byen er med."), ("(✓)", "byen er med fra 2027.")]
    colours = [(f.subject, f.object) for f in key_facts("Grøn: aftalen er underskrevet. Rød: der er ingen aftale.")]
    assert colours == [("Grøn", "aftalen er underskrevet."), ("Rød", "der er ingen aftale.")]
    assert [f.subject for f in key_facts("Forklaring: G = gennemført, – = ikke relevant")] == ["G", "–"]


def test_a_sign_begins_an_entry_wherever_it_stands_before_an_equals_sign() -> None:
    """Also behind the words of the entry before; a sum is no key."""
    found = [(fact.subject, fact.object) for fact in key_facts("(+ = flere biler og - = færre biler)")]
    assert found == [("+", "flere biler"), ("-", "færre biler")]
    assert list(key_facts("Regnestykket er 3 - 4 = minus 1")) == []


def test_lines_of_letters_are_a_key_where_the_text_explains_letters() -> None:
    """The dash alone is no equals sign: a list of party letters is no key."""
    lines = "• R – regionen driver selv\n• K – kommunen driver for regionen"
    assert [(each.subject, each.object) for each in key_facts(f"Bogstaverne betyder:\n{lines}")] == [
        ("R", "regionen driver selv"),
        ("K", "kommunen driver for regionen"),
    ]
    assert not list(key_facts(f"Der blev talt om:\n{lines}"))


def test_a_slide_whose_title_explains_letters_is_a_key() -> None:
    """The title says how to read the overview; a dash with a colon is a code as well."""
    lines = "E: Kommunen løser selv opgaven\n–: Kommunen har ikke opgaven"
    assert [each.subject for each in key_facts(lines, heading="Sådan læses oversigten")] == ["E", "–"]
    assert not list(key_facts(lines, heading="Deltagere"))


def test_marks_with_a_colon_and_numbered_levels_are_keys_too() -> None:
    """A tick needs no equals sign; a numbered list is a key only where its heading says so."""
    marks = [(f.subject, f.object) for f in key_facts("✓: byen er med. ✗: byen er ikke med.")]
    assert marks == [("✓", "byen er med."), ("✗", "byen er ikke med.")]
    levels = "0 – ikke begyndt endnu\n1 – prøves af i én by"
    assert [f.subject for f in key_facts(levels, heading="Nøgle til skemaet")] == ["0", "1"]
    assert list(key_facts(levels, heading="Dagsorden")) == []


def test_a_key_in_running_text_gives_each_letter_its_meaning() -> None:
    """Three entries behind "Bogstaverne betyder:"; capitals of a sentence that explains nothing are none."""
    found = {
        each.subject: each.object for each in key_facts("Bogstaverne betyder: A ansvarlig for kajen, D deltager, K får besked.")
    }
    assert found == {"A": "ansvarlig for kajen", "D": "deltager", "K": "får besked."}
    assert not list(key_facts("Kajen hedder A og ligger i Hou. I dag bruges B ikke."))

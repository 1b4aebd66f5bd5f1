"""Noise faults 1–4: glyph numbers instead of letters."""

from __future__ import annotations

from fontTools.agl import toUnicode
from fontTools.ttLib.standardGlyphOrder import standardGlyphOrder
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.records import Line, Page
from ingest.repair.glyphs import decoded
from ingest.repair.repair import repair_pages

_NUMBER = {toUnicode(glyph): number for number, glyph in enumerate(standardGlyphOrder) if number < 174}
SENTENCES = (
    "Udvalget drøftede den kommende plan for ældre på øerne",
    "og besluttede at bede forvaltningen om et oplæg til næste møde",
)


def coded(text: str) -> str:
    """A text as a tool gives it that knows neither the font nor glyph numbers below 32."""
    return "".join(chr(number) if (number := _NUMBER[letter]) >= 32 else "�" for letter in text)


def repaired(*lines: str, box: None = None) -> list[str]:
    """The lines of one page after repair."""
    pages, _ = repair_pages([Page(number=1, content=tuple(Line(text=line) for line in lines))])
    return [part.text for part in pages[0].content]


def test_the_code_is_the_place_in_the_macintosh_order() -> None:
    """The letter "S" is glyph 54, and character 54 is "6"; "a" is glyph 68, character 68 is "D"."""
    assert coded("Sag") == "6DJ"
    assert decoded("6DJ") == "Sag"


def test_ae_oe_aa_come_back_from_no_break_space_inverted_mark_and_n() -> None:
    """Glyphs 160, 161 and 110 (noise fault 2)."""
    assert decoded("\u00a0¡n") == "æøå"


def test_marks_above_173_are_one_off() -> None:
    """The plus-minus sign is a dash, the paragraph sign an apostrophe."""
    assert decoded("±¶") == "–’"


def test_glyph_numbers_become_danish_and_the_rest_stays() -> None:
    """Decided line by line, by how Danish both readings look."""
    plain = "Dagsorden til møde i KKR NORD den 3. maj 2021, sag 21/0044-2"
    assert repaired(plain, *map(coded, SENTENCES)) == [plain, *SENTENCES]


def test_a_lost_number_stays_a_gap_and_is_never_guessed() -> None:
    """Three and more lost characters may be a number with its spaces (noise fault 3)."""
    (line,) = repaired(coded("Udvalget godkendte de 22 nye klynger i hele regionen"))
    assert line == "Udvalget godkendte de ���� nye klynger i hele regionen"


def test_a_lost_comma_stays_to_be_seen() -> None:
    """Two lost characters between words are a mark and its space."""
    (line,) = repaired(coded("Udvalget besluttede, at planen skal følges op"))
    assert line == "Udvalget besluttede� at planen skal følges op"


def test_a_word_broken_at_a_lost_hyphen_is_joined() -> None:
    """The hyphen at the line's end is lost like every mark; the halves are no words."""
    assert repaired(
        coded("Kommunerne ønsker en ny drøftelse af de fælles indsat-"), coded("ser på tværs af regionen og kommunen")
    ) == [
        "Kommunerne ønsker en ny drøftelse af de fælles indsatser",
        "på tværs af regionen og kommunen",
    ]


def test_an_ae_that_became_a_plain_space_comes_back() -> None:
    """Some tools fold U+00A0 into a space before anybody can decode it."""
    text = coded("Det kræver en stærk fælles indsats at være tæt på borgerne").replace("\u00a0", " ")
    assert repaired(text) == ["Det kræver en stærk fælles indsats at være tæt på borgerne"]


def test_a_lost_mark_in_good_text_keeps_the_word_whole() -> None:
    """Noise fault 4: what cannot be known stays to be seen."""
    assert repaired("1� Dimensionering af tilbuddet", "Der henvises til seksuel sundhed�") == [
        "1� Dimensionering af tilbuddet",
        "Der henvises til seksuel sundhed�",
    ]


def test_capitals_numbers_and_table_rows_are_no_glyph_numbers() -> None:
    """They decode to something, but not to Danish."""
    lines = [
        "NY 2019-2023 --> 2021",
        "EMN-2022-08440",
        "KKR SYDDANMARK",
        "56,6 59,4 59,4 59,8 60,2 60,7",
        "X X X (X)",
        "§ 7, STK. 2",
    ]
    assert repaired(*lines) == lines


def test_english_is_left_alone() -> None:
    """It is not Danish either way, but more so as it stands."""
    lines = ["The committee approved the recommendation without a vote", "Further information: www.example.org/HEALTH/A-Z"]
    assert repaired(*lines) == lines


@given(st.text(alphabet=st.characters(max_codepoint=0xFFFD, exclude_categories=["Cs"]), max_size=120))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_can_be_repaired(text: str) -> None:
    """No line makes the repairs fail."""
    repaired(*text.split("\n"), coded("Udvalget drøftede sagen på mødet"))

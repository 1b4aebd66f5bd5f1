"""Noise faults 9–12, 17, 20 and 22: spacing, repeated lines, footnote marks, bullets, addresses, apostrophes."""

from __future__ import annotations

import pytest

from tests.ingest.repair.faults import repaired

NOTE = "2 Se den fælles aftale"


def test_letter_spaced_words_are_closed_up() -> None:
    """Double spaces show where words end."""
    assert repaired("B u d g et  f o r  k o m m u n e r n e\nbudget og plan for kommunen") == [
        "Budget for kommunerne",
        "budget og plan for kommunen",
    ]


def test_letter_spaced_words_are_found_without_double_spaces() -> None:
    """Then the cheapest division into known words decides."""
    (first, *_) = repaired("d e t e r e n va n s ke l i g o p g av e\nen vanskelig opgave")
    assert first == "det er en vanskelig opgave"


def test_half_spaced_lines_near_a_letter_spaced_one_are_closed_up_too() -> None:
    """The scrap "kommu nale" alone would be no proof."""
    assert repaired("F æ l l e s  p l a n\nkommu nale b ud getter") == ["Fælles plan", "kommunale budgetter"]


@pytest.mark.parametrize(
    "line", ["x x x (x)", "A B C D E", "START + +", "i en af de to, i år og å", "1 2 3 4 5 6", "a) b) c) d)"]
)
def test_crosses_letters_and_short_words_stay_apart(line: str) -> None:
    """Table rows are quoted as printed (noise fault 14)."""
    assert repaired(line) == [line]


@pytest.mark.parametrize(
    "rows", ["Vang\tA\tA\tB\nDal\tB\tA\tC", "Vang A A B\nDal B A C", "A – eget hold kommer i byen\nVang A A B"]
)
def test_the_codes_of_a_table_and_its_key_are_no_scraps_of_words(rows: str) -> None:
    """Capitals that stand alone beside whole words are cells, and close nothing up near them."""
    assert repaired(rows) == rows.split("\n")


def test_a_line_printed_twice_around_a_page_break_is_printed_once() -> None:
    """The second is dropped; a running header, which stands on more pages, is the layout's business."""
    twice = "midtvejsstatus, orienterer de øvrige udvalg om planen"
    assert repaired(f"først\n{twice}", f"{twice}\nså") == ["først", twice, "så"]
    header = "Referat af møde i Rådet for Ældre"
    assert repaired(f"{header}\na\n{header}", f"{header}\nb").count(header) == 3


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("børn i 20182, og herefter", "børn i 2018, og herefter"),
        ("i alt 27002.", "i alt 2700."),
        ("en ny indsats2", "en ny indsats"),
        ("2700⁵ borgere og 12 m²", "2700 borgere og 12 m²"),
    ],
)
def test_footnote_marks_come_off(line: str, expected: str) -> None:
    """The note stands below, and 2700 stands elsewhere in the file."""
    assert repaired(f"{line}\nmålet er 2700 borgere\n{NOTE}")[0] == expected


@pytest.mark.parametrize("line", ["i alt 27003.", "beløbet er 45002", "covid19 og type2", "kr. 20182 i alt, sag 123452"])
def test_numbers_that_may_be_meant_stay(line: str) -> None:
    """Another mark than the note's, or a rest that stands nowhere else."""
    changed = {"kr. 20182 i alt, sag 123452": "kr. 2018 i alt, sag 123452"}  # a year with the note's mark cannot be told apart
    assert repaired(f"{line}\nmålet er 2700 borgere\n{NOTE}")[0] == changed.get(line, line)


def test_without_a_note_nothing_comes_off() -> None:
    """The mark alone proves nothing."""
    assert repaired("målet er 2700 borgere, ikke 27002, i 20182") == ["målet er 2700 borgere, ikke 27002, i 20182"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("03-09-2020National plan", "03-09-2020 National plan"),
        ("Direkte:12345678", "Direkte: 12345678"),
        ("Mødedato24. juni 2026", "Mødedato 24. juni 2026"),
        ("Bygning24. sal", "Bygning24. sal"),
        ("2023Indsatsområder og mål", "2023 Indsatsområder og mål"),
        ("i 2021.Tilbuddet starter", "i 2021. Tilbuddet starter"),
        ("se www.example.dk/Om og MedCom", "se www.example.dk/Om og MedCom"),
        ("kl.10:30 i MedCom", "kl.10:30 i MedCom"),
    ],
)
def test_words_that_ran_together_are_split_where_it_is_certain(line: str, expected: str) -> None:
    """Dates, labels before long numbers, years, sentences; names and addresses stay."""
    assert repaired(f"{line}\nTilbuddet er nyt")[0] == expected


def test_bare_bullets_get_their_bullet_back() -> None:
    """Two lines with one leading space near each other; a lone one may be a page break."""
    assert repaired("Det gælder:\n Alder\n Bolig\nfærdig") == ["Det gælder:", "• Alder", "• Bolig", "færdig"]
    assert repaired("Det gælder:\n Alder") == ["Det gælder:", " Alder"]


def test_an_address_broken_at_a_hyphen_is_joined() -> None:
    """The hyphen goes where it broke a word of the address, and stays where it separates words."""
    assert repaired("se https://experience.example.org/experien-\nce/aa41 nu") == [
        "se https://experience.example.org/experience/aa41",
        "nu",
    ]
    assert repaired("https://example.org/mere-om-den-\ngode-plan.pdf")[0] == "https://example.org/mere-om-den-gode-plan.pdf"


def test_apostrophes_ligatures_and_unseen_characters_have_one_form() -> None:
    """Decomposed letters are composed; a soft hyphen inside a line goes."""
    assert repaired("SOF´erne og SOF’er", "e\ufb03cient\u200b a\u030a s\u00adag") == ["SOF’erne og SOF’er", "efficient å sag"]


def test_tabs_stay_since_they_separate_columns() -> None:
    """The layout reads tables from them."""
    assert repaired("Anna\u00a0Holm\tMedlem") == ["Anna Holm\tMedlem"]

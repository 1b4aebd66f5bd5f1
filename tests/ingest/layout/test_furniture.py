"""Running heads, feet and page numbers go; titles, case numbers and headings that come again stay."""

from __future__ import annotations

from ingest.layout.furniture import without_furniture
from ingest.records import Box, Line, Page

BODY = "Udvalget drøftede sagen om {} og besluttede at gå videre."


def line(number: int, top: float, text: str, size: float = 10.0, *, bold: bool = False) -> Line:
    """A line of a page of A4, so far from the top."""
    box = Box(page_number=number, x0=60, top=top, x1=60 + 5 * len(text), bottom=top + size)
    return Line(text=text, box=box, font_size=size, bold=bold)


def page(number: int, *lines: Line) -> Page:
    """A page of A4."""
    return Page(number=number, content=lines, width=595, height=842)


def kept(pages: list[Page]) -> list[list[str]]:
    """The texts that stay, page by page."""
    return [[item.text for item in shown.content if isinstance(item, Line)] for shown in without_furniture(pages)]


def test_heads_and_feet_that_come_again_at_their_place_go() -> None:
    """The head is the same on each page, the foot counts the pages; what stands between stays."""
    words = ["skoler", "veje", "havne", "parker"]
    pages = [
        page(
            n,
            line(n, 28, "REFERAT Havneudvalget 11-03-2026", 8),
            line(n, 120, BODY.format(word)),
            line(n, 808, f"Side {n} af 4", 8),
        )
        for n, word in enumerate(words, start=1)
    ]
    assert kept(pages) == [[BODY.format(word)] for word in words]


def test_a_foot_drawn_first_goes_all_the_same() -> None:
    """Place on the page counts, not the order in the file."""
    pages = [page(n, line(n, 800, "Skagen Kommune", 8), line(n, 120, BODY.format(n))) for n in range(1, 5)]
    assert kept(pages) == [[BODY.format(n)] for n in range(1, 5)]


def test_a_case_number_under_the_title_of_each_page_stays() -> None:
    """It comes again at the same height, but a title of its own stands above it on each page."""
    titles = ["Mødedeltagere", "Dagsorden", "Havnen", "Skolen"]
    pages = [
        page(n, line(n, 66, f"Punkt {n}: {title}", 13, bold=True), line(n, 87, "1-01-72-1044-24"), line(n, 120, BODY.format(n)))
        for n, title in enumerate(titles, start=1)
    ]
    assert all(texts[1] == "1-01-72-1044-24" for texts in kept(pages))


def test_a_line_that_only_happens_to_open_some_pages_stays() -> None:
    """The words "Sagsnummer: …" open three pages of six; elsewhere other text stands there, and the numbers do not count."""
    openings = [
        "Sagsnummer: 21-014420",
        "Vi ser frem",
        "Sagsnummer: 22-003704",
        "Sagsnummer: 22-000056",
        "Endelig er der",
        "Slut",
    ]
    pages = [page(n, line(n, 70, text), line(n, 120, BODY.format(n))) for n, text in enumerate(openings, start=1)]
    assert [texts[0] for texts in kept(pages)] == openings


def test_a_heading_at_the_top_of_some_pages_stays() -> None:
    """The word "Beslutning" in bold opens three of eight pages."""
    pages = [
        page(
            n,
            line(n, 70, "Beslutning" if n in (2, 3, 4) else f"Afsnit {n} om noget", bold=n in (2, 3, 4)),
            line(n, 120, BODY.format(n)),
        )
        for n in range(1, 9)
    ]
    assert [texts[0] for texts in kept(pages)].count("Beslutning") == 3


def test_page_numbers_go_where_they_count() -> None:
    """A bare number in the margin that grows by one from page to page; a year there does not."""
    pages = [page(n, line(n, 120, BODY.format("alt")), line(n, 810, str(n + 4))) for n in range(1, 4)]
    assert kept(pages) == [[BODY.format("alt")]] * 3
    years = [page(n, line(n, 120, BODY.format(n)), line(n, 810, str(year))) for n, year in enumerate((2019, 2024), start=1)]
    assert [texts[-1] for texts in kept(years)] == ["2019", "2024"]


def test_page_numbers_of_plain_text_go() -> None:
    """NOISE 18: "Side 3 af 22" in the middle of a text without pages."""
    text = Page(number=None, content=(Line(text="Første afsnit"), Line(text="Side 3 af 22"), Line(text="Andet afsnit")))
    assert kept([text]) == [["Første afsnit", "Andet afsnit"]]


def test_a_file_of_nothing_but_the_same_line_keeps_it() -> None:
    """Thirty pages with a word each: rather furniture than nothing."""
    pages = [page(n, line(n, 40, "Kartoffel 1")) for n in range(1, 31)]
    assert kept(pages) == [["Kartoffel 1"]] * 30


def test_a_foot_of_one_page_that_says_nothing_new_goes() -> None:
    """It repeats the head; a line that tells a telephone number, or stands close to the text, stays."""
    head, text = line(1, 60, "Referat fra Havneudvalget 11-03-2026"), line(1, 100, BODY.format("havne"))
    assert kept([page(1, head, text, line(1, 805, "Havneudvalget 11-03-2026", 8))])[0][-1] == text.text
    assert kept([page(1, head, text, line(1, 805, "Havneudvalget, telefon 44 55 66 77", 8))])[0][-1].endswith("66 77")
    close = line(1, 780, BODY.format("veje"))
    assert kept([page(1, head, text, close, line(1, 795, "Fra Havneudvalget", 8))])[0][-1] == "Fra Havneudvalget"


def running(heads: list[str], *, size: float = 8.0, bold: bool = False) -> list[list[str]]:
    """What stays of pages with these lines at the head, below each a title of its own: "Bilag 1: Havnen"."""
    subjects = ["Havnen", "Skolen", "Vejene", "Parken", "Broen"]
    pages = [
        page(n, line(n, 30, head, size, bold=bold), line(n, 110, f"Bilag {n}: {subject}", 13), line(n, 160, BODY.format(n)))
        for n, (head, subject) in enumerate(zip(heads, subjects, strict=False), start=1)
    ]
    return [[text for text in texts if text in heads] for texts in kept(pages)]


def test_a_running_head_that_differs_by_the_annex_goes() -> None:
    """Its first segment is the same on each page, and "Bilag 2" stands on the page as a title as well."""
    assert not any(running([f"Parkrådet · møde 4. juni 2026 · Bilag {n}" for n in (1, 2, 2, 3)]))
    assert not any(running(["Parkrådet | 4. juni 2026", *(f"Parkrådet | 4. juni 2026 | Bilag {n}" for n in (1, 2, 3))]))


def test_a_running_head_that_differs_by_what_the_paper_is_goes() -> None:
    """The last segment may be the one that stays; in small print a growing number needs no segments at all."""
    assert not any(running(["Bilag 1 · Aabenraa og Tønder", *["Bilag 2 · Aabenraa og Tønder"] * 2]))
    assert not any(running([f"Bilag {n} til mødet i Parkrådet" for n in (1, 1, 2, 3)]))


def test_a_head_whose_changing_part_is_printed_nowhere_else_stays() -> None:
    """What it says would be lost; a heading, and a line whose numbers do not grow, stay as well."""
    lost = [f"Parkrådet · sag {number}" for number in ("14/2201", "15/0317", "11/9120")]
    titles = ["Parkrådet – Havnen", "Parkrådet – Skolen", "Parkrådet – Vejene"]
    cases = [f"Afgørelse i sagen om vej nr. {n}" for n in (7, 2, 9)]
    assert running(lost) == [[each] for each in lost]
    assert running(titles, size=14, bold=True) == [[each] for each in titles]
    assert running(cases) == [[each] for each in cases]

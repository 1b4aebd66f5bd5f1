"""Reading order by position: what stands higher comes first, columns one after the other, sideways text last."""

from __future__ import annotations

from ingest.layout.order import in_reading_order
from ingest.records import Block, BlockKind, Box, Line, Page


def at(x: float, top: float, text: str, *, width: float | None = None, bold: bool = False) -> Line:
    """A line at a place, 5 points a character wide."""
    box = Box(page_number=1, x0=x, top=top, x1=x + (width or 5 * len(text)), bottom=top + 10)
    return Line(text=text, box=box, font_size=10.0, bold=bold)


def order(*items: Line | Block) -> list[str]:
    """The texts of a page of A4 in reading order."""
    page = in_reading_order(Page(number=1, content=items, width=595, height=842))
    return [item.text for item in page.content]


def column(x: float, top: float, words: str) -> list[Line]:
    """Six lines of running text, 200 points wide, 13 points apart."""
    return [at(x, top + 13 * n, f"{words} linje {n} om byens økonomi", width=200) for n in range(1, 7)]


def test_what_stands_higher_comes_first_whatever_the_file_draws_first() -> None:
    """A heading that is drawn after its box (NOISE 15)."""
    assert order(at(70, 300, "Der blev delt penge ud."), at(70, 100, "Følgegruppe for havne")) == [
        "Følgegruppe for havne",
        "Der blev delt penge ud.",
    ]


def test_columns_whose_lines_do_not_stand_at_the_same_height_are_read_one_after_the_other() -> None:
    """The right column begins seven points lower; a title runs across, a closing line too."""
    left, right = column(60, 100, "Venstre"), column(320, 107, "Højre")
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    texts = order(at(60, 60, "Overskrift på tværs af begge spalter og lidt længere"), *mixed, at(60, 300, "Slut"))
    assert texts[0].startswith("Overskrift")
    assert texts[1:7] == [line.text for line in left]
    assert texts[7:13] == [line.text for line in right]
    assert texts[13] == "Slut"


def test_labels_in_bold_with_their_values_are_lines() -> None:
    """The head of minutes as a definition list: no table, and not bold as a whole."""
    rows = [("Mødedato", "12. marts 2026"), ("Mødested", "Rådhuset"), ("Formand", "Karen Vang"), ("Referent", "Lone Juul")]
    lines = [
        line
        for n, (label, value) in enumerate(rows)
        for line in (at(60, 100 + 15 * n, label, bold=True), at(200, 100 + 15 * n, value))
    ]
    page = in_reading_order(Page(number=1, content=tuple(lines), width=595, height=842))
    assert page.content[0].text == "Mødedato 12. marts 2026"
    assert not any(item.bold for item in page.content if isinstance(item, Line))


def test_numbers_that_end_at_the_same_place_are_a_column() -> None:
    """Right-aligned numbers under a header that begins elsewhere."""
    lines = [at(60, 100, "Post"), at(200, 100, "2026"), at(300, 100, "2027")]
    for n, (post, first, second) in enumerate(
        [("Skoler", "1.200", "950"), ("Veje", "80", "1.100"), ("I alt", "1.280", "2.050")], 1
    ):
        ends = [(220, first), (320, second)]
        lines += [at(60, 100 + 15 * n, post), *(at(end - 5 * len(text), 100 + 15 * n, text) for end, text in ends)]
    (text,) = order(*lines)
    assert text.splitlines() == ["Post\t2026\t2027", "Skoler\t1.200\t950", "Veje\t80\t1.100", "I alt\t1.280\t2.050"]


def test_a_ready_table_goes_where_it_is_printed() -> None:
    """Before the first line below it, though that stands further left."""
    table = Block(
        kind=BlockKind.TABLE, text="Tabel", page_number=1, boxes=(Box(page_number=1, x0=240, top=150, x1=500, bottom=250),)
    )
    assert order(at(60, 100, "Før"), at(60, 300, "Efter"), table) == ["Før", "Tabel", "Efter"]


def test_text_along_the_side_of_the_page_comes_last() -> None:
    """A stamp printed upwards in the margin."""
    stamp = Line(text="Dokumentnummer 4711", box=Box(page_number=1, x0=10, top=60, x1=20, bottom=300), font_size=8.0)
    assert order(stamp, at(60, 100, "Referat")) == ["Referat", "Dokumentnummer 4711"]


def test_columns_of_headings_and_short_lines_are_known_by_the_order_of_drawing() -> None:
    """The file draws the whole left column first: it is read first, though no line stands on the height of another."""
    left = (at(50, 100, "Planen er vedtaget", width=130), at(50, 118, "Rådet vedtog planen i maj.", width=150))
    right = (at(320, 92, "Vagten er delt ud", width=110), at(320, 110, "De fire afdelinger deler den.", width=130))
    assert order(*left, *right) == [item.text for item in (*left, *right)]


def test_cells_drawn_row_by_row_are_no_columns() -> None:
    """The same lines drawn from side to side are rows."""
    rows = [(at(50, top, "Tilbud om hjælp", width=90), at(320, top, "gives til alle borgere", width=110)) for top in (100, 118)]
    assert order(*rows[0], *rows[1])[0].startswith("Tilbud om hjælp gives")


def test_a_left_column_that_is_longer_than_the_right_one_is_read_to_its_end() -> None:
    """What stands below the end of the right column but was drawn before it belongs to the left one."""
    left = [at(50, 100 + 14 * n, f"Linje {n} i den venstre spalte", width=230) for n in range(9)]
    right = [at(320, 100 + 14 * n, f"Linje {n} i den højre spalte", width=230) for n in range(5)]
    assert order(*left, *right) == [item.text for item in (*left, *right)]


def test_a_framed_box_beside_the_text_is_read_whole_before_a_paragraph() -> None:
    """Its lines stand on the height of a paragraph's lines; neither is cut by the other, and the heading stays with its text."""
    lines = (
        at(50, 100, "Sagsfremstilling", width=80, bold=True),
        at(50, 130, "Et eftersyn viste rust i broens", width=200),
        at(300, 131, "Fakta om broen", width=80),
        at(50, 144, "dragere, og den skal lukkes for", width=200),
        at(300, 145, "Bygget i 1961", width=70),
        at(50, 158, "tung trafik.", width=60),
    )
    box = Box(page_number=1, x0=290, top=125, x1=420, bottom=165)
    page = in_reading_order(Page(number=1, content=lines, width=595, height=842, areas=(box,)))
    assert [item.text for item in page.content] == [
        "Sagsfremstilling",
        "Fakta om broen",
        "Bygget i 1961",
        "Et eftersyn viste rust i broens",
        "dragere, og den skal lukkes for",
        "tung trafik.",
    ]


def test_a_narrow_gap_is_an_edge_only_where_other_lines_begin_at_it() -> None:
    """A gap as wide as a letter stays a blank in one line and parts the cells of three."""
    single = (at(50, 100, "Udvalget", width=50), at(110, 100, "besluttede", width=60))
    assert order(*single) == ["Udvalget besluttede"]
    names = ("Nord og omegn", "Syd for broen", "Byen vest for", "Øst ved havet")
    cells = [(at(50, 100 + 14 * n, name, width=100), at(160, 100 + 14 * n, f"1{n}", width=12)) for n, name in enumerate(names)]
    assert order(*(cell for row in cells for cell in row)) == [
        "Nord og omegn\t10\nSyd for broen\t11\nByen vest for\t12\nØst ved havet\t13"
    ]

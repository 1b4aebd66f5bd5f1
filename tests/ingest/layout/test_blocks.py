"""Lines become headings, paragraphs, list items and contents, whole across line and page breaks."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ingest.layout.blocks import blocks_of
from ingest.layout.furniture import PAGE_NUMBER
from ingest.layout.lines import PrintedLine, printed_lines
from ingest.layout.words import Vocabulary
from ingest.records import Block, BlockKind, Box, Line, Page


def text_page(text: str) -> Page:
    """Plain text as its reader hands it over: a line each, a blank line is an empty one."""
    return Page(number=None, content=tuple(Line(text=line) for line in text.split("\n")))


def shape(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, block.text) for block in blocks]


def texts(blocks: Iterable[Block]) -> list[str]:
    """The texts alone."""
    return [block.text for block in blocks]


def printed(number: int, *rows: tuple[float, str], size: float = 10.0, left: float = 70.0) -> Page:
    """A page of A4 with lines at the given heights from the top; a character is half the font size wide."""
    lines = tuple(
        Line(
            text=text,
            box=Box(page_number=number, x0=left, top=top, x1=left + len(text) * size / 2, bottom=top + size),
            font_size=size,
        )
        for top, text in rows
    )
    return Page(number=number, content=lines, width=595, height=842)


FULL = "Udvalget har i flere år arbejdet med en samlet plan for byens grønne områder og"  # 80 characters: a full line


def test_a_paragraph_is_joined_across_its_lines() -> None:
    """Lines that go on without a blank line are one paragraph, with a box each."""
    page = printed(1, (100, FULL), (113, "vil nu høre borgerne."), (140, "Høringen slutter i maj."))
    first, second = blocks_of([page])
    assert first.text == f"{FULL} vil nu høre borgerne."
    assert len(first.boxes) == 2
    assert second.text == "Høringen slutter i maj."


def test_a_line_that_ended_before_it_was_full_ends_its_paragraph() -> None:
    """The first word of the next line would have fitted: the writer broke the line, not the width."""
    page = printed(
        1, (100, FULL), (113, "dets medlemmer:"), (126, "Hanne Toft fra Skagen"), (139, "Per Lund fra Ribe"), (152, FULL)
    )
    assert "Hanne Toft fra Skagen" in texts(blocks_of([page]))


def test_a_sentence_goes_on_over_the_page_break_and_remembers_both_pages() -> None:
    """No full stop, then a small letter on the next page: one paragraph, its boxes on two pages."""
    pages = [printed(1, (100, FULL), (113, FULL)), printed(2, (80, "skal være færdig i maj."), (110, "Mødet sluttede."))]
    joined = blocks_of(pages)[0]
    assert joined.text.endswith("og skal være færdig i maj.")
    assert [box.page_number for box in joined.boxes] == [1, 1, 2]
    assert joined.page_number == 1


def test_one_leading_blank_marks_a_page_break_in_plain_text() -> None:
    """NOISE 8: the break survives only as a blank, the sentence is one."""
    page = text_page(
        "Ud fra patientens placering på de syv\nparametre vurderes\n det faglige behov for en ny indsats.\nDet er alt."
    )
    assert blocks_of([page])[0].text.startswith("Ud fra patientens placering på de syv parametre vurderes det faglige behov")


def test_a_blank_line_after_every_line_does_not_make_paragraphs() -> None:
    """NOISE 7: where every line is followed by a blank one, sentences tell what belongs together."""
    lines = [
        "Kommunerne skal hvert år inden den første",
        "oktober sende en oversigt over de aftaler,",
        "som de har indgået med regionen om drift",
        "og udvikling af de fælles opgaver i året.",
        "Oversigten sendes også til ministeriet og",
        "lægges på kommunens hjemmeside til enhver.",
    ]
    assert texts(blocks_of([text_page("\n\n".join(lines))])) == [" ".join(lines[:4]), " ".join(lines[4:])]


def test_paragraphs_of_one_long_line_each_stay_apart() -> None:
    """Text that nobody wrapped: a line is a paragraph, however the next one begins."""
    long = "Udvalget drøftede planen for de grønne områder, og der var enighed om at gå videre med den næste del " * 3
    page = text_page(f"{long.strip()}\n\nHanne Toft, Skagen Kommune\n\nPer Lund, Ribe Kommune\n\n{long.strip()}")
    assert len(blocks_of([page])) == 4


@pytest.mark.parametrize("bullet", ["•", "–", "-", "o", "▪", "\uf0b7"])
def test_bullets_make_list_items(bullet: str) -> None:
    """NOISE 17: all of them, an item over two lines included."""
    lines = [
        f"{bullet} Skolerne får en ny plan for hvordan de vil arbejde med børnenes trivsel i de næste",
        "  to år.",
        f"{bullet} Havnen får en ny mole.",
    ]
    first, second = blocks_of([text_page("\n".join(lines))])
    assert (first.kind, second.kind) == (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM)
    assert first.text.endswith("i de næste to år.")


def test_nested_items_have_deeper_levels() -> None:
    """By indent; a second list begins at the top again."""
    page = text_page("- Økonomi\n - Skat\n - Gebyrer\n- Personale\n\nVi begynder forfra med en anden liste her.\n\n- Havn")
    assert [block.level for block in blocks_of([page]) if block.kind is BlockKind.LIST_ITEM] == [1, 2, 2, 1, 1]


def test_a_dash_in_a_sentence_is_no_bullet() -> None:
    """The line above is full and its sentence open."""
    page = printed(1, (74, FULL), (87, FULL), (100, FULL), (113, "– som tidligere – er der penge til det."))
    assert len(blocks_of([page])) == 1


def test_headings_stand_out_by_size_and_weight_and_have_levels() -> None:
    """The largest is level 1; a bold line as large as the text is the lowest."""
    title = printed(1, (60, "Referat af møde i havneudvalget"), size=16)
    section = printed(1, (100, "Punkt 1: Ny mole"), size=13)
    bold = [Line(text="Beslutning", box=Box(page_number=1, x0=70, top=130, x1=130, bottom=140), font_size=10.0, bold=True)]
    body = printed(1, (145, FULL), (158, "bygger den i år."))
    page = Page(number=1, content=(*title.content, *section.content, *bold, *body.content), width=595, height=842)
    assert [(block.kind.value, block.level) for block in blocks_of([page])] == [
        ("heading", 1),
        ("heading", 2),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_a_heading_over_two_lines_is_one_heading() -> None:
    """The second line is the same type and goes on."""
    title = printed(1, (60, "Punkt 3: Orientering om politiets afgørelse om anmeldelse af"), (78, "tidligere direktør"), size=14)
    body = printed(1, (110, FULL), (123, FULL), (136, "bygger den i år."))
    page = Page(number=1, content=(*title.content, *body.content), width=595, height=842)
    assert blocks_of([page])[0].text == "Punkt 3: Orientering om politiets afgørelse om anmeldelse af tidligere direktør"


def test_plain_text_has_headings_by_numbering_standard_names_and_isolation() -> None:
    """Agenda items, sections of minutes, and a short line between blank lines above running text."""
    body = "Udvalget har i flere år arbejdet med en samlet plan for byens grønne områder, som nu skal i høring."
    page = text_page(f"Punkt 2: Ny mole\n\nResumé\n\n{body}\n{body}\n\nTilgængelighed for alle\n\n{body}\n{body}")
    found = [(block.text, block.level) for block in blocks_of([page]) if block.kind is BlockKind.HEADING]
    assert found == [("Punkt 2: Ny mole", 1), ("Resumé", 2), ("Tilgængelighed for alle", 2)]


def test_a_table_of_contents_is_marked_and_its_wrapped_entries_joined() -> None:
    """NOISE 19: dotted leaders, cut titles without dots between them; the body after it is none."""
    page = text_page(
        "Indholdsfortegnelse\nGodkendelse af dagsorden.....3\nPlan for samarbejde om fejlsendte korrespondan 14\n"
        "Revideret samarbejdsaftale om.\nhjælpemidler.....16\n\nPunkt 1: Godkendelse af dagsorden"
    )
    blocks = blocks_of([page])
    assert blocks[-1].kind is BlockKind.HEADING
    assert all(block.kind is BlockKind.CONTENTS for block in blocks[1:-1])


def test_a_list_of_titles_that_come_again_as_headings_is_contents() -> None:
    """No page numbers, but each title stands again further down; the list ends where its first number comes again."""
    page = text_page(
        "Indholdsfortegnelse\n1: Godkendelse af dagsorden\n2: Ny mole ved havnen\n\nPunkt 1: Godkendelse af dagsorden\n\n"
        "Beslutning\n\nGodkendt.\n\nPunkt 2: Ny mole ved havnen\n\nBeslutning\n\nGodkendt."
    )
    kinds = [block.kind.value for block in blocks_of([page])]
    assert kinds[:4] == ["heading", "contents", "contents", "heading"]
    assert kinds.count("contents") == 2


def test_an_agenda_without_such_headings_is_a_list() -> None:
    """Only what comes again is contents."""
    page = text_page("Dagsorden\n\n1. Nyt fra kommunerne\n2. Orientering om havnen")
    assert [block.kind.value for block in blocks_of([page])] == ["heading", "list_item", "list_item"]


def test_captions_are_captions() -> None:
    """Figures and tables by their labels."""
    assert blocks_of([text_page("Figur 2: Udviklingen i antal besøg")])[0].kind is BlockKind.CAPTION


def test_a_word_cut_at_the_end_of_a_full_line_is_put_together() -> None:
    """A program that breaks lines anywhere; "samarbejde" stands whole elsewhere in the file, "sam" does not."""
    cut = "Udvalget har i flere år arbejdet med en samlet plan for byens og regionens sam"
    page = printed(
        1,
        (74, cut),
        (87, cut),
        (100, cut),
        (113, "arbejde om den nye havn."),
        (140, "Et godt samarbejde er et samarbejde hvor samarbejde lykkes."),
    )
    assert "regionens samarbejde om" in blocks_of([page])[0].text


def test_ready_blocks_pass_through_in_order() -> None:
    """Structured formats bring their own."""
    ready = (Block(kind=BlockKind.HEADING, text="Om os", level=1), Block(kind=BlockKind.PARAGRAPH, text="Vi er her."))
    assert blocks_of([Page(number=None, content=ready)]) == ready


@given(st.lists(st.text(alphabet="abæøå AB.-•1\t", max_size=30), max_size=30))
def test_no_word_is_lost_or_made(lines: list[str]) -> None:
    """Whatever the lines but page numbers ("-1-"), the letters of the blocks are the letters of the lines, in order."""
    assume(not any(PAGE_NUMBER.match(line.strip()) for line in lines))
    blocks = blocks_of([text_page("\n".join(line.replace("\n", "") for line in lines))])
    before = "".join("".join(lines).split())
    assert "".join("".join(texts(blocks)).split()) == before


def test_a_sentence_goes_on_past_the_notes_at_the_foot_of_the_page() -> None:
    """The note is printed smaller; the sentence above it ends on the next page."""
    note = printed(1, (780, "⁵ Se regnskabet for 2025."), size=8).content
    first = Page(number=1, content=(*printed(1, (100, FULL), (113, FULL)).content, *note), width=595, height=842)
    second = printed(2, (80, "skal være færdig i maj."), (110, "Mødet sluttede."))
    assert texts(blocks_of([first, second])) == [
        f"{FULL} {FULL} skal være færdig i maj.",
        "⁵ Se regnskabet for 2025.",
        "Mødet sluttede.",
    ]


def test_bullets_lost_but_for_a_blank_make_list_items() -> None:
    """NOISE 17: short lines with one leading blank, one after the other; alone such a blank marks a page break."""
    page = text_page(
        "Udvalget vurderer hver ansøgning på de tre parametre, som byrådet vedtog:\n\n Nytte for mange\n Pris\n Holdbarhed\n"
        "\nNår alle ansøgninger er vurderet, sender udvalget dem videre til byrådet."
    )
    kinds = [block.kind.value for block in blocks_of([page])]
    assert kinds == ["paragraph", "list_item", "list_item", "list_item", "paragraph"]


def test_points_without_bullets_are_not_run_together() -> None:
    """A line "at …" below "indstiller," opens a point where its first word would have had room above."""
    lines = (
        "Forvaltningen har set på sagen om den nye bro over fjorden, som byrådet bad om.",
        "Forvaltningen indstiller til udvalget,",
        "at broen males i maj, og",
        "at den lukkes i en uge.",
    )
    assert texts(blocks_of([text_page("\n".join(lines))]))[-2:] == list(lines[-2:])


def test_letters_with_a_full_stop_open_points_before_a_capital_only() -> None:
    """A line "a. Hundehold" is a point, "d. 5. maj" a date."""
    found = [block.text for block in blocks_of([text_page("5. Forslag til mødet\na. Hundehold i blok C\nb. Vaskemaskiner")])]
    assert found[-2:] == ["a. Hundehold i blok C", "b. Vaskemaskiner"]


def test_a_word_cut_anywhere_is_known_by_the_words_it_is_made_of() -> None:
    """Some programs cut at the edge without a hyphen: the whole holds two words of the file, or a part no vowel."""
    lines = printed_lines([printed(1, (100.0, "Den nye sygepleje har brug for mange indsatser fra nu af"))])
    words = Vocabulary(line for line in lines if isinstance(line, PrintedLine))
    assert words.is_cut("sygeplejein", "dsatser")
    assert words.is_cut("tilretni", "ng")
    assert not words.is_cut("husbåd", "naboer")


def test_a_month_behind_a_day_and_a_noun_with_its_ending_are_put_together() -> None:
    """Cut as "4.okt|ober" and "udvalg|et": the whole stands in the file often, though "okt" or "et" may stand there too."""
    told = f"Vi ses i oktober eller november, og i oktober igen, mens oktober er for sent{3 * ', skaldyrsudvalget'} et her"
    words = Vocabulary(line for line in printed_lines([printed(1, (100.0, told))]) if isinstance(line, PrintedLine))
    assert words.is_cut("skaldyrsudvalg", "et")
    assert not words.is_cut("udvalg", "et")
    full = "Udvalget har i flere år arbejdet med en samlet plan og mødes igen den 4.okt"
    page = printed(1, (74, full), (87, full), (100, full), (113, "ober om aftenen."), (140, told))
    assert "4.oktober om" in " ".join(texts(blocks_of([page])))

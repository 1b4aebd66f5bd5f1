"""What stands on slides besides titles and points: cards in groups, charts and diagrams."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from ingest.limits import Limits
from ingest.readers.pptx import PptxReader
from ingest.records import Block, BlockKind

DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"


def read(path: Path) -> list[Block]:
    """The blocks of a show."""
    return [part for page in PptxReader().read(path, Limits()).pages for part in page.content if isinstance(part, Block)]


def test_cards_are_read_one_after_the_other(tmp_path: Path) -> None:
    """Each heading stands closer to its text than to the heading beside it, also inside a group."""
    show = Presentation()
    group = show.slides.add_slide(show.slide_layouts[6]).shapes.add_group_shape()
    for number, words in enumerate(("Bygninger tegnes", "Vagter ansættes")):
        for top, text in ((2.0, f"Spor {number}"), (2.6, words)):
            group.shapes.add_textbox(Inches(0.5 + 3 * number), Inches(top), Inches(2.7), Inches(0.5)).text_frame.text = text
    show.save(str(tmp_path / "a.pptx"))
    assert [block.text for block in read(tmp_path / "a.pptx")] == ["Spor 0", "Bygninger tegnes", "Spor 1", "Vagter ansættes"]


def test_a_chart_is_the_table_of_its_numbers(tmp_path: Path) -> None:
    """Categories are rows, series columns, with a decimal comma."""
    show = Presentation()
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["2025", "2026"]
    data.add_series("Besøg", (1200, 13.5))
    slide = show.slides.add_slide(show.slide_layouts[6])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1), Inches(4), Inches(3), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Besøg pr. år"
    show.save(str(tmp_path / "a.pptx"))
    title, table = read(tmp_path / "a.pptx")
    assert title.text == "Besøg pr. år"
    assert table.table is not None
    assert [(cell.row, cell.column, cell.text) for cell in table.table.cells if cell.text] == [
        (1, 0, "2025"),
        (2, 0, "2026"),
        (0, 1, "Besøg"),
        (1, 1, "1200"),
        (2, 1, "13,5"),
    ]


def test_the_words_of_a_diagram_are_a_list(tmp_path: Path) -> None:
    """SmartArt keeps its words in a part of its own; its arrows hold none."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    points = "".join(
        f'<d:pt modelId="{n}"{kind}><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for n, (kind, text) in enumerate((("", "Henvisning"), (' type="sibTrans"', "pil"), ("", "Samtale")))
    )
    xml = f'<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="{MAIN}"><d:ptLst>{points}</d:ptLst></d:dataModel>'
    content_type = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    part = Part(PackURI("/ppt/diagrams/data1.xml"), content_type, slide.part.package, xml.encode())
    relation = slide.part.relate_to(part, f"{RELATIONS}/diagramData")
    frame = (
        f'<p:graphicFrame xmlns:p="{SLIDE}" xmlns:a="{MAIN}" xmlns:r="{RELATIONS}"><p:nvGraphicFramePr><p:cNvPr id="7" name="D"/>'
        f'<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{DIAGRAM}"><d:relIds xmlns:d="{DIAGRAM}" r:dm="{relation}"/></a:graphicData></a:graphic>'
        f"</p:graphicFrame>"
    )
    slide.shapes._spTree.append(etree.fromstring(frame))
    show.save(str(tmp_path / "a.pptx"))
    assert [block.text for block in read(tmp_path / "a.pptx")] == ["Henvisning", "Samtale"]


def box(slide: Any, left: float, top: float, width: float, text: str) -> None:
    """A text box half an inch high, in inches."""
    slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(0.5)).text_frame.text = text


def test_boxes_above_cards_head_them_and_the_line_on_top_heads_the_slide(tmp_path: Path) -> None:
    """What runs below all cards belongs to the slide again, not to the last card."""
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    box(slide, 0.5, 0.3, 8, "Tre broer i Havby")
    for left, name, words in ((0.5, "Syd", "Åbner i maj, når rækværket er malet"), (4.0, "Nord", "Rives ned, når den nye står")):
        box(slide, left, 2.0, 2.7, name)
        box(slide, left, 2.6, 2.7, words)
    box(slide, 0.5, 5.0, 8, "Alle tre betales af havnen.")
    show.save(str(tmp_path / "a.pptx"))
    assert [(block.level if block.kind is BlockKind.HEADING else 0, block.text) for block in read(tmp_path / "a.pptx")] == [
        (1, "Tre broer i Havby"),
        (2, "Syd"),
        (0, "Åbner i maj, når rækværket er malet"),
        (2, "Nord"),
        (0, "Rives ned, når den nye står"),
        (1, "Tre broer i Havby"),
        (0, "Alle tre betales af havnen."),
    ]

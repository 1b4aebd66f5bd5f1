"""Charts and diagrams (SmartArt) of slides: the numbers behind a chart as a table, the words of a diagram as a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from ingest.limits import Limits
from ingest.readers.grid import Grid
from ingest.records import Block, BlockKind

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_NO_WORDS = frozenset({"parTrans", "sibTrans", "pres", "doc"})  # points that are arrows and layout


def chart_blocks(chart: Any, number: int, limits: Limits) -> Iterator[Block]:
    """The title of a chart as a caption, and its categories and series as a table."""
    title = " ".join(chart.chart_title.text_frame.text.split()) if chart.has_title and chart.chart_title.has_text_frame else ""
    if title:
        yield Block(kind=BlockKind.CAPTION, text=title, page_number=number)
    for plot in chart.plots:
        grid = Grid(limits.max_table_cells)
        grid.put(0, 0, "")
        for row, category in enumerate(plot.categories, start=1):
            grid.put(row, 0, str(category).strip())
        for column, series in enumerate(plot.series, start=1):
            grid.put(0, column, str(series.name or "").strip())
            for row, value in enumerate(series.values, start=1):
                grid.put(row, column, "" if value is None else f"{value:.10g}".replace(".", ","))
        block = grid.block(header_rows=1, kind=BlockKind.TABLE, page_number=number)
        if block is not None:
            yield block


def diagram_blocks(shape: Any, number: int) -> Iterator[Block]:
    """The texts of a diagram in the order of its outline."""
    for ids in shape._element.iter(_DGM + "relIds"):
        part = shape.part.rels[ids.get(_R + "dm")].target_part
        root = etree.fromstring(part.blob, _PARSER)
        for point in root.iter(_DGM + "pt"):
            if point.get("type") in _NO_WORDS:
                continue
            text = " ".join(" ".join(run.text or "" for run in point.iter(_A + "t")).split())
            if text:
                yield Block(kind=BlockKind.LIST_ITEM, text=text, page_number=number, level=1)

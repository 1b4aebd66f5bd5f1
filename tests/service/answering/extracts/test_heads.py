"""What a unit stands under: the title above it, or the first cell of its row."""

from __future__ import annotations

from dataclasses import replace

from index.opened import OpenIndex
from ingest.records import BlockKind
from service.answering.extracts.answerer import ExtractAnswerer
from service.answering.extracts.heads import headed
from service.answering.extracts.units import units_of

ROWS = "Kommune: Samsø\nHold pr. uge: 4\nTelefon: 11 22 33 44\n\nKommune: Fanø\nHold pr. uge: 2"


def heads(text: str, kind: BlockKind, index: OpenIndex) -> list[str]:
    """The head of each unit of a passage under the heading "Holdtræning", in order."""
    passage = index.store.passages_of_document(index.store.documents()[0].id)[0]
    passage = replace(passage, text=text, kind=kind, heading_path=("Holdtræning",))
    lexis = ExtractAnswerer(index).lexis
    return [unit.head for unit in headed(units_of(passage, lexis), passage, lexis)]


def test_the_cells_of_a_row_stand_under_its_first(index: OpenIndex) -> None:
    """It names whose telephone and hours the others are; the next row begins anew."""
    samsoe, fanoe = "Kommune: Samsø", "Kommune: Fanø"
    assert heads(ROWS, BlockKind.TABLE, index) == ["Holdtræning", samsoe, samsoe, "Holdtræning", fanoe]


def test_lines_of_a_paragraph_are_no_rows(index: OpenIndex) -> None:
    """Labels there stand beside one another."""
    assert heads(ROWS, BlockKind.PARAGRAPH, index) == ["Holdtræning"] * 5

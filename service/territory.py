"""Who runs which task where: the tables' rulings for one municipality, and for every sundhedsråd as a matrix."""

from __future__ import annotations

from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.places.municipalities import REGION_OF, official_name
from ingest.records import Access, Fact
from service.answering.facts.ruling import Ruling, legend_of, ruling_of, rulings_for
from service.answering.facts.wording import statement
from service.records import Language
from service.schemas.answer import view_url
from service.schemas.fact import CouncilRow, Matrix, MunicipalityList, MunicipalityOut, MunicipalitySummary, RulingOut
from service.understanding.tables import Row
from service.understanding.vocabulary import Vocabulary, task_name, vocabulary_of


def municipalities(index: OpenIndex, access: frozenset[Access]) -> MunicipalityList:
    """Give the municipalities that tables speak of, by name."""
    known = vocabulary_of(index, access)
    names = sorted({member for row in known.rows for member in row.members})
    return MunicipalityList(municipalities=tuple(_summary(known, name) for name in names))


def municipality(index: OpenIndex, name: str, access: frozenset[Access], language: Language) -> MunicipalityOut | None:
    """Give what the newest table says of each task in a municipality; None where no table speaks of it."""
    known = vocabulary_of(index, access)
    if not any(name in row.members for row in known.rows):
        return None
    found = [rulings_for(known.rows, name, task, known.definitions) for task in known.tasks]
    tasks = tuple(_ruling_out(index, rulings, access, language) for rulings in found if rulings)
    return MunicipalityOut(name=official_name(name), region=REGION_OF.get(name, ""), council=_council(known, name), tasks=tasks)


def matrix(index: OpenIndex, access: frozenset[Access], language: Language) -> Matrix:
    """Give every sundhedsråd against every task: the newest row of each name, tasks in printed order."""
    known = vocabulary_of(index, access)
    newest: dict[str, Row] = {}
    for row in known.rows:
        held = newest.get(row.name)
        if held is None or (row.date and (held.date is None or row.date > held.date)):
            newest[row.name] = row
    tasks = known.tasks
    rows = tuple(_council_row(index, row, tasks, known.definitions, access, language) for row in newest.values())
    return Matrix(tasks=tasks, councils=rows)


def _summary(known: Vocabulary, name: str) -> MunicipalitySummary:
    tasks = {task_name(cell.relation) for row in known.rows if name in row.members for cell in row.cells}
    return MunicipalitySummary(name=name, region=REGION_OF.get(name, ""), council=_council(known, name), task_count=len(tasks))


def _council(known: Vocabulary, name: str) -> str:
    rows = [row for row in known.rows if name in row.members and row.is_council]
    dated = sorted(rows, key=lambda row: row.date.toordinal() if row.date else 0)
    return dated[-1].name if dated else ""


def _council_row(
    index: OpenIndex, row: Row, tasks: Sequence[str], definitions: Sequence[Fact], access: frozenset[Access], language: Language
) -> CouncilRow:
    cells: dict[str, RulingOut] = {}
    for cell in row.cells:
        ruling = ruling_of(row, cell, None, legend_of(row, definitions))
        if ruling is not None:
            cells.setdefault(task_name(cell.relation), _ruling_out(index, (ruling,), access, language))
    return CouncilRow(name=row.name, municipalities=row.members, cells=tuple(cells.get(task) for task in tasks))


def _ruling_out(index: OpenIndex, rulings: Sequence[Ruling], access: frozenset[Access], language: Language) -> RulingOut:
    """Give the newest ruling; older ones that say otherwise as sentences."""
    newest, said = rulings[0], statement(rulings[0], language)
    passage = index.store.passage(newest.cell.passage_id, access)
    earlier = dict.fromkeys(statement(ruling, language) for ruling in rulings[1:])
    return RulingOut(
        task=newest.task,
        statement=said,
        runner=newest.actor.kind.value if newest.actor else "",
        model=newest.model.subject if newest.model else "",
        words=" ".join(clause.text for clause in newest.clauses),
        date=newest.row.date,
        document_id=passage.document_id,
        passage_id=passage.id,
        access=newest.row.access,
        view_url=view_url(passage.document_id, passage.id, passage.page_first),
        earlier=tuple(other for other in earlier if other != said),
    )

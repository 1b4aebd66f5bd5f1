"""The answerers that work on records (facts, meetings, definitions), most specific first."""

from __future__ import annotations

from service.answering.definitions.abbreviations import AbbreviationAnswerer
from service.answering.definitions.terms import TermAnswerer
from service.answering.documents.about import DocumentAnswerer
from service.answering.duties.deadline import DeadlineAnswerer
from service.answering.duties.doer import DoerAnswerer
from service.answering.duties.due_list import DueListAnswerer
from service.answering.duties.office import OfficeAnswerer
from service.answering.duties.signatory import SignatoryAnswerer
from service.answering.facts.council_task import CouncilTaskAnswerer
from service.answering.facts.councils import CouncilAnswerer
from service.answering.facts.marks import MarksAnswerer
from service.answering.facts.over_rows import OverRowsAnswerer
from service.answering.facts.overview import OverviewAnswerer
from service.answering.facts.who_runs import WhoRunsAnswerer
from service.answering.minutes.agenda_list import AgendaListAnswerer
from service.answering.minutes.decided import DecisionAnswerer
from service.answering.minutes.decided_part import DecidedPartAnswerer
from service.answering.minutes.item_titles import ItemTitleAnswerer
from service.answering.minutes.numbers_of_cases import CaseNumbersAnswerer
from service.answering.minutes.outcome import OutcomeAnswerer
from service.answering.minutes.vote_counts import VoteCountAnswerer
from service.answering.minutes.when_met import WhenMetAnswerer
from service.answering.minutes.who_met import WhoMetAnswerer
from service.answering.tables.assigned import AssignedAnswerer
from service.answering.tables.cells import CellAnswerer
from service.answering.tables.claimed import ClaimedAnswerer
from service.answering.tables.coded import CodedAnswerer
from service.answering.tables.figures import FiguresAnswerer
from service.answering.tables.row_details import RowDetailAnswerer
from service.answering.tables.rows_with import RowsWithAnswerer
from service.answering.tables.superlatives import SuperlativeAnswerer
from service.answering.tables.why_missing import WhyMissingAnswerer
from service.protocols import Answerer


def structured_answerers() -> tuple[Answerer, ...]:
    """One of each; all are stateless and safe in several threads."""
    return (
        WhoRunsAnswerer(),
        CouncilTaskAnswerer(),
        MarksAnswerer(),
        OverRowsAnswerer(),
        CouncilAnswerer(),
        OverviewAnswerer(),
        DecisionAnswerer(),
        DecidedPartAnswerer(),
        OutcomeAnswerer(),
        VoteCountAnswerer(),
        ItemTitleAnswerer(),
        AgendaListAnswerer(),
        WhoMetAnswerer(),
        WhenMetAnswerer(),
        CaseNumbersAnswerer(),
        DeadlineAnswerer(),
        DueListAnswerer(),
        DoerAnswerer(),
        OfficeAnswerer(),
        SignatoryAnswerer(),
        FiguresAnswerer(),
        SuperlativeAnswerer(),
        AssignedAnswerer(),
        CodedAnswerer(),
        ClaimedAnswerer(),
        CellAnswerer(),
        RowsWithAnswerer(),
        RowDetailAnswerer(),
        WhyMissingAnswerer(),
        AbbreviationAnswerer(),
        TermAnswerer(),
        DocumentAnswerer(),
    )

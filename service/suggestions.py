"""Follow-up questions that are known to have an answer: each is asked before it is offered.

Candidates come from what stands around the passages shown: other tasks of the municipality the answer names, the
decision of an agenda item, other items of the meeting. At the beginning of a conversation they come from the newest
decisions and the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from index.records import Filters
from ingest.records import AgendaItem, Passage, SectionName
from service.live import Serving
from service.records import Language, Question
from service.understanding.vocabulary import task_name, vocabulary_of

MOST = 3
MOST_TRIED = 8  # each costs an answer
MOST_TITLE_CHARACTERS = 90
MOST_REMEMBERED = 500

LEAST_TEXT = 3  # shorter is a stray full stop
ROUTINE = re.compile(
    r"\b(?:dagsorden\w*|eventuelt|mødedeltagere|meddelelser|orienteringer|referat\w*|næste møde|underskrift\w*)\b", re.IGNORECASE
)

RUNS = {Language.DANISH: "Hvem driver {task} i {place}?", Language.ENGLISH: "Who runs {task} in {place}?"}
DECIDED = {
    Language.DANISH: "Hvad blev besluttet om »{title}«?",
    Language.ENGLISH: "What was decided about “{title}”?",
}


def suggestions(
    serving: Serving, passage_ids: Sequence[str], *, filters: Filters, language: Language, asked: Sequence[str]
) -> tuple[str, ...]:
    """Give up to three questions, each answered when tried, none of those asked already. Remembered for a generation's life."""
    key = (tuple(passage_ids), filters, language)
    remembered = serving.suggested.get(key)
    if remembered is None:
        remembered = tuple(_answered(serving, _candidates(serving, passage_ids, filters, language), filters))
        if len(serving.suggested) < MOST_REMEMBERED:
            serving.suggested[key] = remembered
    known = {question.casefold() for question in asked}
    fresh = tuple(question for question in remembered if question.casefold() not in known)[:MOST]
    if not fresh and passage_ids:  # nothing around the passages shown: what one could begin with
        return suggestions(serving, (), filters=filters, language=language, asked=asked)
    return fresh


def _answered(serving: Serving, candidates: Iterable[str], filters: Filters) -> Iterator[str]:
    """Give those candidates that the assistant answers; one more than are shown, as the one just asked may be among them."""
    found = 0
    for tried, candidate in enumerate(dict.fromkeys(candidates)):
        if found > MOST or tried >= MOST_TRIED:
            return
        if not serving.assistant.ask(Question(text=candidate, filters=filters)).abstained:
            found += 1
            yield candidate


def _candidates(serving: Serving, passage_ids: Sequence[str], filters: Filters, language: Language) -> Iterator[str]:
    passages = serving.index.store.passages(list(passage_ids), filters.access)
    streams = [_of_items(serving, passages, filters, language), _of_tables(serving, passages, filters, language)]
    yield from _in_turn(streams)


def _of_items(serving: Serving, passages: Sequence[Passage], filters: Filters, language: Language) -> Iterator[str]:
    """Ask for decisions: of the items shown, then of the others of their meetings; without any, of the newest meetings."""
    store, access = serving.index.store, filters.access
    shown = [store.item(item_id, access) for item_id in dict.fromkeys(each.item_id for each in passages if each.item_id)]
    meetings = list(dict.fromkeys(item.meeting_id for item in shown)) or [
        each.id for each in store.meetings(filters)[:4] if not passages
    ]
    for item in [*shown, *(item for meeting in meetings for item in store.items_of_meeting(meeting, access))]:
        if _is_worth_asking(item) and len(item.title) <= MOST_TITLE_CHARACTERS:
            yield DECIDED[language].format(title=item.title)


def _of_tables(serving: Serving, passages: Sequence[Passage], filters: Filters, language: Language) -> Iterator[str]:
    """Ask who runs a task: in the municipalities of the rows shown, or of the first rows, going round the tasks."""
    rows = vocabulary_of(serving.index, filters.access).rows
    shown = {passage.id for passage in passages}
    chosen = [row for row in rows if shown & {row.passage_id, *(cell.passage_id for cell in row.cells)}] or [
        row for row in rows if not shown
    ]
    for turn, row in enumerate(chosen):
        for place in row.members[:1]:
            tasks = [task_name(cell.relation) for cell in row.cells]
            for task in tasks[turn % len(tasks) :][:1] if tasks else []:
                yield RUNS[language].format(task=task[:1].lower() + task[1:], place=place)


def _is_worth_asking(item: AgendaItem) -> bool:
    """Whether something was decided on a proposal; items that every meeting has (the agenda, any other business) are not."""
    said = {section.name for section in item.sections if len(section.text) > LEAST_TEXT}
    return {SectionName.DECISION, SectionName.RECOMMENDATION} <= said and not ROUTINE.search(item.title)


def _in_turn(streams: Sequence[Iterator[str]]) -> Iterator[str]:
    """Give one of each stream in turn until all are empty."""
    waiting = list(streams)
    while waiting:
        for each in list(waiting):
            found = next(each, None)
            if found is None:
                waiting.remove(each)
            else:
                yield found

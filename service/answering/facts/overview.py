"""All tasks of one municipality: what holds for each, or which of them the municipality (or the region) runs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.places.municipalities import official_name
from service.answering.facts.actors import ActorKind
from service.answering.facts.claims import claimed_actor
from service.answering.facts.leftover import leftover, of_other_matter
from service.answering.facts.ruling import Ruling, rulings_for
from service.answering.facts.scope import within
from service.answering.facts.wording import day_line, model_name, task_phrase, who
from service.answering.sources import source_of
from service.answering.wording import capital, joined
from service.records import Draft, Language, QuestionKind, Understood
from service.understanding.vocabulary import vocabulary_of

_KINDS = frozenset({QuestionKind.WHAT, QuestionKind.LIST, QuestionKind.STATUS, QuestionKind.WHO})
_ASKS_ALL = re.compile(r"\b(?:gælder|aftal\w*|opgave\w*|model\w*|fordel\w*|tasks?|agree\w*|services?)\b", re.IGNORECASE)
STRENGTH = 0.9


class OverviewAnswerer:
    """Answers about a municipality when no task is named."""

    kind = "list"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft from the newest table that lists the municipality; None when the question says more than that."""
        text = understood.text
        if understood.kind not in _KINDS or understood.tasks or understood.councils or len(understood.municipalities) != 1:
            return None
        if not _ASKS_ALL.search(text) or of_other_matter(text) or leftover(text, [understood.municipalities[0]]):
            return None
        rulings = _rulings(understood, index)
        actor = claimed_actor(text) if re.search(r"\b(?:hvilke|which|what tasks)\b", text, re.IGNORECASE) else None
        if actor is not None:
            rulings = [ruling for ruling in rulings if ruling.actor and ruling.actor.kind is actor]
        return _draft(understood, index, rulings, actor) if rulings else None


def _rulings(understood: Understood, index: OpenIndex) -> list[Ruling]:
    """The newest ruling for each task, in the table's order."""
    known = vocabulary_of(index, understood.filters.access)
    rows = within(known.rows, understood.filters, index)
    found = [rulings_for(rows, understood.municipalities[0], task, known.definitions) for task in known.tasks]
    return [rulings[0] for rulings in found if rulings]


def _draft(understood: Understood, index: OpenIndex, rulings: Sequence[Ruling], actor: ActorKind | None) -> Draft:
    language, access = understood.language, understood.filters.access
    place = official_name(understood.municipalities[0])
    if actor is not None:
        text = f"{capital(joined([task_phrase(ruling.task) for ruling in rulings], language))} ({place})."
    else:
        text = f"{place}: {'; '.join(_told(ruling, language) for ruling in rulings)}."
    return Draft(
        text=f"{text} {day_line(rulings[0].row.date, language)}".strip(),
        kind=OverviewAnswerer.kind,
        strength=STRENGTH,
        sources=tuple(source_of(index, index.store.passage(r.cell.passage_id, access), r.cell.object) for r in rulings),
        as_of=rulings[0].row.date,
        features=(("tasks", float(len(rulings))),),
    )


def _told(ruling: Ruling, language: Language) -> str:
    """The task with its model and who runs it, as far as the table says."""
    said = [model_name(ruling)] if ruling.model else []
    said += [who(ruling.actor, language)] if ruling.actor else []
    return f"{task_phrase(ruling.task)} – {' – '.join(said)}" if said else task_phrase(ruling.task)

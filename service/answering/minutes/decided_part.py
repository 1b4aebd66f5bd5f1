"""Answers when, where, who, how much or which from the sentence of a decision, where the outcome of a case is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.opened import OpenIndex
from ingest.minutes.decisions import decides
from ingest.minutes.votes import votes
from service.answering.extracts.wanted import Wanted
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda, agenda_of
from service.answering.minutes.case_meant import LEAST_LEAD, LEAST_WHOLE, CaseMeant, case_meant, share_said
from service.answering.minutes.chosen import of_chosen
from service.answering.minutes.decision_units import Unit, decision_units, other_units
from service.answering.minutes.decision_words import CHANGES
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.outcome_asked import asks_outcome, kinds_wanted, may_ask_outcome, surely_asks_outcome
from service.answering.minutes.roots import roots_of
from service.answering.minutes.topic import AskedWord
from service.answering.minutes.unit_says import appoints, asks_appointed, fitting, says
from service.answering.sources import source_of
from service.records import Draft, QuestionKind, Understood

LEAST_TITLE = 0.4
"""The share that the title holds where the deciding sentence says nothing of the topic itself."""
LEAST_OWN = 0.3
"""The share that the deciding sentence holds, with the one it points back to, where others of its kind stand beside it."""
MOST_BEHIND = 0.3
"""By so much a sentence of the same kind in the case's background may hold more of the question."""
FEWEST_WORDS = 2
"""The words of the topic by which a case is known where nothing in the question says that an outcome is asked for."""
MOST_WORDS = 80
STRENGTH, WEAKER = 0.89, 0.8
_OF_VALUES = frozenset({QuestionKind.WHEN, QuestionKind.HOW_MANY})
"""Kinds of questions that a decision answers with another value than was proposed, in whatever words they ask."""

_PUT_OFF = re.compile(
    r"\b(?:udsat|udsættes|udskudt|udskydes til (?:et |næste )|send(?:t|es) (?:tilbage|retur)|hjemvist|taget af dagsordenen)\b",
    re.IGNORECASE,
)
_DISSENTS = re.compile(
    r"\b(?:stemte (?:imod|nej)|undlod at stemme|tog forbehold|kunne ikke (?:tiltræde|støtte)|mindretal\w*"
    r"|voted against|abstained)\b",
    re.IGNORECASE,
)
"""Who did not want what was decided, and why."""
_GETS = re.compile(r"\b(?:fik|får|støttes|støttet|tildelt|bevilget|tilskud|penge|got|get|received|granted)\b", re.IGNORECASE)


class DecidedPartAnswerer:
    """Answers from the one sentence of a decision that says what is asked."""

    kind = "decision"

    def answer(self, understood: Understood, index: OpenIndex) -> Draft | None:
        """The draft; None where no item is surely meant, or its decision does not say what is asked."""
        outright = asks_outcome(understood)
        if not outright and not (may_ask_outcome(understood) and understood.kind in _OF_VALUES):
            return None
        agenda = agenda_of(index, understood.filters.access)
        meant = case_meant(understood, agenda, index) if agenda.cards else None
        if meant is None:
            return None
        told = of_chosen(understood, meant, agenda, index) if outright else None
        if told is not None:
            return told
        unit = _deciding(understood, meant, index)
        if unit is None or not (outright or _sets_another(unit, understood, meant, index)):
            return None
        return _draft(understood, index, agenda, meant, unit)


def _deciding(understood: Understood, meant: CaseMeant, index: OpenIndex) -> Unit | None:
    """The unit of the decision that says what is asked; None where none or several do alike, or the background says it better."""
    wanted = kinds_wanted(understood)
    decided = decision_units(meant.item, index, understood)
    if _PUT_OFF.search(" ".join(unit.text for unit in decided)):
        return None  # what the case still says is no outcome
    if understood.kind in (QuestionKind.LIST, QuestionKind.WHO) and _GETS.search(understood.text):
        lists = [unit for unit in decided if unit.is_list]
        if len(lists) == 1:
            return lists[0]
    typed = [unit for unit in decided if says(wanted, unit, understood) and not _DISSENTS.search(unit.text)]
    if asks_appointed(understood):
        typed = [unit for unit in typed if appoints(unit.text)]
    if wanted == (Wanted.ANYTHING,):
        typed = [unit for unit in typed if not votes(unit.text) and _settles(unit, understood, meant)]
    if not typed:
        return None
    scored = sorted(
        ((_own(unit, meant.asked) + fitting(wanted, unit, understood), -at, unit) for at, unit in enumerate(typed)),
        key=lambda each: each[:2],
        reverse=True,
    )
    own, _, best = scored[0]
    if own < LEAST_OWN and (len(typed) > 1 or meant.titled < LEAST_TITLE):
        return None
    rivals = [unit for unit in other_units(meant.item, index, understood) if says(wanted, unit, understood)]
    return best if not _said_better(own, rivals, meant, surely=surely_asks_outcome(understood.text)) else None


def _settles(unit: Unit, understood: Understood, meant: CaseMeant) -> bool:
    """Whether a sentence decides, or says what comes first, or says much of what is asked."""
    fits = fitting((Wanted.ANYTHING,), unit, understood) > 0
    return fits or decides(unit.text) or _own(unit, meant.asked) >= LEAST_OWN


def _sets_another(unit: Unit, understood: Understood, meant: CaseMeant, index: OpenIndex) -> bool:
    """Whether a unit of the decision changes the day, frequency or amount that the case gives elsewhere for the same."""
    own, wanted = _own(unit, meant.asked), kinds_wanted(understood)
    if own < LEAST_OWN or len(meant.asked) < FEWEST_WORDS or not CHANGES.search(unit.text):
        return False
    others = other_units(meant.item, index, understood)
    return any(says(wanted, other, understood) and _own(other, meant.asked) >= own for other in others)


def _said_better(own: float, rivals: Sequence[Unit], meant: CaseMeant, *, surely: bool) -> bool:
    """Whether the background of a case says what is asked: it holds much more of the question, by more than the case's name."""
    if max((_own(unit, meant.asked) for unit in rivals), default=0.0) - own <= MOST_BEHIND:
        return False
    if not surely or meant.titled < LEAST_TITLE:
        return not surely or own < LEAST_OWN
    beside = [word for word in meant.asked if not share_said([word], meant.card.stems)]
    return own < LEAST_OWN and any(_own(unit, [word]) for unit in rivals for word in beside)


def _own(unit: Unit, asked: Sequence[AskedWord]) -> float:
    return share_said(asked, roots_of(f"{unit.before} {unit.about} {unit.text}"))


def _draft(understood: Understood, index: OpenIndex, agenda: Agenda, meant: CaseMeant, unit: Unit) -> Draft | None:
    words = len(f"{unit.before} {unit.text}".split())
    if len(unit.text.split()) > MOST_WORDS:
        return None
    meeting = agenda.meetings[meant.item.meeting_id]
    told = f"{quoted(unit.before)} {quoted(unit.text)}" if unit.before and words <= MOST_WORDS else quoted(unit.text)
    quotes = [unit.before, unit.text] if unit.before else [unit.text]
    return Draft(
        text=f"{told} ({place_of(meant.item, meeting, understood.language)})",
        kind=DecidedPartAnswerer.kind,
        strength=STRENGTH if meant.share >= LEAST_WHOLE + LEAST_LEAD else WEAKER,
        sources=tuple(source_of(index, unit.passage, quote) for quote in reversed(quotes)),
        as_of=meeting.date,
        features=(("decided_part", meant.share),),
    )

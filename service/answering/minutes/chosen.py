"""What the chosen of several solutions costs or takes: the decision says which, the background says what it is like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.analysis.stopwords import STOP_WORDS
from index.opened import OpenIndex
from ingest.passages.sentences import sentences
from service.answering.extracts.spans.registry import find
from service.answering.extracts.wanted import Wanted
from service.answering.frames import quoted
from service.answering.minutes.agenda import Agenda
from service.answering.minutes.case_meant import CaseMeant
from service.answering.minutes.decision_units import Unit, decision_units, other_units
from service.answering.minutes.meeting_names import place_of
from service.answering.minutes.outcome_asked import kinds_wanted
from service.answering.minutes.unit_says import says
from service.answering.sources import source_of
from service.records import Draft, Understood
from service.understanding.words import words_of

_ASKS = re.compile(r"\b(?:valgte|valgt|vedtagne|vedtaget|besluttede|chosen|selected|adopted)\b", re.IGNORECASE)
"""Words that ask for the one that was chosen."""
_CHOSE = re.compile(
    r"\b(?:valgte|vælger|vælges|foretrak|foretrækker|pegede på|peger på|besluttede sig for|bestemte sig for|valget faldt på"
    r"|gik efter|chose|chooses|selected|picked|preferred|decided on|went for)\s+(?P<what>[^.,;:\n]+)",
    re.IGNORECASE,
)
STRENGTH = 0.89
LEAST_ALIKE = 4
"""Letters that two words share at least, which differ in their endings only."""
_JOINT = re.compile(r"[,;]?\s+(?:og|eller|mens|mod|men|hvorimod|and|or|while|but|whereas|against)\s+|[,;]\s+", re.IGNORECASE)


def of_chosen(understood: Understood, meant: CaseMeant, agenda: Agenda, index: OpenIndex) -> Draft | None:
    """What the background tells of the solution chosen, where that is asked for or the decision itself does not say it."""
    wanted = kinds_wanted(understood)
    decided = decision_units(meant.item, index, understood)
    picked = chosen_in(decided)
    silent = not any(says(wanted, unit, understood) for unit in decided)
    if picked is None or find(wanted[0], "") is None or not (silent or _ASKS.search(understood.text)):
        return None
    told = told_of(picked[1], other_units(meant.item, index, understood), wanted)
    if told is None or any(find(kind, picked[0].text) for kind in wanted):
        return None
    meeting = agenda.meetings[meant.item.meeting_id]
    return Draft(
        text=f"{quoted(told[1])} {quoted(picked[0].text)} ({place_of(meant.item, meeting, understood.language)})",
        kind="decision",
        strength=STRENGTH,
        sources=(source_of(index, told[0].passage, told[1]), source_of(index, picked[0].passage, picked[0].text)),
        as_of=meeting.date,
        features=(("decided_part", meant.share),),
    )


def chosen_in(units: Sequence[Unit]) -> tuple[Unit, str] | None:
    """The unit of a decision that chooses, and its words from what it chooses on; None where none does."""
    for unit in units:
        match = _CHOSE.search(unit.text)
        if match is not None:
            return unit, match["what"].strip()
    return None


def told_of(what: str, units: Sequence[Unit], wanted: Sequence[Wanted]) -> tuple[Unit, str] | None:
    """The clause of the background that says what is wanted of the chosen, with its unit.

    It is the one that says more of these words than any other clause of the kind: why it was chosen and what for stand
    behind its name. None where none is ahead, or a single one says but half of them: it may tell of another solution.
    """
    words = [word for word in words_of(what) if word not in STOP_WORDS]
    clauses = [(unit, clause) for unit in units for clause in _clauses(unit.text, wanted)]
    scored = [(sum(_holds(clause, word) for word in words), unit, clause) for unit, clause in clauses]
    best = max((score for score, _, _ in scored), default=0)
    ahead = [(unit, clause) for score, unit, clause in scored if score == best]
    return ahead[0] if len(ahead) == 1 and best > (0 if len(clauses) > 1 else len(words) / 2) else None


def _holds(clause: str, word: str) -> bool:
    """Whether a clause says a word, but for its ending: "elbilen" of "en elbil", "mobilt" of "det mobile"."""
    return any(said == word or _begin_alike(said, word) for said in words_of(clause))


def _begin_alike(one: str, other: str) -> bool:
    shared = max(LEAST_ALIKE, min(len(one), len(other)) - 1)
    return min(len(one), len(other)) >= LEAST_ALIKE and one[:shared] == other[:shared]


def _clauses(text: str, wanted: Sequence[Wanted]) -> Iterator[str]:
    """The clauses that say what is wanted, parted where a conjunction or comma stands between two that do."""
    for start, end in sentences(text):
        sentence = text[start:end]
        begin = 0
        for joint in _JOINT.finditer(sentence):
            if _says(wanted, sentence[begin : joint.start()]) and _says(wanted, sentence[joint.end() :]):
                yield sentence[begin : joint.start()].strip()
                begin = joint.end()
        if _says(wanted, sentence[begin:]):
            yield sentence[begin:].strip()


def _says(wanted: Sequence[Wanted], text: str) -> bool:
    return any(find(kind, text) for kind in wanted)

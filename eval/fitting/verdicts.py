"""What the whole program would answer under fitted weights, and what that is worth: curve, reliability, answerers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eval.fitting.confidence_fit import Weights, confidence
from eval.fitting.outcomes import Outcome
from eval.fitting.posed import Posed
from service.answering.confidence import confidence_of
from service.records import Draft

BOUNDS = (0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer that would be given to a question: by which answerer, how sure, and whether it is right."""

    posed: Posed
    answerer: str
    confidence: float
    right: bool


def verdicts(questions: Sequence[Posed], outcomes: Sequence[Outcome], weights: Mapping[str, Weights]) -> list[Verdict]:
    """One per question; `weights` by collection."""
    extracts = {id(outcome.posed): outcome for outcome in outcomes if not outcome.withheld}
    return [_verdict(question, extracts.get(id(question)), weights[question.collection]) for question in questions]


def _verdict(question: Posed, extract: Outcome | None, weights: Weights) -> Verdict:
    chosen = question.exact
    if chosen is not None:
        return _of_record(question, *chosen)
    found = [_of_record(question, name, draft) for name, draft in question.records]
    if extract is not None:
        sure = confidence(weights, extract)
        found.append(Verdict(posed=question, answerer="ExtractAnswerer", confidence=sure, right=extract.right))
    nothing = Verdict(posed=question, answerer="", confidence=0.0, right=False)
    return max(found, key=lambda verdict: verdict.confidence, default=nothing)


def _of_record(question: Posed, name: str, draft: Draft) -> Verdict:
    return Verdict(posed=question, answerer=name, confidence=confidence_of(draft), right=question.is_right(draft.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Cells of text under a header."""

    header: tuple[str, ...]
    rows: list[list[str]]


def curve(found: Sequence[Verdict]) -> Table:
    """A row per bound of confidence: what is right, wrong and refused of the usual questions, and refused of the hard ones."""
    usual, hard = [each for each in found if not each.posed.hard], [each for each in found if each.posed.hard]
    header = ("bound", "right", "wrong", "answerable refused", "unanswerable refused", "hard unanswerable refused")
    rows = []
    for bound in BOUNDS:
        wrong = sum(not each.right for each in usual if each.confidence >= bound)
        right = sum(each.right if each.confidence >= bound else not each.posed.question.answerable for each in usual)
        shares = (_refused(usual, bound, answerable=True), _refused(usual, bound, answerable=False), _refused(hard, bound))
        rows.append([f"{bound:.2f}", str(right), str(wrong), *shares])
    return Table(header=header, rows=rows)


def _refused(found: Sequence[Verdict], bound: float, *, answerable: bool = False) -> str:
    those = [each for each in found if each.posed.question.answerable == answerable]
    count = sum(each.confidence < bound for each in those)
    return f"{count} of {len(those)}, {100 * count / max(1, len(those)):.1f} %"


def reliability(found: Sequence[Verdict]) -> Table:
    """A row per bin of confidence over the usual questions: how many there are, the mean said, and the share that is right."""
    usual = [each for each in found if not each.posed.hard]
    inside = {(low, high): [each for each in usual if low <= each.confidence < high] for low, high in pairwise(BINS)}
    rows = [[f"{low:.2f} to {min(high, 1.0):.2f}", *_said_and_right(those)] for (low, high), those in inside.items() if those]
    return Table(header=("confidence", "answers", "said", "right"), rows=rows)


def by_answerer(found: Sequence[Verdict], bound: float) -> Table:
    """A row per answerer over all answers that reach the bound, those to hard questions too."""
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for each in found:
        if each.confidence >= bound:
            kinds[each.answerer].append(each)
    rows = [[name, *_said_and_right(those)] for name, those in sorted(kinds.items())]
    return Table(header=("answerer", "answers", "said", "right"), rows=rows)


def _said_and_right(those: Sequence[Verdict]) -> list[str]:
    said, right = sum(each.confidence for each in those), sum(each.right for each in those)
    return [str(len(those)), f"{said / len(those):.3f}", f"{right / len(those):.3f}"]


def as_text(shown: Table) -> str:
    """The table for a terminal, its columns aligned, the first to the left."""
    lines = [list(shown.header), *shown.rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(shown.header))]
    return "\n".join(
        "  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))])
        for line in lines
    )

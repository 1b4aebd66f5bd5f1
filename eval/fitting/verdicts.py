"""What the whole program would answer under fitted weights, and what that is worth: curve, reliability, answerers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


def curve(found: Sequence[Verdict]) -> Iterator[str]:
    """A line per bound of confidence: what is right, wrong and refused of the usual questions, and refused of the hard ones."""
    usual, hard = [each for each in found if not each.posed.hard], [each for each in found if each.posed.hard]
    yield "bound   right  wrong  answerable refused  unanswerable refused  hard unanswerable refused"
    for bound in BOUNDS:
        given = [each for each in usual if each.confidence >= bound]
        refused = [each for each in usual if each.confidence < bound]
        right = sum(each.right for each in given) + sum(not each.posed.question.answerable for each in refused)
        wrong = sum(not each.right for each in given)
        shares = (_refused(usual, bound, answerable=True), _refused(usual, bound, answerable=False), _refused(hard, bound))
        yield f"{bound:5.2f}  {right:6} {wrong:6}  {shares[0]:18}  {shares[1]:20}  {shares[2]:>25}"


def _refused(found: Sequence[Verdict], bound: float, *, answerable: bool = False) -> str:
    those = [each for each in found if each.posed.question.answerable == answerable]
    count = sum(each.confidence < bound for each in those)
    return f"{count}/{len(those)} {count / max(1, len(those)):.3f}"


def reliability(found: Sequence[Verdict]) -> Iterator[str]:
    """A line per bin of confidence over the usual questions: how many there are, the mean said, and the share that is right."""
    yield "confidence   answers  said   right"
    usual = [each for each in found if not each.posed.hard]
    for low, high in pairwise(BINS):
        inside = [each for each in usual if low <= each.confidence < high]
        if inside:
            yield f"{low:.2f}-{min(high, 1.0):.2f}  {_said_and_right(inside)}"


def by_answerer(found: Sequence[Verdict], bound: float) -> Iterator[str]:
    """A line per answerer over all answers that reach the bound, hard questions too."""
    yield "answerer               answers  said   right"
    kinds: dict[str, list[Verdict]] = defaultdict(list)
    for each in found:
        if each.confidence >= bound:
            kinds[each.answerer].append(each)
    for name, those in sorted(kinds.items()):
        yield f"{name:20}  {_said_and_right(those)}"


def _said_and_right(those: Sequence[Verdict]) -> str:
    said, right = sum(each.confidence for each in those), sum(each.right for each in those)
    return f"{len(those):8}  {said / len(those):.3f}  {right / len(those):.3f}"

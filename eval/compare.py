"""Two runs of the same questions: which questions changed, and whether the difference could be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.metrics.mcnemar import mcnemar
from eval.metrics.permutation import permutation_test
from eval.records import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A question whose verdict changed: before and after."""

    before: Judgement
    after: Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A run against an earlier one, on the questions both hold. p-values are two-sided, `seconds_faster` is a mean."""

    questions: int
    right_before: int
    right_after: int
    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    reworded: tuple[Change, ...]
    p_right: float
    seconds_faster: float
    p_seconds: float

    @property
    def gain(self) -> float:
        """The difference in accuracy: above 0 is better than before."""
        return (self.right_after - self.right_before) / max(1, self.questions)


def compare(before: Sequence[Judgement], after: Sequence[Judgement], seed: int = 0) -> Comparison:
    """Pair the verdicts by question id, in the order of `after`; what only one run holds is left out."""
    earlier = {judgement.question.id: judgement for judgement in before}
    pairs = [Change(before=earlier[now.question.id], after=now) for now in after if now.question.id in earlier]
    better = tuple(pair for pair in pairs if pair.after.right and not pair.before.right)
    worse = tuple(pair for pair in pairs if pair.before.right and not pair.after.right)
    gains = [pair.before.seconds - pair.after.seconds for pair in pairs]
    return Comparison(
        questions=len(pairs),
        right_before=sum(pair.before.right for pair in pairs),
        right_after=sum(pair.after.right for pair in pairs),
        better=better,
        worse=worse,
        reworded=tuple(pair for pair in pairs if _is_reworded(pair)),
        p_right=mcnemar(len(better), len(worse)),
        seconds_faster=sum(gains) / max(1, len(gains)),
        p_seconds=permutation_test(gains, seed=seed),
    )


def _is_reworded(pair: Change) -> bool:
    return pair.before.right == pair.after.right and _text(pair.before) != _text(pair.after)


def _text(judgement: Judgement) -> str:
    return str(judgement.outcome.result.get("answer"))

"""The figures of a run as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.compare import Comparison

CHANGES_SHOWN = 10


def summary(figures: Mapping[str, Any]) -> str:
    """The shares first, then retrieval, stages, refusals and speed."""
    low, high = figures["interval"]
    lines = [
        f"right {percent(figures['accuracy'])} of {figures['questions']} questions (95 %: {percent(low)} to {percent(high)})",
        "",
    ]
    lines += [_share_line(name, share) for name, share in figures["shares"].items()]
    lines += ["", "retrieval: " + ", ".join(f"{name} {value:.3f}" for name, value in figures["retrieval"].items())]
    lines += ["stages: " + ", ".join(f"{stage} {count}" for stage, count in figures["stages"].items())]
    lines += ["answerers: " + ", ".join(f"{kind} {share['n']}/{share['of']}" for kind, share in figures["answerers"].items())]
    refusals, wrong = figures["true refusals"], figures["wrong answers"]
    lines += [
        f"refused rightly {refusals['n']}/{refusals['of']}, wrongly {figures['false refusals']['n']}; wrong answers {wrong['n']}"
    ]
    seconds, words = figures["seconds"], figures["words"]
    lines += [
        f"seconds: p50 {seconds['p50']:.3f}, p95 {seconds['p95']:.3f}, most {seconds['most']:.3f}; "
        f"words: mean {words['mean']}, most {words['most']}; "
        f"calibration error {figures['confidence']['expected calibration error']:.3f}"
    ]
    return "\n".join(lines)


def comparison_summary(comparison: Comparison) -> str:
    """The difference to an earlier run, and the first questions that changed."""
    head = (
        f"against the earlier run: {comparison.right_before} → {comparison.right_after} right of {comparison.questions}, "
        f"{len(comparison.better)} better, {len(comparison.worse)} worse (McNemar p = {comparison.p_right:.3f}), "
        f"{speed(comparison)} (permutation p = {comparison.p_seconds:.3f})"
    )
    changed = [("worse", change) for change in comparison.worse] + [("better", change) for change in comparison.better]
    lines = [f"  {word}: {change.after.question.id} {change.after.question.text}" for word, change in changed[:CHANGES_SHOWN]]
    rest = len(changed) - CHANGES_SHOWN
    return "\n".join([head, *lines, *([f"  … and {rest} more"] if rest > 0 else [])])


def speed(comparison: Comparison) -> str:
    """How much faster or slower a question was answered on average."""
    gain = 1000 * comparison.seconds_faster
    return f"{abs(gain):.1f} ms {'faster' if gain >= 0 else 'slower'} a question"


def percent(share: float | None) -> str:
    """A share as per cent with one decimal."""
    return "–" if share is None else f"{100 * share:.1f} %"


def _share_line(name: str, share: Mapping[str, Any]) -> str:
    return f"{name:34} {share['n']:5} / {share['of']:5}  {percent(share['rate']):>8}"

"""The comparison with an earlier run: whether the difference could be chance, and the questions that changed."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from eval.compare import Change, Comparison
from eval.report.misses import answer_of
from eval.report.tables import table
from eval.summary import percent, speed

CHANCE = 0.05


def changes_section(comparison: Comparison) -> str:
    """The comparison in a sentence and three tables."""
    before, after = (count / max(1, comparison.questions) for count in (comparison.right_before, comparison.right_after))
    verdict = "more than chance" if comparison.p_right < CHANCE else "could be chance"
    sentence = (
        f"<p>{percent(before)} → {percent(after)} of {comparison.questions} questions right: "
        f'<span class="better">{len(comparison.better)} better</span>, <span class="worse">{len(comparison.worse)} worse</span>; '
        f"the difference {verdict} (exact McNemar test, p = {comparison.p_right:.3f}). "
        f"{speed(comparison)} (permutation test, p = {comparison.p_seconds:.3f}).</p>"
    )
    parts = [
        _table("Worse", comparison.worse),
        _table("Better", comparison.better),
        _table("Other words, same verdict", comparison.reworded),
    ]
    return sentence + "".join(parts)


def _table(name: str, changes: Sequence[Change]) -> str:
    if not changes:
        return ""
    rows = [[_question(change), answer_of(change.before), answer_of(change.after)] for change in changes]
    return f"<h3>{escape(name)} ({len(changes)})</h3>" + table(["question", "before", "after"], rows)


def _question(change: Change) -> str:
    return f'{escape(change.after.question.text)} <span class="soft">{escape(change.after.question.id)}</span>'

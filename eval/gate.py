"""The gate: a new generation is put its questions aside, and goes live only when it passes. A gate that cannot run fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eval.compare import Comparison, compare
from eval.errors import QuestionsInvalid
from eval.experiment import Experiment
from eval.figures import accuracy
from eval.judging import judge
from eval.questions.reading import read_questions
from eval.records import GoldQuestion, Judgement
from eval.summary import comparison_summary, percent

if TYPE_CHECKING:
    from index.opened import OpenIndex
    from index.records import GateResult
    from service.settings import Settings

Check = Callable[["OpenIndex"], "GateResult"]
log = logging.getLogger(__name__)


def make_check(questions: Path | Sequence[Path], min_accuracy: float, max_drop: float | None = None) -> Check:
    """A check for `index.build.build`: at least `min_accuracy` right (0 to 1), at most `max_drop` less than before.

    The question sets are read at once, so that a faulty set ends the build before it begins: raises `SettingsInvalid`.
    """
    from service.errors import SettingsInvalid

    paths = [questions] if isinstance(questions, Path) else list(questions)
    try:
        gold = [question for path in paths for question in read_questions(path)]
    except QuestionsInvalid as error:
        raise SettingsInvalid(f"The gate cannot be used. {error}") from error

    def check(candidate: OpenIndex) -> GateResult:
        return _guarded(gold, candidate, min_accuracy, max_drop)

    return check


def _guarded(gold: Sequence[GoldQuestion], candidate: OpenIndex, min_accuracy: float, max_drop: float | None) -> GateResult:
    from index.records import GateResult

    try:
        return _verdict(gold, candidate, min_accuracy, max_drop)
    except Exception as error:
        log.debug("the gate could not run", exc_info=True)  # the user gets the sentence
        return GateResult(
            passed=False, sentence=f"The gate could not run ({type(error).__name__}), so the new generation is refused."
        )


def _verdict(gold: Sequence[GoldQuestion], candidate: OpenIndex, min_accuracy: float, max_drop: float | None) -> GateResult:
    from index.records import GateResult
    from service.settings import load_settings

    settings = load_settings(index=candidate.directory)
    after = judgements_of(gold, candidate, settings)
    before = _live_judgements(gold, candidate.directory, settings)
    reached = accuracy(after)
    faults = []
    if reached < min_accuracy:
        faults.append(f"{percent(reached)} right is below the {percent(min_accuracy)} asked for")
    drop = accuracy(before) - reached if before else 0.0
    if max_drop is not None and drop > max_drop:
        faults.append(f"{percent(drop)} fewer right than before is more than the {percent(max_drop)} allowed")
    if failed := sum(bool(judgement.outcome.error) for judgement in after):
        faults.append(f"{failed} questions ended in an error")
    comparison = compare(before, after) if before else None
    return GateResult(passed=not faults, sentence=_sentence(reached, len(gold), faults, comparison), accuracy=reached)


def judgements_of(gold: Sequence[GoldQuestion], index: OpenIndex, settings: Settings) -> list[Judgement]:
    """The verdicts of a generation on the questions."""
    outcomes = Experiment(index, settings, diagnose=False).run(gold)
    return [judge(question, outcome) for question, outcome in zip(gold, outcomes, strict=True)]


def _live_judgements(gold: Sequence[GoldQuestion], directory: Path, settings: Settings) -> list[Judgement]:
    """The verdicts of the generation that serves now; none when there is none yet or it is damaged."""
    from index.errors import KildesvarIndexError
    from index.opened import open_index

    try:
        live = open_index(directory)
    except KildesvarIndexError:
        return []
    try:
        return judgements_of(gold, live, settings)
    finally:
        live.close()


def _sentence(reached: float, count: int, faults: Sequence[str], comparison: Comparison | None) -> str:
    head = f"The gate refused the new generation: {'; '.join(faults)}." if faults else "The gate passed the new generation."
    parts = [f"{head} {percent(reached)} of {count} questions right."]
    if comparison is not None and (comparison.better or comparison.worse):
        parts.append(comparison_summary(comparison))
    return "\n".join(parts)

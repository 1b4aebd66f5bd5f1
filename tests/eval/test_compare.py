"""Two runs are compared question by question, and a run is kept with all that is needed to do it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.compare import compare
from eval.errors import ResultsInvalid
from eval.judging import judge
from eval.records import GoldQuestion, Judgement, Outcome, Rule
from eval.results import read_results, write_results
from eval.runs import Run, RunStore, hash_of


def verdicts(answers: dict[str, str], seconds: float = 0.01) -> list[Judgement]:
    """The verdicts on answers; "ja" is right."""
    return [
        judge(GoldQuestion(id=name, text="?", rule=Rule(groups=(("ja",),))), Outcome(result={"answer": said, "seconds": seconds}))
        for name, said in answers.items()
    ]


def test_the_questions_that_changed_are_told_apart() -> None:
    """One better, one worse, one in other words, one the same; what only one run holds is left out."""
    before = verdicts({"a": "nej", "b": "ja", "c": "ja", "d": "ja", "old": "ja"}, seconds=0.03)
    after = verdicts({"a": "ja", "b": "nej", "c": "ja da", "d": "ja", "new": "ja"}, seconds=0.01)
    comparison = compare(before, after)
    assert [change.after.question.id for change in comparison.better] == ["a"]
    assert [change.after.question.id for change in comparison.worse] == ["b"]
    assert [change.after.question.id for change in comparison.reworded] == ["c"]
    assert (comparison.questions, comparison.right_before, comparison.right_after, comparison.gain) == (4, 3, 3, 0)
    assert comparison.p_right == 1
    assert comparison.seconds_faster == pytest.approx(0.02)


def test_results_are_read_back_as_written(tmp_path: Path) -> None:
    """And what is no results file is refused in a sentence."""
    write_results(tmp_path / "deep" / "r.jsonl", [Outcome(result={"id": "æ", "answer": "å"})])
    assert read_results(tmp_path / "deep" / "r.jsonl") == {"æ": {"id": "æ", "answer": "å"}}
    for name, content in {"a": "{oops", "b": "[1]", "c": '{"answer": "no id"}'}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        with pytest.raises(ResultsInvalid, match="not the results of an earlier run"):
            read_results(tmp_path / name)


def test_the_history_keeps_runs_of_the_same_questions_apart(tmp_path: Path) -> None:
    """By what was asked, not by the name of the file."""
    questions = [GoldQuestion(id="1", text="Hvad?")]
    first, other = hash_of(questions), hash_of([GoldQuestion(id="1", text="Hvem?")])
    store = RunStore(tmp_path)
    assert store.list() == []
    for number, asked in enumerate([first, other, first]):
        run = Run(
            at=f"2026-01-0{number + 1}T00:00:00+00:00",
            questions="q.jsonl",
            questions_hash=asked,
            commit="abc",
            generation="g1",
            settings={"min_confidence": 0.5},
            seed=number,
            figures={"accuracy": 0.5},
        )
        store.add(run, verdicts({"1": "ja"}))
    assert [run.seed for run in store.list(first)] == [0, 2]
    assert store.list(first)[0].settings == {"min_confidence": 0.5}
    assert len(store.list()) == 3

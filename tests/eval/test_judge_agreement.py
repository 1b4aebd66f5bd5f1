"""The figures are those of the shared judge, to the digit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.figures import figures
from eval.judging import judge
from eval.questions.reading import read_questions
from eval.records import Outcome

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
JUDGE = SHARED / "judge" / "score.py"
SETS = ["bundle_dev.jsonl", "core_dev.jsonl", "greve_dev.jsonl", "table_dev.jsonl"]


def made_up_result(line: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """An answer that is right, wrong, refused, too long or quoted wrongly, whatever chance says."""
    said = " ".join(group[0] for group in line["must_include"]) or line["answer"]
    evidence = line["evidence"][0] if line["evidence"] else {"doc": "000", "quote": "Intet."}
    quote = evidence["quote"] if isinstance(evidence["quote"], str) else "skjult"
    sources = [
        {
            "document": chance.choice([f"mappe/{evidence['doc']}.pdf", "andet.pdf"]),
            "item": chance.choice([evidence.get("item"), None, "7"]),
            "quote": chance.choice([quote[:30], "ikke ordret", ""]),
            "passage": chance.choice([quote, quote[: len(quote) // 2], f"Før. {quote.upper()} Efter."]),
        }
        for _ in range(chance.randrange(7))
    ]
    answer = chance.choice([said, line["answer"], f"{said} {line['answer']}", "Nej.", "", "ord " * 130 + said])
    return {"id": line["id"], "answer": answer, "abstained": chance.random() < 0.2, "sources": sources}


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_every_share_is_the_judges_on_answers_of_every_kind(name: str, tmp_path: Path) -> None:
    """Right, wrong, refused, too long, cited and not: all counts agree."""
    if not JUDGE.exists():
        pytest.skip("the shared judge is not beside the project")
    gold, chance = SHARED / "eval" / name, random.Random(7)  # noqa: S311 - made-up answers, not secrets
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    results = {line["id"]: made_up_result(line, chance) for line in lines[:-1]}  # the last question got no result
    file = tmp_path / "results.jsonl"
    file.write_text("".join(json.dumps(result) + "\n" for result in results.values()), encoding="utf-8")
    said = subprocess.run([sys.executable, JUDGE, gold, file, "--json"], capture_output=True, text=True, check=True).stdout
    judgements = [judge(question, Outcome(result=results.get(question.id, {}))) for question in read_questions(gold)]
    assert figures(judgements)["shares"] == json.loads(said)

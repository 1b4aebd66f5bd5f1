"""Write a question set as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from eval.questions.schema import line_of
from eval.records import GoldQuestion


def write_questions(path: Path, questions: Iterable[GoldQuestion]) -> None:
    """Write the questions in order, one a line; a file that stood there is replaced in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.writing")
    aside.write_text(
        "".join(json.dumps(line_of(question), ensure_ascii=False) + "\n" for question in questions), encoding="utf-8"
    )
    aside.replace(path)

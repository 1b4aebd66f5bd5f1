"""The least share of right answers that each set of the repository must keep: a change that loses more is a regression."""

from __future__ import annotations

import json

from eval.own_sets import INVENTED

FLOORS = INVENTED / "floors.json"


def floors() -> dict[str, dict[str, float]]:
    """By collection and then by question set (its file name without the ending) the least share of right answers, 0 to 1."""
    if not FLOORS.is_file():
        return {}
    found: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def below_floor(collection: str, questions: str, right: float) -> str | None:
    """A sentence when a share of right answers lies below the floor of its set; None otherwise, and without a floor."""
    floor = floors().get(collection, {}).get(questions, 0.0)
    if right >= floor:
        return None
    return f"{collection}, {questions}: {100 * right:.1f} % right is below the floor of {100 * floor:.1f} %."

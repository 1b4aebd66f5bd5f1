"""The collections of our own writing that stand in the repository, each with its questions: the demo and `eval/invented`.

The weights are fitted on most of them, and `make eval` measures on all. They are no part of the installed package, the demo
excepted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.demo.make import CORPUS, QUESTIONS

INVENTED = Path(__file__).parent / "invented"
HARD = "unanswerable.jsonl"
"""The set of a collection that holds only questions without an answer, all of whose words stand in its documents."""

FITTED_ON = frozenset({"demo", "health_reform", "home_treatment", "near_health", "town_hall"})
"""The names of the collections that ranking and confidence are fitted on. The others show what carries over to new ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSet:
    """A folder of documents and the question sets that are put to it, in order of their names."""

    name: str
    documents: Path
    questions: tuple[Path, ...]


def own_sets() -> tuple[OwnSet, ...]:
    """The demo, then the invented collections in order of their names; none of these where the package is installed."""
    folders = sorted(folder for folder in INVENTED.glob("*") if (folder / "documents").is_dir())
    return (
        OwnSet(name="demo", documents=CORPUS, questions=(QUESTIONS,)),
        *(
            OwnSet(name=folder.name, documents=folder / "documents", questions=tuple(sorted(folder.glob("*.jsonl"))))
            for folder in folders
        ),
    )

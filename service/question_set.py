"""Turns what users said into a question set, in the form that `kildesvar eval` reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from service.feedback import Feedback

MOST_EVIDENCE = 1
"""Only the first source is the answer's own; the others are merely near."""


def questions_of(feedback: Iterable[Feedback]) -> list[dict[str, Any]]:
    """Give a question for each answer that helped and for each verdict an editor has reviewed, oldest first.

    An answer that helped is its own gold: most of its words (the `gist`), from its first source. A refusal that helped is
    a question without an answer. A verdict that nobody reviewed and that did not help says nothing about the right answer.
    """
    found = [_question(each) for each in feedback if _is_useful(each)]
    return sorted(found, key=lambda question: int(question["id"].split("-")[1]))


def _is_useful(each: Feedback) -> bool:
    if each.review is not None:
        return not each.review["ignore"]
    return bool(each.given["verdict"] == "up")


def _question(each: Feedback) -> dict[str, Any]:
    given, review = each.given, each.review
    helped = given["verdict"] == "up"
    answerable = review["answerable"] if review else not given["abstained"]
    question: dict[str, Any] = {
        "id": f"feedback-{each.id}",
        "question": given["question"],
        "context": given["context"],
        "answerable": answerable,
        "must_include": review["must_include"] if review else [],
        "must_not_include": [],
        "evidence": [],
        "type": "feedback",
        "answer": given["answer"] if helped else "",
    }
    if answerable and helped:
        question["evidence"] = [
            {"doc": each["document"].rsplit("/", 1)[-1], "quote": each["quote"]} for each in given["sources"][:MOST_EVIDENCE]
        ]
        if not question["must_include"]:
            question["gist"] = given["answer"]
    return question

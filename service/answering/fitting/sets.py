"""Question sets, each with the index they are asked of: what the fitting commands read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.opened import OpenIndex, open_index
from service.answering.fitting.gold import Gold, read_gold


def read_sets(arguments: Sequence[str]) -> Iterator[tuple[OpenIndex, list[Gold]]]:
    """The index and the questions of each argument `INDEX=QUESTIONS.jsonl`, in order.

    A set is only asked of the index named with it: questions about other documents have no answer there. Raises
    `SystemExit` for an argument without "=".
    """
    for argument in arguments:
        directory, separator, questions = argument.rpartition("=")
        if not separator:
            raise SystemExit(f"{argument}: say which index the questions are about: INDEX=QUESTIONS.jsonl")
        yield open_index(Path(directory)), list(read_gold(Path(questions)))

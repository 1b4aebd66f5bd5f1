"""Precision and recall of the masking of civil registration numbers on the made set of 500 sentences.

python -m eval.bench.privacy [--misses]
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass

from eval.bench.privacy_cases import Case, made_cases
from ingest.privacy.cpr import find_numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Masking:
    """Numbers found, missed, and wrongly found; the cases that went wrong."""

    found: int
    missed: int
    wrong: int
    mistakes: tuple[Case, ...]

    @property
    def precision(self) -> float:
        """The share of what was masked that had to be."""
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what had to be masked that was."""
        return self.found / max(1, self.found + self.missed)


def measured() -> Masking:
    """The made set put through the finder: a number counts as found when exactly its characters are."""
    found = missed = wrong = 0
    mistakes = []
    for case in made_cases():
        hits = [case.text[number.start : number.end] for number in find_numbers(case.text)]
        right = hits.count(case.number) if case.number else 0
        found += right
        missed += (case.number is not None) - right
        wrong += len(hits) - right
        if hits != ([case.number] if case.number else []):
            mistakes.append(case)
    return Masking(found=found, missed=missed, wrong=wrong, mistakes=tuple(mistakes))


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    result = measured()
    print(f"cases={len(made_cases())} precision={result.precision:.4f} recall={result.recall:.4f}")
    if arguments.misses:
        for case in result.mistakes:
            print("mask" if case.number else "keep", case.text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""McNemar's test in its exact form (McNemar 1947): could the questions that changed have changed by chance?"""

from __future__ import annotations

from math import comb


def mcnemar(better: int, worse: int) -> float:
    """The two-sided p-value for `better` questions that became right and `worse` that became wrong: a sign test."""
    changed = better + worse
    tail = sum(comb(changed, count) for count in range(min(better, worse) + 1))
    return min(1.0, 2.0 * tail / float(2**changed))

"""Bootstrap confidence intervals by percentiles (Efron 1979): how far a figure could move with another sample of questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

RESAMPLES = 2_000


def bootstrap_interval(
    values: Sequence[float], *, seed: int = 0, level: float = 0.95, resamples: int = RESAMPLES
) -> tuple[float, float]:
    """The interval that holds the mean of the values in `level` of the resamples. The same seed gives the same interval."""
    if not values:
        return (0.0, 0.0)
    sample = np.asarray(values, dtype=np.float64)
    chance = np.random.default_rng(seed)
    means = sample[chance.integers(0, len(sample), size=(resamples, len(sample)))].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return (float(low), float(high))

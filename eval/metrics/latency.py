"""Latency percentiles, by the nearest-rank method: a value that was really measured, never one between two."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` % of the values do not exceed; 0 of nothing."""
    if not values:
        return 0.0
    return sorted(values)[max(0, ceil(percent / 100 * len(values)) - 1)]

"""The paired permutation test (Fisher 1935; Smucker, Allan & Carterette 2007 for retrieval): is a mean difference chance?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

RESAMPLES = 10_000


def permutation_test(differences: Sequence[float], *, seed: int = 0, resamples: int = RESAMPLES) -> float:
    """The two-sided p-value that the mean of paired differences is 0, from random flips of sign; the observed one counts too."""
    sample = np.asarray(differences, dtype=np.float64)
    if not sample.any():
        return 1.0
    signs = np.random.default_rng(seed).choice([-1.0, 1.0], size=(resamples, len(sample)))
    means = np.abs((signs * sample).mean(axis=1))
    as_far = int((means >= abs(sample.mean()) - 1e-12).sum())
    return (as_far + 1) / (resamples + 1)

"""The k best of an array of scores without sorting all of them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def top_rows(scores: NDArray[np.floating], k: int, order: NDArray[np.int32]) -> NDArray[np.int64]:
    """The rows of the k highest scores above zero, best first; equal scores by ascending `order[row]`.

    `order` (int32, `(n_passages,)`) is each row's place among the passage ids. The first k are the same for every larger k.
    """
    positive = np.flatnonzero(scores > 0)
    if len(positive) > k:
        some = scores[positive]
        threshold = np.partition(some, len(some) - k)[len(some) - k]
        positive = positive[some >= threshold]
    return positive[np.lexsort((order[positive], -scores[positive]))][:k]

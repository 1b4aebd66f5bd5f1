"""All windows of a passage at once, as arrays: of every run of neighbouring units the greatest and the sums of its units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from service.answering.extracts.coverage import Floats
from service.answering.extracts.unit_columns import GREATEST, SUMMED
from service.answering.extracts.windows import MOST_UNITS

NEIGHBOURS = 2
"""Units before and after that count as near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AllWindows:
    """All windows of a passage, by length and then place: what each holds of the terms, with its neighbours and without.

    `met` and `near` are float64 `(n_windows, n_terms)`, `typed` `(n_windows, n_kinds)`, `greatest` and `summed` in the order of
    `GREATEST` and `SUMMED`; `firsts`, `lasts` and `many` int64 `(n_windows,)`: the first unit, the last, and how many.
    """

    firsts: NDArray[np.int64]
    lasts: NDArray[np.int64]
    many: NDArray[np.int64]
    met: Floats
    near: Floats
    typed: Floats
    greatest: Floats
    summed: Floats


def windows_of(columns: dict[str, Floats], own: Floats) -> AllWindows:
    """The windows of a passage from its units' columns; `own` are the units' meetings, float64 `(n_units, n_terms)`."""
    count, terms = own.shape
    padded = np.zeros((count + 2 * NEIGHBOURS, terms))
    padded[NEIGHBOURS : NEIGHBOURS + count] = own
    around = np.max([padded[shift : shift + count] for shift in range(2 * NEIGHBOURS + 1)], axis=0)
    most = np.column_stack([own, *(columns[name] for name in GREATEST), columns["typed"]])
    sums = np.column_stack([columns[name] for name in SUMMED])
    greatest, near, summed = [most], [around], [sums]
    for length in range(2, min(MOST_UNITS, count) + 1):
        rest = count - length + 1
        greatest.append(np.maximum(greatest[-1][:rest], most[length - 1 :]))
        near.append(np.maximum(near[-1][:rest], padded[length - 1 + 2 * NEIGHBOURS :][:rest]))
        summed.append(summed[-1][:rest] + sums[length - 1 :])
    firsts = np.concatenate([np.arange(len(each)) for each in near])
    many = np.repeat(np.arange(1, len(near) + 1), [len(each) for each in near])
    met, others, typed = np.split(np.concatenate(greatest), [terms, terms + len(GREATEST)], axis=1)
    return AllWindows(
        firsts=firsts,
        lasts=firsts + many - 1,
        many=many,
        met=np.ascontiguousarray(met),
        near=np.concatenate(near),
        typed=typed,
        greatest=others,
        summed=np.concatenate(summed),
    )

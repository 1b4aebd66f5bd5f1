"""How many slips lie between two spellings."""

from __future__ import annotations


def slips(left: str, right: str, limit: int) -> int:
    """The optimal string alignment distance (Damerau 1964): letters inserted, deleted, replaced, or swapped with a neighbour.

    Gives `limit` + 1 for any distance above `limit`.
    """
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def allowed_slips(length: int) -> int:
    """How many slips a name of `length` letters may have and still be that name: none under 6, one under 10, else two."""
    return 0 if length < 6 else 1 if length < 10 else 2

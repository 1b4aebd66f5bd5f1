"""Page numbers in the words of a report."""

from __future__ import annotations

from collections.abc import Iterable


def page_ranges(numbers: Iterable[int]) -> str:
    """Ascending page numbers with neighbours drawn together: "1, 3–5" for 1, 3, 4, 5."""
    ranges: list[tuple[int, int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)

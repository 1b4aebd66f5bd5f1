"""Numbers that files claim or leave to the program that prints them."""

from __future__ import annotations

import pytest

from ingest.readers.grid import span
from ingest.readers.roman import roman


@pytest.mark.parametrize(("claimed", "columns"), [("3", 3), (None, 1), ("0", 1), ("-2", 1), ("²", 1), ("9" * 5000, 1000)])
def test_a_cell_reaches_as_far_as_the_file_claims_within_bounds(claimed: str | None, columns: int) -> None:
    """Nothing claimed and no number are one column; 5000 digits are no reason to fail."""
    assert span(claimed) == columns


@pytest.mark.parametrize(
    ("number", "printed"), [(4, "iv"), (9, "ix"), (49, "xlix"), (388, "ccclxxxviii"), (0, "0"), (400, "400")]
)
def test_small_roman_numbers_are_printed_up_to_399(number: int, printed: str) -> None:
    """49 is 40 and 9."""
    assert roman(number) == printed

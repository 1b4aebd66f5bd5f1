"""What a found date is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a text says when."""

    DAY = "day"
    DAYS = "days"  # several days named together, or from one day to another
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"  # primo, medio, ultimo
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half_year"
    PART_OF_YEAR = "part_of_year"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date or period in a text: first and last day, both inclusive, and where it stands (half-open character range)."""

    first: date
    last: date
    char_start: int
    char_end: int
    precision: Precision

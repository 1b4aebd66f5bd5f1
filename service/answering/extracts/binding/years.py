"""Whether a value is of the year asked about: its row says the year, or what the row stands under or goes on from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.answering.extracts.binding.cells import row_of
from service.answering.extracts.units import Unit

YEAR_NOWHERE = 0.5
"""A value beside no year at all may be of the year asked about."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?<!\d)20\d\d/(\d\d)(?!\d)")
_YEAR_BEFORE = re.compile(
    r"\b(?:året (?:før|forinden)|(?:sidste|forrige) år|i fjor|(?:the )?(?:previous|last) year|the year before)\b", re.IGNORECASE
)


def years_in(text: str) -> frozenset[int]:
    """The years a text says, both years of "2024/25" among them."""
    second = (2000 + int(found) for found in _SHORT_YEAR.findall(text))
    return frozenset((*(int(found) for found in _YEAR.findall(text)), *second))


def year_bond(asked: frozenset[int], unit: Unit, units: Sequence[Unit], above: frozenset[int]) -> float:
    """1 when a year asked about stands beside a value of a unit or over it, 0 when others do, 0.5 when none stands anywhere.

    `units` are those of the whole passage, `above` the years over it. 1 when no year is asked about.
    """
    if not asked:
        return 1.0
    own = [each.text for each in (unit, *row_of(unit, units))]
    said = _said(own)
    if said:
        return float(bool(asked & (said | _earlier(own, said))))
    beside = units[max(0, unit.number - 1) : unit.number]
    texts = [*(each.text for each in beside), unit.lead_in, unit.head]
    said = _said(texts)
    if asked & (said | above | _earlier(texts, said)):
        return 1.0
    return 0.0 if said or above else YEAR_NOWHERE


def _said(texts: Sequence[str]) -> frozenset[int]:
    return frozenset(year for text in texts for year in years_in(text))


def _earlier(texts: Sequence[str], said: frozenset[int]) -> frozenset[int]:
    """The years that "året før" may mean beside the years said."""
    return frozenset(year - 1 for year in said) if any(_YEAR_BEFORE.search(text) for text in texts) else frozenset()

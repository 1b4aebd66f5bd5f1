"""Which finder serves which kind of answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from service.answering.extracts.spans.conditions import find_conditions
from service.answering.extracts.spans.found import Span
from service.answering.extracts.spans.identifiers import find_identifiers, find_mail_addresses, find_mobiles, find_telephones
from service.answering.extracts.spans.names import find_actors, find_parties, find_persons
from service.answering.extracts.spans.numerals import find_counts, find_durations, find_frequencies, find_money, find_shares
from service.answering.extracts.spans.places import find_places, find_venues
from service.answering.extracts.spans.reasons import find_reasons
from service.answering.extracts.spans.times import find_clocks, find_ends, find_times
from service.answering.extracts.wanted import Wanted

Finder = Callable[[str], tuple[Span, ...]]

FINDERS: dict[Wanted, Finder] = {
    Wanted.DATE: find_times,
    Wanted.CLOCK: find_clocks,
    Wanted.MONEY: find_money,
    Wanted.SHARE: find_shares,
    Wanted.COUNT: find_counts,
    Wanted.DURATION: find_durations,
    Wanted.UNTIL: find_ends,
    Wanted.FREQUENCY: find_frequencies,
    Wanted.IDENTIFIER: find_identifiers,
    Wanted.TELEPHONE: find_telephones,
    Wanted.MOBILE: find_mobiles,
    Wanted.MAIL: find_mail_addresses,
    Wanted.PARTY: find_parties,
    Wanted.PERSON: find_persons,
    Wanted.ACTOR: find_actors,
    Wanted.PLACE: find_places,
    Wanted.VENUE: find_venues,
    Wanted.REASON: find_reasons,
    Wanted.CONDITION: find_conditions,
}
"""Kinds without a finder (lists, yes/no, anything) are answered by any sentence."""


NUMBERS = frozenset(
    {Wanted.CLOCK, Wanted.MONEY, Wanted.SHARE, Wanted.COUNT, Wanted.DURATION, Wanted.IDENTIFIER, Wanted.TELEPHONE, Wanted.MOBILE}
)
LOST = "\ufffd\ufffd"
"""Where a file lost its digits, no other number nearby is the one that stood there."""


@lru_cache(maxsize=16_384)
def find(wanted: Wanted, text: str) -> tuple[Span, ...] | None:
    """The spans of a kind in printed order by finder; None for kinds that any sentence answers."""
    finder = FINDERS.get(wanted)
    if finder is None:
        return None
    return () if wanted in NUMBERS and LOST in text else finder(text)

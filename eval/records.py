"""The records of evaluation: a gold question, what came back for it, and what the two together are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Stage(StrEnum):
    """The first stage at which a question went wrong."""

    RIGHT = "right"
    NOT_INGESTED = "not ingested"  # no passage of the named document holds the evidence
    NOT_RETRIEVED = "not retrieved"  # not among the candidates of the search
    NOT_RANKED = "not ranked"  # a candidate, but not near the top
    NOT_ANSWERED = "not answered"  # near the top, and the answer is still wrong
    WRONGLY_REFUSED = "wrongly refused"  # near the top, and refused
    WRONGLY_ANSWERED = "wrongly answered"  # nothing to be found, and answered all the same
    FAILED = "failed"  # an error instead of an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where an answer stands. `document` is how the file's name begins; `quote` is verbatim, or the hashes of its words.

    `item`, when given, is the number of the agenda item that the source must name.
    """

    document: str
    quote: str | tuple[str, ...]
    item: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a text must and must not hold: one of each group of alternatives, and none of `never`."""

    groups: tuple[tuple[str, ...], ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuestion:
    """A question with its known answer. `lead` binds the first 200 characters; of `gist` 60 % of the words must stand."""

    id: str
    text: str
    context: tuple[str, ...] = ()
    answerable: bool = True
    rule: Rule = field(default_factory=Rule)
    lead: Rule = field(default_factory=Rule)
    gist: str = ""
    evidence: tuple[Evidence, ...] = ()
    language: str = "?"
    kind: str = "?"
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A passage that the search gave for a question, in short, for the report: `rank` is 1-based."""

    rank: int
    score: float
    document: str
    page: int | None
    item: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came back for one question: the result as `eval --out` writes it, and what the search found on the way.

    `found_ranks` holds for each evidence the 1-based rank of the first passage that holds it, or None.
    """

    result: Mapping[str, Any]
    retrieved: tuple[Retrieved, ...] = ()
    found_ranks: tuple[int | None, ...] = ()
    ingested: bool = True
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The verdict on one question. `cited_first` and `cited` look at the first and at the first five sources."""

    question: GoldQuestion
    outcome: Outcome
    right: bool
    cited_first: bool
    cited: bool
    exact_quotes: int
    quotes: int
    words: int
    stage: Stage

    @property
    def abstained(self) -> bool:
        """Whether the question was refused."""
        return bool(self.outcome.result.get("abstained"))

    @property
    def seconds(self) -> float:
        """Seconds the answer took."""
        return float(self.outcome.result.get("seconds") or 0.0)

    @property
    def confidence(self) -> float:
        """The confidence that was claimed, 0 to 1."""
        return float(self.outcome.result.get("confidence") or 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def rate(self) -> float | None:
        """The share, 0 to 1, to four decimals; None of nothing."""
        return round(self.count / self.of, 4) if self.of else None

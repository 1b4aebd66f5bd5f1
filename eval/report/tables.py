"""The tables of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from eval.metrics.reliability import Bin
from eval.summary import percent

FAULTS = frozenset({"false abstention"})
"""Shares of which less is better."""


def table(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int] = frozenset()) -> str:
    """A table of cells that are HTML already; `numbers` are the 0-based columns set to the right."""

    def cell(tag: str, place: int, content: str) -> str:
        return f"<{tag}{' class=number' if place in numbers else ''}>{content}</{tag}>"

    head = "".join(cell("th", place, escape(name)) for place, name in enumerate(header))
    body = "".join("<tr>" + "".join(cell("td", place, content) for place, content in enumerate(row)) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def shares_table(name: str, shares: Mapping[str, Mapping[str, Any]], counted: str = "right") -> str:
    """One row per share: its name, how many of how many, and a bar."""
    rows = [
        [escape(key), f"{share['n']} of {share['of']}", percent(share["rate"]), bar(share["rate"], low_is_good=key in FAULTS)]
        for key, share in shares.items()
    ]
    return table([name, counted, "share", ""], rows, frozenset({1, 2}))


def bar(share: float | None, *, low_is_good: bool = False) -> str:
    """A bar as long as the share; red where less is better."""
    kind = "bar low" if low_is_good else "bar"
    return f'<span class="track"><span class="{kind}" style="width:{100 * (share or 0):.1f}%"></span></span>'


def bins_table(bins: Sequence[Bin]) -> str:
    """The reliability of the confidence in numbers."""
    rows = [
        [f"{part.low:.1f} to {part.high:.1f}", str(part.count), f"{part.mean_confidence:.2f}", f"{part.accuracy:.2f}", _gap(part)]
        for part in bins
    ]
    return table(["confidence", "answers", "mean confidence", "share right", "difference"], rows, frozenset({1, 2, 3, 4}))


def _gap(part: Bin) -> str:
    return f"{part.accuracy - part.mean_confidence:+.2f}"


def group(shares: Mapping[str, Mapping[str, Any]], beginning: str) -> dict[str, Mapping[str, Any]]:
    """The shares whose name begins so, without that beginning."""
    return {name.removeprefix(beginning): share for name, share in shares.items() if name.startswith(beginning)}

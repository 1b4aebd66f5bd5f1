"""The answerers that work on records (facts, meetings, definitions), most specific first."""

from __future__ import annotations

from service.protocols import Answerer


def structured_answerers() -> tuple[Answerer, ...]:
    """One of each; all are stateless and safe in several threads."""
    return ()

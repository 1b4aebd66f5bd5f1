"""Quote exactness: how many of the shown quotes are verbatim parts of the passage they are shown from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eval.matching import fold


def exact_quotes(result: Mapping[str, Any]) -> tuple[int, int]:
    """The number of exact quotes, and of quotes. A source without a quote counts as exact."""
    sources = result.get("sources") or []
    exact = sum(fold(source.get("quote") or "").strip() in fold(source.get("passage") or "") for source in sources)
    return exact, len(sources)

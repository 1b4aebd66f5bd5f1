"""What each feature is worth. Set by measurement on the development sets, cross-checked on halves of them (docs/adr)."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "lexical": 1.0,
    "dense": 0.3,
    "coverage": 0.8,
    "text_coverage": 0.4,
    "rare": 0.1,
    "near": 0.3,
    "title": 0.0,
    "heading": 0.1,
    "item": 0.1,
    "item_share": 0.2,
    "heading_share": 0.2,
    "signs": 0.25,
    "section": 0.25,
    "within_dates": 0.3,
    "date": 0.1,
    "body": 0.2,
    "names": 0.4,
    "short": -0.3,
    "weight": 0.3,
}

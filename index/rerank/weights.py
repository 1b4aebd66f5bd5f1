"""What each feature is worth. Set by measurement on the development sets, cross-checked on halves of them (docs/adr)."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "lexical": 1.52,
    "dense": 0.67,
    "coverage": 1.17,
    "text_coverage": 0.17,
    "rare": 0.39,
    "near": 0.13,
    "title": 0.09,
    "heading": 0.11,
    "item": 0.15,
    "item_share": 0.27,
    "heading_share": 0.31,
    "signs": 0.53,
    "section": 0.96,
    "within_dates": 0.72,
    "date": 0.34,
    "body": 0.57,
    "quoted": 0.1,
    "names": 0.96,
    "short": -0.05,
    "weight": 0.25,
    "asked_item": 1.36,
}

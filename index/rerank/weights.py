"""What each feature is worth. Set by measurement on the development sets, cross-checked on halves of them (docs/adr)."""

from __future__ import annotations

from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "lexical": 1.65,
    "beside": 0.25,
    "dense": 0.35,
    "coverage": 1.3,
    "window_coverage": 0.6,
    "text_coverage": 0.0,
    "rare": 0.4,
    "near": 0.1,
    "title": 0.15,
    "heading": 0.08,
    "item": 0.25,
    "item_share": 0.35,
    "heading_share": 0.25,
    "signs": 0.6,
    "section": 1.2,
    "within_dates": 0.9,
    "date": 0.45,
    "body": 0.75,
    "quoted": 0.1,
    "names": 1.1,
    "short": 0.0,
    "weight": 0.1,
    "asked_item": 1.8,
    "defines": 1.0,
}

"""Writes fitted weights where the service reads them."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from eval.fitting.confidence_fit import Weights
from service.answering.extracts.coverage import Floats
from service.answering.extracts.evidence import FEATURES

RANKING = Path(str(files("service.answering.extracts").joinpath("ranking.json")))
CONFIDENCE = Path(str(files("service.answering").joinpath("confidence.json")))


def write_ranking(weights: Floats, made_by: str, path: Path = RANKING) -> None:
    """Write the weights of windows, `(n_features,)` in the order of the features."""
    _write(path, {"made_by": made_by, "weights": dict(zip(FEATURES, weights.tolist(), strict=True))})


def write_confidence(weights: Weights, made_by: str, path: Path = CONFIDENCE) -> None:
    """Write the weights of the extracts' confidence."""
    _write(path, {"made_by": made_by, "weights": {"extract": weights}})


def _write(path: Path, content: dict[str, object]) -> None:
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")

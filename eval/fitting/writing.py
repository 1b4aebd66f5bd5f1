"""Fitted weights as the files that the service reads."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from eval.fitting.confidence_fit import Weights
from service.answering.extracts.coverage import Floats
from service.answering.extracts.evidence import FEATURES

RANKING = Path(str(files("service.answering.extracts").joinpath("ranking.json")))
CONFIDENCE = Path(str(files("service.answering").joinpath("confidence.json")))


def ranking_json(weights: Floats, made_by: str) -> str:
    """The file of the weights of windows, `(n_features,)` in the order of the features."""
    return _as_json({"made_by": made_by, "weights": dict(zip(FEATURES, weights.tolist(), strict=True))})


def confidence_json(weights: Weights, made_by: str) -> str:
    """The file of the weights of the extracts' confidence."""
    return _as_json({"made_by": made_by, "weights": {"extract": weights}})


def beside(path: Path, text: str) -> str:
    """What to say of a fitted file beside the one in use: whether it is the same, to the byte."""
    same = path.exists() and path.read_text(encoding="utf-8") == text
    return f"{path.name}: {'the file in use, to the byte' if same else 'other weights than those in use'}"


def _as_json(content: dict[str, object]) -> str:
    return json.dumps(content, indent=1) + "\n"

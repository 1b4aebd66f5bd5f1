"""Everything that is counted of one run, as plain data: what `eval --json` prints, the report shows and the history keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from eval.judging import retrieval_figures, shares, shares_by_document
from eval.metrics.bootstrap import bootstrap_interval
from eval.metrics.latency import percentile
from eval.metrics.refusals import false_refusals, true_refusals
from eval.metrics.reliability import brier_score, expected_calibration_error
from eval.records import Judgement, Share


def accuracy(judgements: Sequence[Judgement]) -> float:
    """The share of right answers, 0 to 1."""
    return sum(judgement.right for judgement in judgements) / max(1, len(judgements))


def figures(judgements: Sequence[Judgement], seed: int = 0) -> dict[str, Any]:
    """The figures of a run; intervals are 95 % bootstrap intervals drawn with the seed."""
    given = [judgement for judgement in judgements if not judgement.abstained]
    confidences, right = [judgement.confidence for judgement in given], [judgement.right for judgement in given]
    seconds = [judgement.seconds for judgement in judgements]
    return {
        "questions": len(judgements),
        "accuracy": round(accuracy(judgements), 4),
        "interval": [
            round(bound, 4) for bound in bootstrap_interval([float(judgement.right) for judgement in judgements], seed=seed)
        ],
        "shares": {name: as_dict(share) for name, share in shares(judgements).items()},
        "by document": {name: as_dict(share) for name, share in shares_by_document(judgements).items()},
        "true refusals": as_dict(true_refusals(judgements)),
        "false refusals": as_dict(false_refusals(judgements)),
        "wrong answers": as_dict(Share(count=sum(not hit for hit in right), of=len(judgements))),
        "retrieval": {name: round(value, 4) for name, value in retrieval_figures(judgements).items()},
        "stages": dict(Counter(judgement.stage.value for judgement in judgements).most_common()),
        "answerers": _answerers(given),
        "words": {
            "mean": round(sum(judgement.words for judgement in given) / max(1, len(given)), 1),
            "most": max((judgement.words for judgement in given), default=0),
        },
        "seconds": {"p50": percentile(seconds, 50), "p95": percentile(seconds, 95), "most": max(seconds, default=0.0)},
        "confidence": {
            "expected calibration error": round(expected_calibration_error(confidences, right), 4),
            "Brier score": round(brier_score(confidences, right), 4),
        },
    }


def _answerers(given: Sequence[Judgement]) -> dict[str, Any]:
    """How many of each answerer's answers were right."""
    kinds = Counter(str(judgement.outcome.result.get("kind")) for judgement in given)
    right = Counter(str(judgement.outcome.result.get("kind")) for judgement in given if judgement.right)
    return {kind: as_dict(Share(count=right[kind], of=count)) for kind, count in sorted(kinds.items())}


def as_dict(share: Share) -> dict[str, Any]:
    """A share as JSON, with its rate."""
    return {"n": share.count, "of": share.of, "rate": share.rate}

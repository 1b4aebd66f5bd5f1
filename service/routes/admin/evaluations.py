"""How good the index is, over its generations."""

from __future__ import annotations

from fastapi import APIRouter

from service.dependencies import Administrator, RunningNow
from service.evaluations import evaluations
from service.routes.documented import problems
from service.schemas.admin import EvaluationList, EvaluationOut

router = APIRouter(tags=["admin"])


@router.get("/api/admin/evaluations", responses=problems(), summary="Evaluations over generations")
def list_evaluations(caller: Administrator, running: RunningNow) -> EvaluationList:
    """Give how each generation did on the question set, oldest first, and what the gate asks for."""
    found = evaluations(running.settings.index)
    return EvaluationList(
        gate_min_accuracy=running.settings.gate_min_accuracy,
        has_questions=running.settings.gate_questions is not None,
        evaluations=tuple(EvaluationOut.model_validate(each) for each in found),
    )

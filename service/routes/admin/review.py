"""Feedback: the list, an editor's review, and the question set made of it."""

from __future__ import annotations

import json

from fastapi import APIRouter, Response

from service.dependencies import Administrator, RunningNow
from service.errors import NotFound
from service.question_set import questions_of
from service.routes.documented import Responses, problems
from service.schemas.admin import FeedbackList, FeedbackOut, ReviewIn

router = APIRouter(tags=["admin"])

LINES: Responses = {
    200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}, "description": "One question a line."}
}


@router.get("/api/admin/feedback", responses=problems(), summary="List feedback")
def feedback(caller: Administrator, running: RunningNow) -> FeedbackList:
    """Give the verdicts of users, newest first. What was asked by those who may see closed items only they may read."""
    found = running.feedback.list(caller.access)
    return FeedbackList(
        feedback=tuple(FeedbackOut(id=each.id, at=each.at, given=each.given, review=each.review) for each in found)
    )


@router.put("/api/admin/feedback/{feedback_id}", status_code=204, responses=problems(404, 413, 415), summary="Review a verdict")
def review(feedback_id: int, body: ReviewIn, caller: Administrator, running: RunningNow) -> None:
    """Note what a right answer holds, or that the verdict is of no use."""
    if not -(2**63) <= feedback_id < 2**63 or not running.feedback.review(
        feedback_id, body.model_dump(mode="json"), caller.access
    ):
        raise NotFound("verdict", str(feedback_id))


@router.get(
    "/api/admin/feedback/questions.jsonl", response_class=Response, responses={**problems(), **LINES}, summary="As a question set"
)
def question_set(caller: Administrator, running: RunningNow) -> Response:
    """Give the verdicts as a question set for `kildesvar eval`: answers that helped, and what an editor has reviewed."""
    lines = [json.dumps(question, ensure_ascii=False) + "\n" for question in questions_of(running.feedback.list(caller.access))]
    headers = {"content-disposition": 'attachment; filename="feedback.jsonl"'}
    return Response("".join(lines), media_type="application/x-ndjson", headers=headers)

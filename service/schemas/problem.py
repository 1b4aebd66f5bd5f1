"""An error as it goes out: problem details for HTTP APIs (RFC 9457)."""

from __future__ import annotations

from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """One thing that is wrong with the request: where, and what."""

    where: str
    what: str


class Problem(BaseModel):
    """Problem details. `type` is a stable name for programs, `detail` a sentence for people."""

    type: str = Field(examples=["/problems/not-found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(ge=400, le=599, examples=[404])
    detail: str = Field(examples=["There is no document 'd1' here."])
    instance: str = Field(examples=["/api/documents/d1"])
    faults: list[Fault] = Field(default_factory=list, description="For a malformed request: each thing that is wrong.")

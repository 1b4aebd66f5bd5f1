"""The root of everything sent out: read from the attributes of a record, frozen."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FromRecord(BaseModel):
    """Made from a record of ingestion, index or service by `model_validate(record)`."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class FromOutside(BaseModel):
    """Made from a request's JSON; an unknown key is refused, so that a misspelt filter is never silently absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)

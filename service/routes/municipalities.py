"""Facts about municipalities: who runs which task, by municipality and as a matrix of the sundhedsråd."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from ingest.places.gazetteer import municipality_named
from service import territory
from service.dependencies import Generation, Reader
from service.errors import NotFound
from service.records import Language
from service.routes.documented import problems
from service.schemas.fact import Matrix, MunicipalityList, MunicipalityOut

router = APIRouter(tags=["facts"])

Spoken = Annotated[Language, Query(description="Language of the statements; quotes stay as printed.")]
Municipality = Annotated[str, Path(max_length=100, description="A municipality, with or without `Kommune`.", examples=["Læsø"])]


@router.get("/api/municipalities", responses=problems(), summary="Municipalities that tables speak of")
def municipalities(caller: Reader, serving: Generation) -> MunicipalityList:
    """Give the municipalities that the tables of the documents speak of, by name."""
    return territory.municipalities(serving.index, caller.access)


@router.get("/api/municipalities/{name}", responses=problems(404), summary="Who runs which task in a municipality")
def municipality(name: Municipality, caller: Reader, serving: Generation, language: Spoken = Language.DANISH) -> MunicipalityOut:
    """Give, for each task, what the newest table says for this municipality, with its source."""
    canonical = municipality_named(name.removesuffix(" Kommune").removesuffix(" kommune"))
    found = territory.municipality(serving.index, canonical, caller.access, language) if canonical else None
    if found is None:
        raise NotFound("municipality", name)
    return found


@router.get("/api/matrix", responses=problems(), summary="The sundhedsråd against the tasks")
def matrix(caller: Reader, serving: Generation, language: Spoken = Language.DANISH) -> Matrix:
    """Give every sundhedsråd against every task, the newest table first."""
    return territory.matrix(serving.index, caller.access, language)

"""`POST /api/search` and `GET /api/facets`: passages, and what could be filtered by."""

from __future__ import annotations

import time
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from index.records import Facets
from ingest.records import DocumentKind
from service.dependencies import Generation, Reader
from service.routes.documented import problems
from service.schemas.document import SearchResult, hit_out
from service.schemas.question import FiltersIn, Names, SearchRequest
from service.schemas.record import FromRecord
from service.snippets import snippet

router = APIRouter(tags=["search"])


class FacetsOut(FromRecord):
    """How many documents the caller may see there are of each value, by falling count."""

    bodies: dict[str, int]
    kinds: dict[str, int]
    regions: dict[str, int]
    municipalities: dict[str, int]
    years: dict[str, int]


def filters_in(
    bodies: Annotated[Names, Query()] = (),
    regions: Annotated[Names, Query()] = (),
    municipalities: Annotated[Names, Query()] = (),
    kinds: Annotated[tuple[DocumentKind, ...], Query(max_length=50)] = (),
    date_from: Annotated[date | None, Query()] = None,
    date_to: Annotated[date | None, Query()] = None,
) -> FiltersIn:
    """Read the filters of a GET from its query; a name may be given several times."""
    return FiltersIn(
        bodies=bodies, regions=regions, municipalities=municipalities, kinds=kinds, date_from=date_from, date_to=date_to
    )


@router.post("/api/search", responses=problems(413, 415), summary="Search passages")
def search(body: SearchRequest, caller: Reader, serving: Generation) -> SearchResult:
    """Find the passages that fit best, within the filters and what the caller may see."""
    start = time.perf_counter()
    hits = []
    for scored in serving.index.retriever.search(body.to_query(caller.access)):
        document = serving.index.store.document(scored.passage.document_id, caller.access)
        text, terms = snippet(scored.passage.text, body.query)
        hits.append(hit_out(scored, document, text, terms))
    seconds = round(time.perf_counter() - start, 6)
    return SearchResult(query=body.query, hits=tuple(hits), seconds=seconds, generation=serving.index.summary.id)


@router.post("/api/facets", responses=problems(413, 415), summary="Count documents by what could be filtered by")
def facets(filters: FiltersIn, caller: Reader, serving: Generation) -> FacetsOut:
    """Count the documents within the filters by body, kind, region, municipality and year."""
    return _facets_out(serving.index.store.facets(filters.to_filters(caller.access)))


@router.get("/api/facets", responses=problems(), summary="Count all documents by what could be filtered by")
def all_facets(caller: Reader, serving: Generation) -> FacetsOut:
    """Count all documents the caller may see by body, kind, region, municipality and year."""
    return _facets_out(serving.index.store.facets(FiltersIn().to_filters(caller.access)))


def _facets_out(found: Facets) -> FacetsOut:
    return FacetsOut.model_validate(found)

"""Questions and searches as they come in."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from index.records import Filters, Query
from ingest.records import Access, DocumentKind, SectionName
from service.records import Question
from service.schemas.record import FromOutside

MAX_QUESTION_CHARACTERS = 2_000
MAX_CONTEXT_QUESTIONS = 20
MAX_CHOICES = 50  # values of one filter
MAX_K = 100

Text = Annotated[str, StringConstraints(max_length=MAX_QUESTION_CHARACTERS, min_length=1)]
Context = Annotated[tuple[Text, ...], Field(max_length=MAX_CONTEXT_QUESTIONS)]
Name = Annotated[str, StringConstraints(max_length=300, min_length=1)]
Names = Annotated[tuple[Name, ...], Field(max_length=MAX_CHOICES)]


class FiltersIn(FromOutside):
    """Hard bounds of a question or search. Empty lists and nulls bound nothing. What the caller may see is not his to choose."""

    bodies: Names = Field(default=(), description="Bodies, as `GET /api/facets` names them.")
    regions: Names = Field(default=(), description="Regions.")
    municipalities: Names = Field(default=(), description="Municipalities.")
    kinds: tuple[DocumentKind, ...] = Field(default=(), description="Kinds of document.", max_length=MAX_CHOICES)
    sections: tuple[SectionName, ...] = Field(default=(), description="Sections of an agenda item.", max_length=MAX_CHOICES)
    document_ids: Names = Field(default=(), description="Documents, by id.")
    date_from: date | None = Field(default=None, description="No document before this day.")
    date_to: date | None = Field(default=None, description="No document after this day.")

    def to_filters(self, access: frozenset[Access]) -> Filters:
        """Give the bounds, with what the caller may see."""
        return Filters(
            access=access,
            regions=frozenset(self.regions),
            municipalities=frozenset(self.municipalities),
            bodies=frozenset(self.bodies),
            kinds=frozenset(self.kinds),
            sections=frozenset(self.sections),
            document_ids=frozenset(self.document_ids),
            date_from=self.date_from,
            date_to=self.date_to,
        )


class AskRequest(FromOutside):
    """A question with the earlier questions of the conversation, oldest first."""

    question: Text = Field(description="The question, in Danish or English.", examples=["Hvem driver akutsygeplejen i Læsø?"])
    context: Annotated[tuple[Text, ...], Field(max_length=MAX_CONTEXT_QUESTIONS)] = Field(
        default=(), description="Earlier questions."
    )
    filters: FiltersIn = Field(default=FiltersIn())

    @field_validator("question")
    @classmethod
    def _says_something(cls, question: str) -> str:
        return _not_blank(question)

    def to_question(self, access: frozenset[Access]) -> Question:
        """Give the question as the assistant takes it."""
        return Question(text=self.question.strip(), context=self.context, filters=self.filters.to_filters(access))


class SearchRequest(FromOutside):
    """A search for passages."""

    query: Text = Field(description="What to look for.", examples=["akutsygepleje Læsø"])
    k: int = Field(default=10, ge=1, le=MAX_K, description="Most passages to give.")
    filters: FiltersIn = Field(default=FiltersIn())

    @field_validator("query")
    @classmethod
    def _says_something(cls, query: str) -> str:
        return _not_blank(query)

    def to_query(self, access: frozenset[Access]) -> Query:
        """Give the query as the index takes it."""
        return Query(text=self.query.strip(), k=self.k, filters=self.filters.to_filters(access))


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must say something, not only spaces")
    return text

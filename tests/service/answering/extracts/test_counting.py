"""A number counts the noun that stands just after it."""

from __future__ import annotations

from service.answering.extracts.counting import counted_terms, follows
from service.answering.extracts.spans.found import Span
from service.answering.extracts.terms import Term


def _term(text: str) -> Term:
    return Term(text=text, alternatives=((text, 1.0),), weight=1.0, is_name=False, known=True)


def test_the_noun_after_how_many_is_counted() -> None:
    """The two words after are taken, "nye" and "både"; "havnen" is not."""
    terms = (_term("nye"), _term("baade"), _term("havnen"))
    assert counted_terms("Hvor mange nye både er der i havnen?", terms) == {0, 1}


def test_other_questions_count_nothing() -> None:
    """A question for a day wants no noun counted."""
    assert counted_terms("Hvornår kommer bådene?", (_term("baadene"),)) == frozenset()


def test_a_number_counts_a_noun_at_most_three_words_after_it() -> None:
    """In "17 gamle både" the noun is the second word after; four words away it is another's."""
    seventeen = Span(start=0, end=2)
    assert follows(seventeen, [(3, frozenset()), (9, frozenset({1}))], frozenset({1}))
    far = [(3, frozenset()), (9, frozenset()), (12, frozenset()), (15, frozenset({1}))]
    assert not follows(seventeen, far, frozenset({1}))

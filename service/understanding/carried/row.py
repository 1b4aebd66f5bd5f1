"""Follow-ups that name another row of the table the question before asked: "Og dagcenter, forplejning pr. dag?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.understanding.vocabulary import Vocabulary, task_name
from service.understanding.words import same_word, words_of

_ASKS_ITSELF = re.compile(r"\b(?:hv(?:em|ad|or|ornår|ilke\w*)|who|what|when|where|which|how)\b", re.IGNORECASE)
LEAST_WORDS = 2
LEAST_SHARE = 0.75
MOST_OTHER_WORDS = 1
LEAST_LETTERS = 4
LEAST_HEADER_LETTERS = 5


def with_other_row(text: str, last: str, known: Vocabulary) -> str | None:
    """The earlier question with its row exchanged; a follow-up that names its row and asks by itself is left as it is."""
    rows = _rows_named(text, known)
    if not rows:
        return None
    if _ASKS_ITSELF.search(text):
        return _asking_first(text.rstrip(" ?!."))
    span = _row_span(last, [subject for subject, _ in _siblings(rows, known)])
    if span is None:
        return None
    return last[: span[0]] + text.rstrip(" ?!.") + last[span[1] :]


def with_same_row(text: str, last: str, known: Vocabulary) -> str | None:
    """As in "Og hvad koster et årskort?" after a question on lorries: a column of the row that the earlier question names.

    None where the text names a row itself, or the earlier question names none or several that have such a column.
    """
    said, earlier = words_of(text), words_of(last)
    if any(_is_all_in(own, said) for own in known.row_words.values()):
        return None
    named = {subject for (subject, _), own in known.row_words.items() if _is_all_in(own, earlier)}
    having = {cell.subject for cell in known.cells if cell.subject in named and _says_column(said, cell.relation)}
    widest = {subject for subject in having if not any(subject != other and subject in other for other in having)}
    if len(widest) != 1:
        return None
    return f"{text.rstrip(' ?!.')} ({widest.pop()})?"


def _is_all_in(own: Sequence[str], words: Sequence[str]) -> bool:
    return any(len(word) >= LEAST_LETTERS for word in own) and all(any(same_word(word, other) for other in words) for word in own)


def _says_column(words: Sequence[str], relation: str) -> bool:
    """Whether a long word of a column's own header, or the end of one, is said."""
    own = [word for word in words_of(task_name(relation)) if len(word) >= LEAST_HEADER_LETTERS]
    return any(
        same_word(word, each) or (len(word) >= LEAST_HEADER_LETTERS and each.endswith(word)) for word in words for each in own
    )


def _asking_first(text: str) -> str:
    """As "Hvornår er fristen (elbiler)?" for "Elbiler, hvornår er fristen"."""
    named, _, asking = text.rpartition(", ")
    turned = f"{asking} ({named})" if named and _ASKS_ITSELF.match(asking) else text
    return f"{turned[:1].upper()}{turned[1:]}?"


def _rows_named(text: str, known: Vocabulary) -> set[tuple[str, str]]:
    """The rows, as subject and passage, that a text names in full, saying little else."""
    asked = words_of(_ASKS_ITSELF.sub(" ", text))
    found = set()
    for row, own in known.row_words.items():
        if len(own) >= LEAST_WORDS and all(any(same_word(word, other) for other in asked) for word in own):
            other = [word for word in asked if not any(same_word(word, each) for each in own)]
            if len(other) <= MOST_OTHER_WORDS:
                found.add(row)
    return found


def _siblings(rows: set[tuple[str, str]], known: Vocabulary) -> set[tuple[str, str]]:
    """The other rows of the tables that these rows stand in."""
    passages = {passage for _, passage in rows}
    return {row for row in known.row_words if row[1] in passages} - rows


def _row_span(text: str, subjects: Sequence[str]) -> tuple[int, int] | None:
    """Where a question names one of these rows: from the first of the row's words that it prints to the last."""
    best: tuple[float, int, int] | None = None
    for subject in subjects:
        own = set(words_of(subject))
        printed = [match for match in re.finditer(r"[^\W_]+", text) if set(words_of(match.group(0))) & own]
        held = {word for match in printed for word in words_of(match.group(0))}
        share = len(held & own) / len(own) if own else 0.0
        if len(held) >= LEAST_WORDS and share >= LEAST_SHARE and (best is None or share > best[0]):
            best = (share, printed[0].start(), printed[-1].end())
    return best[1:] if best else None

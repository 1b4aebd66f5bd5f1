"""Number columns of tables, rebuilt from cell facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.places.folding import fold
from ingest.records import Fact
from service.answering.facts.wording import task_phrase
from service.understanding.vocabulary import task_name
from service.understanding.words import same_word, stem, words_of

_NUMBER = re.compile(
    r"^\W*(?P<number>-?\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?)\s*"
    r"(?:%|pct\.?|kr\.?|mio\.? kr\.?|(?P<unit>[a-zæøå]{1,20}))?\W*$"
)
_MARKED = re.compile(r"\s*(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]+|(?<=\d)\s\d\))$")
_HEADED = re.compile(r"\s*\((?P<unit>(?:mio\.|mia\.|1\.000|t\.)?\s?kr\.?|pct\.|%|procent|timer|dage|km|ton|m2|m²)\)\s*$")
_TOTAL = re.compile(r"\b(?:i alt|total|sum|samlet|hele|alle)\b", re.IGNORECASE)
LEAST_ROWS = 2
LEAST_STEM = 5
NAMES_NO_MEASURE = frozenset(
    ["antal", "number", "of", "gns", "gennemsnitlig", "pr", "per", "i", "alt", "heraf", "mio", "1", "000", "kr", "pct"]
)
"""Words of a header that say how it is counted, not what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberColumn:
    """A column whose cells are numbers, in printed order. Rows of totals are kept apart."""

    relation: str
    cells: tuple[Fact, ...]
    totals: tuple[Fact, ...]


def value_of(fact: Fact) -> float | None:
    """The number of a cell as Danes write it ("2.627", "5,16"); None when the cell is not one number."""
    match = _NUMBER.match(_MARKED.sub("", fact.object.strip()))
    if match is None:
        return None
    return float(re.sub(r"[.\s]", "", match.group("number")).replace(",", "."))


def number_columns(facts: Iterable[Fact]) -> tuple[NumberColumn, ...]:
    """The columns in which most cells are numbers, by document and header."""
    columns: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        columns[(fact.document_id, fact.relation)].append(fact)
    return tuple(_column(cells) for cells in columns.values() if _is_number_column(cells))


def _is_number_column(cells: Sequence[Fact]) -> bool:
    numbers = sum(value_of(cell) is not None for cell in cells)
    return numbers >= LEAST_ROWS and numbers >= 0.8 * len(cells)


def _column(cells: Sequence[Fact]) -> NumberColumn:
    numbers = [cell for cell in cells if value_of(cell) is not None]
    totals = [cell for cell in numbers if _TOTAL.search(cell.subject)]
    return NumberColumn(
        relation=cells[0].relation, cells=tuple(cell for cell in numbers if cell not in totals), totals=tuple(totals)
    )


def header_match(column: NumberColumn, words: Sequence[str]) -> int:
    """How many letters of the question's words the column's header accounts for; parts of compounds count."""
    own = [word for word in words_of(column.relation) if word not in NAMES_NO_MEASURE]
    return sum(len(word) for word in words if any(_means(word, other) for other in own))


def _means(word: str, header: str) -> bool:
    if same_word(word, header) or _ends_with(header, word) or _ends_with(word, header):
        return True
    return len(stem(word)) >= LEAST_STEM and header.startswith(stem(word))  # "betaler", "betaling"


def _ends_with(whole: str, part: str) -> bool:
    """Whether a compound is a kind of the part, in the singular or the plural: "plads" and "bassinpladser"."""
    return len(part) >= LEAST_STEM and (whole.endswith(part) or stem(whole).endswith(part))


def row_name(fact: Fact) -> str:
    """The folded words of a row's name without "Sundhedsråd", "Kommune" and "og", so that sources can be joined by it."""
    words = re.findall(r"[^\W_]+", fold(fact.subject))
    return " ".join(word for word in words if word not in {"sundhedsraad", "sundhedsraadet", "og", "kommune", "region"})


def unit_of(fact: Fact) -> str:
    """The word behind the number of a cell: "sygeplejersker"; empty where there is none."""
    match = _NUMBER.match(_MARKED.sub("", fact.object.strip()))
    return (match["unit"] or "") if match else ""


def header_of_column(relation: str) -> str:
    """A column's own header inside a sentence, without a unit in brackets."""
    return task_phrase(_HEADED.sub("", task_name(relation)))


def figure_of(number: str, relation: str) -> str:
    """A number with the unit that its column's header gives in brackets: "6,4 mio. kr.", "480 (1.000 kr.)"."""
    unit = _HEADED.search(task_name(relation))
    if unit is None or unit["unit"] in number:
        return number
    return f"{number} ({unit['unit']})" if unit["unit"][0].isdigit() else f"{number} {unit['unit']}"

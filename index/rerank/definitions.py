"""Which passages say what a term means: "Term (TRM)", "Term: …", "ved term forstås …", "Term er en …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis.folding import fold
from index.analysis.stopwords import STOP_WORDS
from index.analysis.words import words_of
from index.rerank.signs import DEFINITION, asked_signs

_ASKING_WORDS = """
betyder betydning definition definitionen defineres defineret define defined forstaas menes daekker staar mean means
meaning stand stands
forkortelse forkortelsen abbreviation term begreb begrebet udtryk udtrykket called kaldes hedder forkortet short
"""
_ASKING = frozenset(_ASKING_WORDS.split())
"""The words of asking, which are not the term asked about."""
_QUOTED = re.compile(r"[\"“”„»«'’‘]([^\"“”„»«'’‘]{2,60})[\"“”„»«'’‘]")
MAX_TERM_WORDS = 4


def defined_term(query: str) -> str | None:
    """The folded term a query asks the meaning of, or None when it asks something else."""
    if not asked_signs(query) & DEFINITION:
        return None
    quoted = _QUOTED.search(query)
    if quoted:
        return fold(quoted[1]).strip()
    words = [word for word in words_of(query) if word not in STOP_WORDS and word not in _ASKING]
    return " ".join(words[:MAX_TERM_WORDS]) if words else None


def defining(term: str, texts: Sequence[str]) -> list[float]:
    """How clearly each text says what a folded term means: 1 by name and form, 0.5 for its first word alone, else 0."""
    patterns = [(_pattern(term), 1.0)]
    first = term.split()[0]
    if first != term:
        patterns.append((_pattern(first), 0.5))
    return [max((worth for pattern, worth in patterns if pattern.search(fold(text))), default=0.0) for text in texts]


def _pattern(term: str) -> re.Pattern[str]:
    name = re.escape(term) + r"(?:en|et|s|erne|n)?"
    return re.compile(
        rf"\(\W*{name}\W*\)"  # Det Administrative Kontaktforum (DAK)
        rf"|(?:^|\n)[\W\d]*{name}\s*:\s"  # Delingsaftale: …
        rf"|\b{name}\W{{0,3}}\s*(?:\([^)]{{2,60}}\)\s*)?(?:er|is)\s+(?:en|et|den|det|de|an?|the)\b"
        rf"|\bved\s+\W?{name}\W?\s+forstaas\b"
        rf"|\b{name}\W{{0,2}}\s+(?:defineres|betegner|betyder|daekker over|staar for|omfatter)\b"
        rf"|\b(?:kaldet|kaldes|betegnes|benaevnt|benaevnes)\s+(?:som\s+|for\s+)?\W?{name}\b"
        rf"|\b{name}\s+\((?!\W*{name})[a-z][^)]{{5,80}}\)"  # DAK (Det Administrative Kontaktforum)
    )

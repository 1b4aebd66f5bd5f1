"""Questions that ask in two clauses what one would ask: "Hvem er det, der henviser …", "Who is it that decides …"."""

from __future__ import annotations

import re

_CLEFT = re.compile(
    r"^(?P<asks>\W*(?:og |and )?(?:hvem|hvad|hvornår|hvorfor|hvordan|hvor|who|what|when|where|why|how)) "
    r"(?:er|var|bliver|is|was) (?:det|it)"
    r"(?:,? (?:typisk|normalt|egentlig|nu|så|lige|mon|præcist?|helt|altid|ofte|som regel|usually|exactly|typically|again)\b)*"
    r"(?:,? (?:der|som|at|that|who)\b|,) ",
    re.IGNORECASE,
)


def straight(question: str) -> str:
    """The question in one clause ("Hvem henviser …"); unchanged when it is no cleft sentence."""
    return _CLEFT.sub(r"\g<asks> ", question, count=1)

"""Why: the words that introduce a reason or purpose."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

_STRONG = re.compile(
    r"\b(?:fordi|idet|eftersom|da|hvorfor|skyldes|skyldtes|begrunde[rt]?\w*|peger på,? at|"
    r"gør det (?:umuligt|vanskeligt|svært)|svært ved|opmærksom på,? at|henviser til,? at|"
    r"på grund af|pga\.?|på baggrund af|grundet|begrundet|begrundelse\w*|årsag\w*|"
    r"som følge af|af hensyn til|"
    r"derfor|dermed|med henblik på|mhp\.?|for at|så(?:ledes)?\b,? at|af geografiske hensyn|bekymr\w*|i lyset af|"
    r"because|due to|in order to|"
    r"behov for|nødvendig\w*|formål\w*|hensigt\w*|baseret på|betyder at|medfør\w*|bevirke\w*)\b|=",
    re.IGNORECASE,
)


def find_reasons(text: str) -> tuple[Span, ...]:
    """The words that say that a reason or purpose is given."""
    return spans_of(_STRONG.finditer(text))

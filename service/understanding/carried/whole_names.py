"""Names that a follow-up shortens ("rådets" for "Delingsrådets") as the questions before had them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def with_whole_names(text: str, earlier: Sequence[str]) -> str:
    """Definite nouns ("rådets") replaced by the compound an earlier question used ("Delingsrådets"), the latest first."""

    def whole(match: re.Match[str]) -> str:
        noun, ending = match.group(1), match.group(2) or ""
        for question in reversed(earlier):
            for word in re.findall(r"[^\W\d_]+", question):
                if len(word) > len(noun) + 2 and word.lower().endswith(noun.lower()):
                    return f"{word}{ending}"
        return str(match.group(0))

    replaced: str = re.sub(r"\b([^\W\d_]{3,}(?:et|en|erne))(s)?\b", whole, text)
    return replaced

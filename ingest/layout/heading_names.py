"""Whether the words of a line may be the name of what follows: no clause, no greeting, no field of a meeting's head, no row."""

from __future__ import annotations

import re

from ingest.layout.joining import OPEN_END
from ingest.minutes.labels import labelled

LONGEST_PLAIN = 80  # characters
LONGEST_LABEL = 6  # words before a colon that name what the text below is about
SENTENCE = re.compile(r"[.,;!?]$")
LABEL = re.compile(r"^(?:dato|mødedato|tid|tidspunkt|mødetid|start|slut|sted|mødested|lokale|journal|sags?)\w*\W", re.IGNORECASE)
GREETING = re.compile(r"^(?:kære|hej|hello|dear|hi|til rette vedkommende)\b", re.IGNORECASE)
LINK = re.compile(r"^(?:se|læs|hent|klik|download|find|gå til|see|read|go to)\b", re.IGNORECASE)
NO_NAME = re.compile(
    r"^(?:det|den|de|der|dette|disse|vi|han|hun|her|hertil|følgende|svar|answer|this|these|we|he|she|it)\b", re.IGNORECASE
)
VERB = re.compile(r"(?:er|te|ede)$")
DEFINITE = re.compile(r"(?:en|et|ne)$")
FINITE = frozenset(
    ["er", "var", "skal", "kan", "vil", "har", "får", "fik", "bliver", "blev", "må", "bør", "is", "are", "was", "were", "has"]
)
WORD = re.compile(r"\b(?![A-ZÆØÅ]{1,5}\b)[^\W\d_]+")  # all but short forms
ANY_WORD = re.compile(r"[^\W\d_]+")
LONG_WORD = re.compile(r"[^\W\d_]{6}")
MARK = re.compile(r"\(\w{1,5}\)")


def may_name(text: str) -> bool:
    """Whether a short line begins and ends like a heading and is made of words."""
    if len(text) > LONGEST_PLAIN or not text[:1].isupper() or SENTENCE.search(text) or OPEN_END.search(text):
        return False
    if text.endswith(("-", "‐")) or "@" in text or "•" in text or not _is_of_words(text):
        return False
    return not (LABEL.match(text) or GREETING.match(text) or LINK.match(text))


def names_what_follows(text: str) -> bool:
    """Whether a line that ends in a colon is a name: no clause such as "Udvalget besluttede:", no field of a meeting's head."""
    words = text.rstrip(" :").split()
    if len(words) > LONGEST_LABEL or labelled(text) is not None or NO_NAME.match(text):
        return False
    subject = len(words) > 1 and (DEFINITE.search(words[-2]) or (len(words) > 2 and words[-2][:1].isupper()))
    clause = subject and VERB.search(words[-1])
    return not clause and not any(word.lower() in FINITE for word in words)


def _is_of_words(text: str) -> bool:
    """Whether words make up more than half of a line; the cells of a table that lost its columns are short forms and years."""
    telling = ANY_WORD if text.isupper() and LONG_WORD.search(text) else WORD
    return 2 * sum(map(len, telling.findall(MARK.sub("", text)))) > len("".join(text.split()))

"""One spelling for each word: lower case, æ ø å as ae oe aa, no accents, one kind of hyphen and apostrophe."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f]+")  # accents, once a letter is taken apart
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ä": "ae",
        "ø": "oe",
        "ö": "oe",
        "å": "aa",
        "ü": "y",
        "ß": "ss",
        "ð": "d",
        "þ": "th",
        "\u00ad": None,  # soft hyphen
        "\u2010": "-",
        "\u2011": "-",
        "\u00b4": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "`": "'",
        "\ufffd": " ",  # a lost character is a gap, never a letter
    }
)


def fold(text: str) -> str:
    """Fold a text. Digits, punctuation and white space stay; lengths may change ("å" becomes two letters)."""
    if text.isascii():
        return text.lower().replace("`", "'")
    folded = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    if folded.isascii():
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFKD", folded))

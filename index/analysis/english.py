"""English words by rule: one form for "agreements" and "agreement", "organised" and "organized", "held" and "hold"."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_LOCK = Lock()
_PAIRS = """
ran:run held:hold met:meet said:say took:take taken:take chosen:choose chose:choose gave:give given:give made:make
began:begin begun:begin sent:send spent:spend paid:pay built:build bought:buy sold:sell found:find led:lead left:leave
got:get knew:know known:know wrote:write written:write grew:grow grown:grow rose:rise risen:rise fell:fall fallen:fall
kept:keep lent:lend lost:lose saw:see seen:see told:tell thought:think understood:understand went:go gone:go
came:come became:become drove:drive driven:drive withdrew:withdraw withdrawn:withdraw undertook:undertake
undertaken:undertake overtaken:overtake people:person children:child women:woman men:man wives:wife lives:life
criteria:criterion bodies:body nurses:nurse minutes:minutes
"""
_IRREGULAR = dict(pair.split(":") for pair in _PAIRS.split())
_BRITISH = (("ization", "isation"), ("izing", "ising"), ("ized", "ised"), ("izes", "ises"), ("ize", "ise"), ("center", "centre"))


@lru_cache(maxsize=50_000)
def english_stem(word: str) -> str:
    """The Snowball (Porter 2) stem of a folded English word, British spelling, irregular forms brought to their base."""
    word = _IRREGULAR.get(word, word)
    for american, british in _BRITISH:
        if len(word) > 5 and american in word:
            word = word.replace(american, british)
            break
    word = word.replace("labor", "labour").replace("program", "programme") if word in ("labor", "program", "programs") else word
    with _LOCK:
        stemmed: str = _STEMMER.stemWord(word)
    return stemmed

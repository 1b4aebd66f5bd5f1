"""Responsibilities: task → who has it, from sentences that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.facts.found import Found
from ingest.facts.sentences import sentences_of
from ingest.records import FactKind

_WHO = r"(?P<who>[A-ZÆØÅ][\w/&-]*(?:\s(?:[A-ZÆØÅ][\w/&-]*|og|i|for|af|på|the|of|and|[a-zæøå-]{3,})){0,8}?)"
_SAYS = re.compile(
    rf"^{_WHO},?\s(?P<says>(?:har|have|får|overtager|bærer|påtager sig)\s(?:det\s|hele\s"
    rf"|hoved)?(?:\w+\s?-?\s?(?:og\s\w+)?)?ansvaret?\sfor"
    r"|er\s(?:\w+\s)?ansvarlige?\sfor|står\sfor|varetager|driver|sørger\sfor|har\stil\sopgave\sat|skal\ssikre|skal\ssørge\sfor|forestår|koordinerer"
    r"|overtager|is\sresponsible\sfor|are\sresponsible\sfor|runs)\s(?P<task>.{6,240})$",
    re.DOTALL,
)
_NOBODY = re.compile(
    r"^(?:Det|Der|Dette|Disse|Denne|Den|De|Han|Hun|Vi|Man|Her|Hvis|Når|Hvem|Hvad|Hvordan|I|For|Som|Med|Efter|På|Ved|Ja|Nej|It|This|There|They|We|Who)$"
)


def responsibility_facts(text: str) -> Iterator[Found]:
    """Read who is responsible for what; sentences that begin with a pronoun or a clause are left alone."""
    for sentence in sentences_of(text):
        match = _SAYS.match(sentence)
        if match and not _NOBODY.match(match["who"].split()[0]) and " ikke " not in f" {match['says']} {match['task'][:12]}":
            yield Found(
                kind=FactKind.RESPONSIBILITY,
                subject=match["task"].strip().rstrip("."),
                relation=match["says"],
                object=match["who"],
            )

"""Noise fault 12: dates, labels, years and sentences that ran together with the next word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.repair.draft import DraftLine, RepairLog
from ingest.repair.vocabulary import Vocabulary

STEP = "words run together"

_DATE_WORD = re.compile(r"(?<!\d)(\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d{2})(?=[^\W\d_])")
_WORD_DATE = re.compile(
    r"(?<!\w)([A-ZÆØÅa-zæøå][a-zæøå]{3,})(?=\d{1,2}\.?\s?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december)\b|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
)
_YEAR_WORD = re.compile(r"(?<![\w\-./])((?:19|20)\d{2})(?=[A-ZÆØÅ][a-zæøå]{3})")
_LABEL_NUMBER = re.compile(r"(?<!\w)([A-ZÆØÅ][a-zæøå]{2,}[.:]?:)(?=\+?\d{6})")
_SENTENCES = re.compile(r"(?<![\w/.@:])([a-zæøå]{3,}|(?:19|20)\d{2})\.(?=([A-ZÆØÅ][a-zæøå]{2,})(?![\w./@]))")
_SUSPECT = re.compile(r"\d[^\W\d_]|[^\W\d_]{4}\d|:[+\d]|\w\.[A-ZÆØÅ]")


def split_run_together(lines: Sequence[DraftLine], words: Vocabulary, log: RepairLog) -> None:
    """Put back the lost space in place, where the parts are certain: full dates, years, labels before long numbers, sentences."""
    for line in lines:
        if not _SUSPECT.search(line.text):
            continue
        before = line.text
        text = _DATE_WORD.sub(r"\1 ", _WORD_DATE.sub(r"\1 ", before))
        text = _LABEL_NUMBER.sub(r"\1 ", _YEAR_WORD.sub(r"\1 ", text))
        line.text = _SENTENCES.sub(lambda match: _split_sentence(match, words), text)
        if line.text != before:
            log.note(STEP, line, before, line.text)


def _split_sentence(match: re.Match[str], words: Vocabulary) -> str:
    """Divide "2021.Tilretning" into two sentences; "kommune.Net" may be a name, if one of its parts is no word."""
    known = (match[1].isdigit() or words.knows(match[1])) and words.knows(match[2])
    return f"{match[1]}. " if known else match.group()

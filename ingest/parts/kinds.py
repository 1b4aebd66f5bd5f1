"""What kind of document a text is, from what it calls itself at its head, and last from the file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.minutes.bodies import STATE_OF_PAPER
from ingest.minutes.meeting_signs import heads_meeting
from ingest.records import DocumentKind

# Read at the beginning of a line of the head, so that "referatet fra sidst" in a sentence says nothing.
_CALLS_ITSELF: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"^\W*{STATE_OF_PAPER}(?:{words})", re.IGNORECASE))
    for kind, words in (
        (
            DocumentKind.MINUTES,
            r"(?:(?:emne|vedr\.?|subject|sv|vs|re)\s*:\s*)*(?:(?:beslutnings|møde|kort )?referat\b|beslutningsprotokol|protokol\b"
            r"|minutes\b|mødenotat\b|(?:kort )?(?:notat|noter|opsamling|beslutninger) fra (?:\w+ )?\w*møde"
            r"|(?:meeting )?notes from (?:the )?(?:\w+ )?meeting)"
            r"|\w+(?:råds|udvalgs|møde|forsamlings)referat\b|(?:\w+ ){1,6}(?:beslutnings|møde)?referat(?:$|\W+(?:af|fra|d\."
            r"|den|\d))",
        ),
        (
            DocumentKind.AGENDA,
            r"(?:møde)?dagsorden\b(?!spunkt)|indkaldelse til|agenda\b|(?:\w+ ){1,6}dagsorden(?:$|\W+(?:for|til|d\.|den|\d))",
        ),
        (
            DocumentKind.LAW,
            r"(?:bekendtgørelse|cirkulære|vejledning) (?:om|nr|for)\b|lov (?:om|nr)\b|forslag til lov\b|(?:bek|vej|cir|lov"
            r"|lbk) nr\.? ?\d",
        ),
        (
            DocumentKind.AGREEMENT,
            r"(?:\w*(?:samarbejds|ramme|standard|drifts|delings|sundheds|partnerskabs|praksis"
            r"|serviceniveau)\w*aftale\b(?!r om at))|aftale (?:om|mellem)\b|\w*overenskomst\b"
            r"|kontrakt (?:om|mellem)\b|agreement\b|vedtægt(?:er)?\b",
        ),
        (DocumentKind.NOTE, r"\w*notat\b|\w*kommissorium\b|\w*redegørelse\b|memo\b|sagsfremstilling\b|baggrundspapir"),
        (DocumentKind.ATTACHMENT, r"bilag\b(?! indeholder)|appendix\b"),
    )
)
_IN_NAME = (
    (DocumentKind.MINUTES, "referat|minutes|protokol"),
    (DocumentKind.AGENDA, "dagsorden|agenda|indkaldelse"),
    (DocumentKind.LAW, "bekendtgoerelse|bekendtgørelse|lovbekendt|cirkul"),
    (DocumentKind.AGREEMENT, "aftale|kontrakt|vedtægt|vedtaegt"),
    (DocumentKind.NOTE, "notat|memo|kommissori"),
    (DocumentKind.ATTACHMENT, "bilag"),
)
_HEAD_LINES = 12
_HEADS_A_LIST = re.compile(r"^\W*(?:dagsorden|agenda|bilag|vedtægter)\W*$", re.IGNORECASE)  # not what the document is


def kind_of(lines: Sequence[str], path: str) -> DocumentKind:
    """Tell the kind from the first lines of a document, then from the format, then from the file's name."""
    for place, line in enumerate(lines[:_HEAD_LINES]):
        if len(line) > 160 or (place > 1 and _HEADS_A_LIST.match(line)):
            continue
        for kind, pattern in _CALLS_ITSELF:
            if pattern.match(line.strip()):
                return DocumentKind.MINUTES if kind is DocumentKind.NOTE and heads_meeting(lines) else kind
    return DocumentKind.MINUTES if heads_meeting(lines) else _by_file(path)


def _by_file(path: str) -> DocumentKind:
    name = path.rsplit("/", 1)[-1].lower()
    stem, _, suffix = name.rpartition(".")
    if suffix in ("ppt", "pptx", "odp"):
        return DocumentKind.SLIDES
    if suffix in ("html", "htm"):
        return DocumentKind.WEB_PAGE
    return next((kind for kind, words in _IN_NAME if re.search(words, stem)), DocumentKind.OTHER)

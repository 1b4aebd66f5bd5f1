"""Numbers that name something: case and document numbers, section numbers, telephone numbers, mail addresses."""

from __future__ import annotations

import re

from service.answering.extracts.spans.found import Span, spans_of

_IDENTIFIER = re.compile(
    r"\b[A-Z]{2,5}-\d{4}-\d{3,6}\b|\b\d{1,2}(?:-\d{2,5}){3,4}\b|\b\d{2}/\d{3,6}\b|"
    r"\b\d{1,2}(?:\.\d{1,2}){1,4}\b|"
    r"(?:nr\.|nummer|id:?|journalnr\.?:?|sagsnr\.?:?|dok\s?id:?)\s?\d[\d/.-]*|\b\d{6,10}\b|"
    r"§+\s?\d+(?:,? stk\. \d+)?|\bpunkt \d+\b|\bversion \d+(?:\.\d+)*",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?<!\d)(?:\+45\s?)?\d{2}[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}(?!\d)")
_MOBILE = re.compile(rf"\bmobil\w*\W{{0,4}}(?={_TELEPHONE.pattern})", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def find_identifiers(text: str) -> tuple[Span, ...]:
    """Numbers that name a case, document, paragraph or item."""
    return spans_of(_IDENTIFIER.finditer(text))


def find_telephones(text: str) -> tuple[Span, ...]:
    """Danish telephone numbers: eight digits, also in pairs."""
    return spans_of(_TELEPHONE.finditer(text))


def find_mobiles(text: str) -> tuple[Span, ...]:
    """Telephone numbers that are printed as mobile ones; an empty field "Mobil:" gives nothing."""
    labels = [match.end() for match in _MOBILE.finditer(text)]
    return tuple(span for span in find_telephones(text) if span.start in labels)


def find_mail_addresses(text: str) -> tuple[Span, ...]:
    """Mail addresses."""
    return spans_of(_MAIL.finditer(text))

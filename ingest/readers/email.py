"""E-mails (.eml): the headers as metadata and first lines, the body, and the names of what was attached."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from ingest.errors import EmptyDocument, LimitExceeded, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.encoding import decode
from ingest.readers.html import read_html
from ingest.records import Block, BlockKind, Line, Page, ReadFile

_SHOWN = (("From", "Fra"), ("To", "Til"), ("Cc", "Cc"), ("Date", "Dato"))


class EmailReader:
    """Reads `.eml` (RFC 5322, MIME). Attachments are named, not opened: save those that matter as files."""

    suffixes: frozenset[str] = frozenset({".eml"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The subject as heading, who wrote to whom and when, the text body (else the HTML body), the attachments' names."""
        try:
            message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
            metadata = _metadata(message)
            content = (*_head(message), *_body(path, message, limits), *_attachments(message))
        except (UnreadableDocument, MemoryError, RecursionError):
            raise
        except Exception as error:  # the parser keeps broken headers and fails when they are read
            raise UnreadableDocument(path, f"a broken e-mail ({type(error).__name__}).") from error
        if not any(part.text.strip() for part in content):
            raise EmptyDocument(path, "the e-mail holds no text.")
        if sum(len(part.text) for part in content) > limits.max_characters:
            raise LimitExceeded(path, f"more than {limits.max_characters} characters. Save the long parts as files.")
        return ReadFile(pages=(Page(number=None, content=content),), metadata=metadata)


def _metadata(message: EmailMessage) -> dict[str, str]:
    found = {"title": str(message.get("Subject", "")), "author": str(message.get("From", ""))}
    try:
        found["created"] = parsedate_to_datetime(str(message.get("Date", ""))).isoformat()
    except ValueError:
        found["created"] = ""
    return {name: value.strip() for name, value in found.items() if value.strip()}


def _head(message: EmailMessage) -> Iterator[Block]:
    subject = " ".join(str(message.get("Subject", "")).split())
    if subject:
        yield Block(kind=BlockKind.HEADING, text=subject, level=1)
    lines = [f"{label}: {' '.join(str(message[name]).split())}" for name, label in _SHOWN if message.get(name)]
    if lines:
        yield Block(kind=BlockKind.PARAGRAPH, text="\n".join(lines))


def _body(path: Path, message: EmailMessage, limits: Limits) -> Iterator[Line | Block]:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return
    text = _text(part)
    if not text.strip():
        return
    if part.get_content_type() == "text/html":
        for page in read_html(path, text, limits).pages:
            yield from page.content
        return
    for line in text.replace("\r\n", "\n").split("\n"):
        yield Line(text=line)


def _text(part: MIMEPart) -> str:
    """The text of a part in its declared encoding, or in the one it really has."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data)[0]


def _attachments(message: EmailMessage) -> Iterator[Block]:
    for part in message.iter_attachments():
        name = part.get_filename()
        if name:
            yield Block(kind=BlockKind.LIST_ITEM, text=f"Vedhæftet: {name}", level=1)

"""E-mails (.eml): the headers as metadata and first lines, the body, and what was attached."""

from __future__ import annotations

from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from pathlib import Path

from ingest.errors import EmptyDocument, LimitExceeded, UnreadableDocument
from ingest.limits import Limits
from ingest.readers.attachments import Attachments
from ingest.readers.encoding import decode
from ingest.readers.html import read_html
from ingest.records import Block, BlockKind, Line, Page, ReadFile

_SHOWN = (("From", "Fra"), ("To", "Til"), ("Cc", "Cc"), ("Date", "Dato"))


class EmailReader:
    """Reads `.eml` (RFC 5322, MIME). Attached documents are read too; an e-mail inside an e-mail is only named."""

    suffixes: frozenset[str] = frozenset({".eml"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The subject as heading, who wrote to whom and when, the body, and each attachment behind its name."""
        try:
            message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
            metadata = _metadata(message)
            attachments = Attachments(message, limits)
            content = (*_head(message), *_body(path, message, limits), *attachments.blocks())
        except (UnreadableDocument, MemoryError, RecursionError):
            raise
        except Exception as error:  # the parser keeps broken headers and fails when they are read
            raise UnreadableDocument(path, f"a broken e-mail ({type(error).__name__}).") from error
        if not any(part.text.strip() for part in content):
            raise EmptyDocument(path, "the e-mail holds no text.")
        if sum(len(part.text) for part in content) > limits.max_characters:
            raise LimitExceeded(path, f"more than {limits.max_characters} characters. Save the long parts as files.")
        return ReadFile(pages=(Page(number=None, content=content),), metadata=metadata, warnings=tuple(attachments.warnings))


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
    """The plain text; the HTML where there is no other, or where it holds a table, which plain text flattens."""
    html = _html(path, message, limits)
    part = message.get_body(preferencelist=("plain",))
    plain = _text(part) if part is not None else ""
    if html and (not plain.strip() or any(block.table and block.table.row_count > 1 for block in html)):
        yield from html
        return
    for line in plain.replace("\r\n", "\n").split("\n") if plain.strip() else ():
        yield Line(text=line)


def _html(path: Path, message: EmailMessage, limits: Limits) -> tuple[Block, ...]:
    part = message.get_body(preferencelist=("html",))
    text = _text(part) if part is not None else ""
    if not text.strip():
        return ()
    try:
        pages = read_html(path, text, limits).pages
    except EmptyDocument:
        return ()
    return tuple(item for page in pages for item in page.content if isinstance(item, Block))


def _text(part: MIMEPart) -> str:
    """The text of a part in its declared encoding, or in the one it really has."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return decode(data)[0]

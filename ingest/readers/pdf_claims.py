"""What a PDF says of itself, through pypdf: title, author, dates, bookmarks, page labels, attachments, encryption.

pypdf knows these parts of the format better than PDFium's C interface gives them, and its text of a page is a second
opinion where PDFium finds none or only garbage.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its remarks on damaged files are ours to report

LONGEST = 500  # characters of one entry
MOST_BOOKMARKS = 2_000
GARBAGE_SHARE = 0.15  # of the visible characters of a page
FEW_CHARACTERS = 8
_PERHAPS_BAD = re.compile(r"[^\s!-~¡-ſ–—‘’“”„•…]")  # all but white space and letters and signs that certainly mean something


class Claims:
    """A PDF through pypdf; every question answers with nothing when pypdf cannot read the file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: Any = None
        self._failed = False

    def metadata(self) -> dict[str, str]:
        """Title, author, subject, producer, day of creation, bookmarks (a line each: page, tab, title), labels, attachments."""
        found: dict[str, str] = {}
        for question in (_information, _bookmarks, _page_labels, _attachments, _encryption):
            with self._careful(question.__name__):
                reader = self._reader()
                if reader is not None:
                    found.update(question(reader))
        return {key: value for key, value in found.items() if value}

    def text_of_page(self, page_number: int) -> str:
        """The text of a page (1-based) as pypdf reads it, "" when it cannot."""
        with self._careful("text of page"):
            reader = self._reader()
            return str(reader.pages[page_number - 1].extract_text()) if reader is not None else ""
        return ""

    def close(self) -> None:
        """Closes the file."""
        if self._opened is not None:
            self._opened.close()

    def _reader(self) -> Any:
        if self._opened is None and not self._failed:
            self._failed = True
            from pypdf import PdfReader

            self._opened = PdfReader(str(self._path), strict=False)
            if self._opened.is_encrypted:
                self._opened.decrypt("")
            self._failed = False
        return self._opened

    @contextmanager
    def _careful(self, question: str) -> Iterator[None]:
        """Pypdf raises nearly anything on damaged files, and what it would have said is only an addition."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except MemoryError:
            raise  # the process is not to be trusted with another file
        except Exception as error:
            log.debug("pypdf failed", extra={"question": question, "error": type(error).__name__})


def is_garbage(text: str) -> bool:
    """Whether the text of a page is hardly readable: too many characters without a meaning (controls, private use, U+FFFD)."""
    if not _PERHAPS_BAD.search(text):
        return False
    visible = [char for char in text if not char.isspace()]
    if len(visible) < FEW_CHARACTERS:
        return False
    bad = sum(char == "�" or not (char.isprintable() or char in "\xad￾") or "\ue000" <= char <= "\uf8ff" for char in visible)
    return bad > GARBAGE_SHARE * len(visible)


def _information(reader: Any) -> dict[str, str]:
    info = reader.metadata
    if info is None:
        return {}
    created = info.creation_date
    found = {"title": info.title, "author": info.author, "subject": info.subject, "producer": info.producer}
    return {
        **{key: str(value).strip()[:LONGEST] for key, value in found.items() if value},
        "created": created.date().isoformat() if created else "",
    }


def _bookmarks(reader: Any) -> dict[str, str]:
    if "/Outlines" not in reader.trailer["/Root"]:
        return {}
    return {"bookmarks": "\n".join(f"{page}\t{title}" for page, title in islice(_flat(reader, reader.outline), MOST_BOOKMARKS))}


def _flat(reader: Any, entries: Any) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _flat(reader, entry)
        else:
            page = reader.get_destination_page_number(entry)
            yield (0 if page is None else page + 1), " ".join(str(entry.title).split())[:LONGEST]


def _page_labels(reader: Any) -> dict[str, str]:
    if "/PageLabels" not in reader.trailer["/Root"]:
        return {}
    labels = [str(label) for label in reader.page_labels]
    plain = [str(number) for number in range(1, len(labels) + 1)]
    return {"page_labels": "\n".join(labels)} if labels != plain else {}


def _attachments(reader: Any) -> dict[str, str]:
    if "/Names" not in reader.trailer["/Root"]:
        return {}
    return {"attachments": "\n".join(str(name) for name in reader.attachments)}


def _encryption(reader: Any) -> dict[str, str]:
    return {"encrypted": "with the empty password"} if reader.is_encrypted else {}

"""The footnotes and endnotes of a Word document."""

from __future__ import annotations

from typing import Any

from lxml import etree

from ingest.readers.docx_text import W, paragraph_text
from ingest.readers.roman import roman

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def notes_of(document: Any, kind: str) -> dict[str, str]:
    """The text of each "footnote" or "endnote" by its id; ids count from 1 in the order of the notes."""
    wanted = f"{_RELATIONSHIPS}{kind}s"
    part = next((relation.target_part for relation in document.part.rels.values() if relation.reltype == wanted), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    notes = (note for note in root.iter(W + kind) if note.get(W + "type") not in _SEPARATORS)
    texts = {
        note.get(W + "id", ""): " ".join(paragraph_text(paragraph) for paragraph in note.iter(W + "p")).strip() for note in notes
    }
    return {number: text for number, text in texts.items() if text}


def endnote_mark(number: str) -> str:
    """The mark of an endnote as Word prints it, in small Roman numbers."""
    return roman(int(number)) if number.isdecimal() else number

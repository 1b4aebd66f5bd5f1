"""The footnotes of a Word document."""

from __future__ import annotations

from typing import Any

from lxml import etree

from ingest.readers.docx_text import W, paragraph_text

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def footnotes_of(document: Any) -> dict[str, str]:
    """The text of each footnote by its id; ids count from 1 in the order of the notes."""
    part = next((relation.target_part for relation in document.part.rels.values() if relation.reltype == _FOOTNOTES), None)
    if part is None:
        return {}
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    notes = (note for note in root.iter(W + "footnote") if note.get(W + "type") not in _SEPARATORS)
    texts = {
        note.get(W + "id", ""): " ".join(paragraph_text(paragraph) for paragraph in note.iter(W + "p")).strip() for note in notes
    }
    return {number: text for number, text in texts.items() if text}

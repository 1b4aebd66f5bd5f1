"""Headings without a type of their own: agenda items, numbered sections, standard names, and short lines over running text."""

from __future__ import annotations

import re

from ingest.layout.heading_names import LONGEST_PLAIN, SENTENCE, may_name, names_what_follows
from ingest.layout.lines import PrintedLine
from ingest.layout.markers import bullet_of
from ingest.layout.standard_headings import is_standard
from ingest.records import Block, BlockKind

LONGEST_TITLE = 12  # words in bold with a full stop that still are a heading
FREE_ROOM = 0.3  # of a full line that stays free after a heading between wrapped lines
NUMBERED_ITEM = re.compile(
    r"^(?:(?:dagsordens)?punkt|pkt\.?|sag(?:\s*nr\.?)?|bilag|kapitel|afsnit)\s*\d+[a-z]?\s*(?:[.:–-]|$)", re.IGNORECASE
)
NUMBERED_SECTION = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+[A-ZÆØÅ]")
NUMBERED_LABEL = re.compile(r"^\d{1,2}[.)]?\s+[A-ZÆØÅ]\w+")
LEADS_IN = re.compile(r"\b(?:følgende|herunder|bl\.?\s?a|f\.?eks|such as|following)\W*$", re.IGNORECASE)
FIRST_POINT = re.compile(r"^(?:1|a)[.)]\s+\S")
WHOLE_SENTENCE = re.compile(r"[.!?…][’'”\"»)\]]*$")


def plain_level(line: PrintedLine, above: PrintedLine | Block | None, below: PrintedLine | Block | None) -> int:
    """Depth by words and place alone: agenda items 1, numbered sections by their numbers, standard names and labels 2; else 0."""
    if is_item(line, below):
        return 1
    numbered = NUMBERED_SECTION.match(line.text)
    if numbered and len(line.text) <= LONGEST_PLAIN and not SENTENCE.search(line.text) and _opens_section(below):
        return 1 + numbered.group(1).count(".")
    if is_standard(line.text) or (line.bold and not _is_long_sentence(line.text)):
        return 2
    labels = _is_isolated_label(line, below) or is_numbered_label(line, below) or _is_between_paragraphs(line, above, below)
    return 2 if labels else 0


def is_item(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """Whether the line heads an item: "Punkt 3: …", "Bilag 2"."""
    return (
        bool(NUMBERED_ITEM.match(line.text))
        and not SENTENCE.search(line.text)
        and (line.gap or line.new_page or below is not None)
    )


def _is_isolated_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """A short line between blank lines that names what the running text or list below it is about."""
    text = line.text
    if not line.gap or (line.spaced and line.wrapped) or text.endswith(":") or not may_name(text):
        return False
    return _is_running_text(below) or (_is_list_or_table(below) and not LEADS_IN.search(text))


def _is_between_paragraphs(line: PrintedLine, above: PrintedLine | Block | None, below: PrintedLine | Block | None) -> bool:
    """A short line between two paragraphs of a file that sets its headings apart by nothing, with or without a colon."""
    text = line.text
    if not may_name(text) or (line.wrapped and line.room < FREE_ROOM):
        return False
    if not _is_running_text(below) and not (text.endswith(":") and _leads_in(below)):
        return False
    if isinstance(above, PrintedLine) and (above.has_tabs or not WHOLE_SENTENCE.search(above.text)):
        return False
    return names_what_follows(text) if text.endswith(":") else above is not None


def _is_long_sentence(text: str) -> bool:
    return len(text.split()) > LONGEST_TITLE and SENTENCE.search(text) is not None


def _leads_in(below: PrintedLine | Block | None) -> bool:
    """Whether what follows leads in a list: a label above it is the name of both."""
    return isinstance(below, PrintedLine) and below.text.endswith(":") and not bullet_of(below.text)


def is_numbered_label(line: PrintedLine, below: PrintedLine | Block | None) -> bool:
    """A numbered short line above running text, in a file that sets no heading apart: a section, not an item of a list."""
    text = line.text
    if not NUMBERED_LABEL.match(text) or len(text) > LONGEST_PLAIN or SENTENCE.search(text) or text.endswith(":"):
        return False
    return (line.gap or line.new_page) and _is_running_text(below)


def _opens_section(below: PrintedLine | Block | None) -> bool:
    """Whether what follows is the text of a section: running text, a list or a table, not one more numbered line."""
    if isinstance(below, PrintedLine) and not below.has_tabs:
        return _is_running_text(below) or bool(bullet_of(below.text))
    return below is not None


def _is_list_or_table(below: PrintedLine | Block | None) -> bool:
    if isinstance(below, PrintedLine):
        return below.has_tabs or bool(bullet_of(below.text)) or FIRST_POINT.match(below.text) is not None
    return below is not None and below.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM)


def _is_running_text(below: PrintedLine | Block | None) -> bool:
    if not isinstance(below, PrintedLine) or below.has_tabs or not below.text[:1].isupper():
        return False
    text = below.text
    return len(text) > LONGEST_PLAIN * 1.5 or (
        len(text) > LONGEST_PLAIN * 0.6 and (below.room < 0.2 or text.endswith((".", ":")))
    )

"""Web pages: the main content without navigation, cookie banners, scripts and footers."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from ingest.errors import EmptyDocument, LimitExceeded
from ingest.limits import Limits
from ingest.readers.html_blocks import blocks_of_html
from ingest.readers.html_main import main_content, without_furniture
from ingest.readers.text import read_text
from ingest.records import Page, ReadFile

_DEEPEST = 1000  # walking a tree of elements costs the square of its depth

# Elements that HTML lets authors leave open do not nest.
_NESTING_TAG = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|col|area|source|wbr|body|html|head)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)


class HtmlReader:
    """Reads HTML and XHTML; a web page has no pages, so the page number is None."""

    suffixes = frozenset({".html", ".htm", ".xhtml"})

    def read(self, path: Path, limits: Limits) -> ReadFile:
        """The page's headings, paragraphs, list items and tables in reading order."""
        return read_html(path, read_text(path, limits), limits)


def read_html(path: Path, markup: str, limits: Limits) -> ReadFile:
    """The content of `markup`; `path` is named in errors."""
    if nesting_depth(markup) > _DEEPEST:
        raise LimitExceeded(path, f"elements nested more than {_DEEPEST} deep; no page for people is.")
    soup = BeautifulSoup(markup, "lxml")
    metadata = _metadata(soup)
    blocks = tuple(blocks_of_html(main_content(without_furniture(soup)), limits))
    if not blocks:
        raise EmptyDocument(path, "the page holds no text outside menus and scripts.")
    return ReadFile(pages=(Page(number=None, content=blocks),), metadata=metadata)


def nesting_depth(markup: str) -> int:
    """The greatest number of elements open at one place, by their tags alone."""
    depth = deepest = 0
    for match in _NESTING_TAG.finditer(markup):
        if match[0].endswith("/>"):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _metadata(soup: BeautifulSoup) -> dict[str, str]:
    found = {"title": soup.title.get_text(" ", strip=True)} if soup.title else {}
    html = soup.find("html")
    if html is not None and html.get("lang"):
        found["language"] = str(html["lang"])[:2].lower()
    for tag in soup.find_all("meta"):
        name = str(tag.get("name") or tag.get("property") or "").lower()
        value = str(tag.get("content") or "").strip()
        if value and name in {"author", "date", "dcterms.modified", "article:published_time", "article:modified_time"}:
            found["created" if "time" in name or "date" in name or "modified" in name else name] = value
    return found

"""Finds the main content of a web page."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment

_NEVER_TEXT = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "canvas",
    "iframe",
    "object",
    "button",
    "select",
    "input",
    "textarea",
]
_FURNITURE = ["nav", "footer", "aside", "dialog"]
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary", "menu", "menubar"}
)

# Whole words of class names and ids; "cookiebot", "breadcrumbs" and "site-footer" all hold one.
_FURNITURE_NAMES = re.compile(
    r"cookie|consent|breadcrumb"
    r"|(^|[-_ ])(menu|navbar|navigation|sidebar|skip-?link|share|social|search-?form|site-?(header|footer))([-_ ]|$)",
    re.IGNORECASE,
)
_MAIN_NAMES = re.compile(r"^(main|main-?content|content|page-?content|indhold|article)$", re.IGNORECASE)

# Less than this share of the words in the marked main part means that the mark is wrong.
_MIN_SHARE = 0.3


def without_furniture(soup: BeautifulSoup) -> BeautifulSoup:
    """The page without scripts, menus, cookie banners and footers. Changes and returns `soup`."""
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in soup.find_all(_NEVER_TEXT + _FURNITURE):
        if tag.name != "button" or not _opens_details(tag):
            tag.decompose()
    for tag in soup.find_all(True):
        if not tag.decomposed and _is_furniture(tag):
            tag.decompose()
    return soup


def main_content(soup: BeautifulSoup) -> Tag:
    """The element that holds the content: `main`, the role or id for it, else the body."""
    body = soup.body or soup
    for candidate in (
        soup.find("main"),
        soup.find(None, {"role": "main"}),
        soup.find(id=_MAIN_NAMES),
        soup.find("article") if len(soup.find_all("article")) == 1 else None,
    ):
        if isinstance(candidate, Tag) and _words(candidate) >= _MIN_SHARE * _words(body):
            return candidate
    return body


def _words(tag: Tag) -> int:
    return len(tag.get_text(" ").split())


def _opens_details(tag: Tag) -> bool:
    """Whether a button is the heading of an accordion: its text is content."""
    return tag.has_attr("aria-expanded") or tag.has_attr("aria-controls")


def _is_furniture(tag: Tag) -> bool:
    if tag.name in {"html", "body", "main", "article"}:
        return False
    if str(tag.get("role", "")) in _FURNITURE_ROLES:
        return True
    if tag.name == "header" and tag.find_parent(["main", "article"]) is None and tag.find("h1") is None:
        return True
    names = " ".join([*map(str, tag.get_attribute_list("class")), str(tag.get("id") or "")])
    return bool(_FURNITURE_NAMES.search(names)) and tag.find(["main", "h1"]) is None

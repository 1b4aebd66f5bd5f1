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
    r"|(^|[-_ ])(menu|navbar|navigation|sidebar|aside|skip(-?(link|to-?(content|main)))?|share|social|search-?form|feedback"
    r"|(site|page|global)-?(header|footer)|footer|coi-banner\w*|related(-?(news|content|links|articles|pages))?|relateret\w*|newslist"
    r"|pagination|back-?to-?top|print-?(link|button))([-_ ]|$)",
    re.IGNORECASE,
)
# Headings over lists of links to other pages; what stands under them is no content of this page.
_RELATED = re.compile(
    r"^(?:(?:relaterede?|andre|flere|seneste|nyeste)\s+(?:nyheder|artikler|sider|links?|emner|indhold)|(?:læs|se) også|genveje"
    r"|mest læste|related (?:news|content|pages|articles|links))\s*:?$",
    re.IGNORECASE,
)
_MAIN_NAMES = re.compile(r"^(main|main-?content|content|page-?content|indhold|article)$", re.IGNORECASE)

# Less than this share of the words in the marked main part means that the mark is wrong.
_MIN_SHARE = 0.3
_LINK_SHARE = 0.8  # of the words under a heading like "Læs også"


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
    for heading in soup.find_all(["h2", "h3", "h4", "h5", "h6"]):
        if not heading.decomposed and _RELATED.match(" ".join(heading.get_text(" ").split())):
            _drop_links_under(heading)
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


def is_button(tag: Tag) -> bool:
    """Whether a tag is a button, by its name or its role: those that are left open an accordion, and so name what is in it."""
    return tag.name == "button" or (tag.get("role") == "button" and tag.find(True) is None)


def _drop_links_under(heading: Tag) -> None:
    """Takes out a heading and the list after it, where hardly more than links stand in it."""
    after = heading.find_next_sibling(True)
    if not isinstance(after, Tag) or after.name not in {"ul", "ol", "div", "nav"}:
        return
    links = sum(len(link.get_text(" ").split()) for link in after.find_all("a"))
    if links >= _LINK_SHARE * _words(after):
        after.decompose()
        heading.decompose()


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

"""A whole HTML page in the style of the reports, in one file that loads nothing."""

from __future__ import annotations

from html import escape
from importlib.resources import files


def html_document(title: str, body: str, *, more_style: str = "") -> str:
    """The page: its title is text, its body HTML. It may run no scripts and fetch nothing."""
    style = (files("eval.report") / "report.css").read_text(encoding="utf-8") + more_style
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{body}</body></html>\n"
    )

"""`kildesvar settings`: lists every setting, its default, bound and meaning, as Markdown; `docs/settings.md` is its output."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

HEAD = """# Settings

Every setting is an environment variable, read once at start. A variable that begins with `KILDESVAR_` and is not listed
here stops the start, so that a misspelt bound is never silently absent. This page is the output of `kildesvar settings`.

| variable | default | bound | what it is |
|---|---|---|---|"""


def register(subparsers: Any) -> None:
    """Add the command."""
    command = subparsers.add_parser("settings", help="list every setting, its default and its bound")
    command.set_defaults(run=run)


def run(_arguments: argparse.Namespace) -> int:
    """Print the page."""
    print(page())
    return 0


def page() -> str:
    """Give the page of settings as Markdown, in the order of the fields."""
    from service.settings import PREFIX, Settings

    rows = [_row(PREFIX + name.upper(), field) for name, field in Settings.model_fields.items()]
    return "\n".join([HEAD, *rows])


def _row(variable: str, field: FieldInfo) -> str:
    return f"| `{variable}` | {_default(field)} | {_bound(field)} | {field.description} |"


def _default(field: FieldInfo) -> str:
    value = field.default
    if value is None or value in ((), "") or "Secret" in str(field.annotation):
        return "–"
    return f"`{', '.join(value) if isinstance(value, tuple) else value}`"


def _bound(field: FieldInfo) -> str:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "min_length": "characters ≥"}
    found = [f"{sign} {getattr(part, name)}" for part in field.metadata for name, sign in signs.items() if hasattr(part, name)]
    pattern = next((part.pattern for part in field.metadata if getattr(part, "pattern", None)), None)
    if pattern:
        found.append(pattern.strip("^$()").replace("|", ", "))
    return ", ".join(found) or "–"

"""The page of settings as Markdown, made from the fields themselves; `docs/settings.md` is its output."""

from __future__ import annotations

from pydantic.fields import FieldInfo

from service.settings import PREFIX, Settings

HEAD = """# Settings

Every setting is an environment variable, read once at start. A variable that begins with `KILDESVAR_` and is not listed
here stops the start, so that a misspelt bound is never silently absent. This page is the output of `kildesvar settings`.

| variable | default | bound | what it is |
|---|---|---|---|"""

SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "min_length": "characters ≥"}


def page() -> str:
    """Give the page, one row a setting, in the order of the fields."""
    return "\n".join([HEAD, *(_row(PREFIX + name.upper(), field) for name, field in Settings.model_fields.items())])


def _row(variable: str, field: FieldInfo) -> str:
    return f"| `{variable}` | {_default(field)} | {_bound(field)} | {field.description} |"


def _default(field: FieldInfo) -> str:
    value = field.default
    if value is None or value in ((), "") or "Secret" in str(field.annotation):
        return "–"
    return f"`{', '.join(value) if isinstance(value, tuple) else value}`"


def _bound(field: FieldInfo) -> str:
    found = [f"{sign} {getattr(part, name)}" for part in field.metadata for name, sign in SIGNS.items() if hasattr(part, name)]
    patterns = [part.pattern for part in field.metadata if getattr(part, "pattern", None)]
    return ", ".join(found + [pattern.strip("^$()").replace("|", ", ") for pattern in patterns]) or "–"


if __name__ == "__main__":
    print(page())

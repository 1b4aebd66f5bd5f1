"""`corpus.toml`, an optional file at the top of a source folder: marks files as closed, and names their body or region.

    [[folder]]
    path = "lukket/*"        # a pattern for the path below the source folder
    closed = true
    body = "Økonomiudvalget"
    region = "Region Sjælland"

    [kinds]
    closed = ["notat"]       # document kinds that only the role "closed" may see

Of several folders that fit a file, every one marks it; the last name given wins.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.errors import IngestError

SETTINGS_NAME = "corpus.toml"


class SettingsError(IngestError):
    """`corpus.toml` cannot be understood. Nothing is built, since a closed folder might be shown."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason} Correct the file and build again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderMarks:
    """What `corpus.toml` says of one file."""

    closed: bool = False
    closed_kinds: tuple[str, ...] = ()
    body: str | None = None
    region: str | None = None


def marks_of(source: Path, relative_path: str) -> FolderMarks:
    """The marks of a file below `source`. Raises `SettingsError`."""
    settings = _settings(source / SETTINGS_NAME) if source.is_dir() else {}
    fitting = [folder for folder in settings.get("folder", []) if fnmatchcase(relative_path, str(folder["path"]))]
    return FolderMarks(
        closed=any(folder.get("closed") is True for folder in fitting),
        closed_kinds=tuple(sorted(settings.get("kinds", {}).get("closed", []))),
        body=next((str(folder["body"]) for folder in reversed(fitting) if "body" in folder), None),
        region=next((str(folder["region"]) for folder in reversed(fitting) if "region" in folder), None),
    )


def _settings(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    return _parsed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _parsed(path: Path, _changed_ns: int) -> dict[str, Any]:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(path, f"no valid TOML ({error}).") from error
    unknown = set(settings) - {"folder", "kinds"}
    for folder in settings.get("folder", []):
        unknown |= set(folder) - {"path", "closed", "body", "region"}
        if "path" not in folder:
            raise SettingsError(path, "a [[folder]] has no path.")
        if not isinstance(folder.get("closed", False), bool):
            raise SettingsError(path, f"closed = {folder['closed']!r} is neither true nor false.")
    unknown |= set(settings.get("kinds", {})) - {"closed"}
    if not all(isinstance(kind, str) for kind in settings.get("kinds", {}).get("closed", [])):
        raise SettingsError(path, "closed kinds are words in quotation marks.")
    if unknown:
        raise SettingsError(path, f"unknown: {', '.join(sorted(unknown))}.")
    return settings

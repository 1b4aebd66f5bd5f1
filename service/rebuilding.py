"""What a rebuild from the administration page reads."""

from __future__ import annotations

from pathlib import Path

from index.errors import IndexNotFound
from index.generations import versions
from service.settings import Settings


def rebuild_sources(settings: Settings) -> tuple[Path, ...]:
    """Give the files and folders read besides the uploads: the configured ones, else those of the live generation.

    An index built on the command line thus keeps its documents when the administration page adds one.
    """
    if settings.sources:
        return settings.sources
    try:
        live = next((version for version in versions(settings.index) if version.live), None)
    except IndexNotFound:
        return ()
    uploads = settings.upload_folder.resolve()
    return tuple(path for source in (live.sources if live else ()) if (path := Path(source)) != uploads)

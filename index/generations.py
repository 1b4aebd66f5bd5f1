"""The generations of an index: built aside, made live by one atomic rename of `CURRENT`, rolled back, pruned.

index/
  CURRENT               the id of the live generation, one line
  lock                  held by a build, a roll-back or a prune
  generations/<id>/     immutable once its manifest stands there; ids sort by time
  originals/            copies of the files, shared
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from index.errors import FormatMismatch, GenerationNotFound, IndexCorrupt, IndexNotFound, KildesvarIndexError
from index.lock import locked
from index.manifest import FILE_NAME as MANIFEST
from index.manifest import Manifest, check_files, read_manifest, write_manifest
from index.records import GenerationSummary
from index.store.originals import FOLDER as ORIGINALS

CURRENT = "CURRENT"
GENERATIONS = "generations"
BUILDING = ".building-"
KEEP = 3
"""How many accepted generations stay after a build: the live one and those to roll back to."""

log = logging.getLogger(__name__)


def generation_folder(directory: Path, generation: str) -> Path:
    """Where a generation stands."""
    return directory / GENERATIONS / generation


def new_generation(directory: Path) -> tuple[str, Path]:
    """Make an empty folder for a build: its id and where it is built. Ids sort in the order of time."""
    generation = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    folder = directory / GENERATIONS / f"{BUILDING}{generation}"
    folder.mkdir(parents=True)
    return generation, folder


def publish(directory: Path, generation: str, built: Path, manifest: Manifest, *, live: bool) -> None:
    """Give a sealed generation its place, and make it live if asked."""
    if live:
        write_manifest(built, replace(manifest, accepted=True))
    target = generation_folder(directory, generation)
    built.rename(target)
    _fsync_folder(target.parent)
    if live:
        switch(directory, generation)


def switch(directory: Path, generation: str) -> None:
    """Make a generation live: one rename, which happens whole or not at all."""
    aside = directory / f".{CURRENT}.{os.getpid()}"
    with aside.open("w", encoding="ascii") as opened:
        opened.write(generation + "\n")
        opened.flush()
        os.fsync(opened.fileno())
    aside.replace(directory / CURRENT)
    _fsync_folder(directory)


def live_id(directory: Path) -> str:
    """The id of the live generation. Raises `IndexNotFound`."""
    try:
        return (directory / CURRENT).read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexNotFound(directory) from error
    except UnicodeDecodeError:
        return ""  # damaged: no generation has this name, so the newest good one serves


def generation_ids(directory: Path) -> list[str]:
    """The ids of all finished generations, newest first."""
    folder = directory / GENERATIONS
    found = [path.name for path in folder.iterdir() if (path / MANIFEST).exists()] if folder.is_dir() else []
    return sorted((name for name in found if not name.startswith(".")), reverse=True)


def serving(directory: Path) -> tuple[str, Manifest]:
    """The generation to serve: the live one, or where that is damaged the newest accepted one that is whole.

    Raises `IndexNotFound`, or the error of the live generation when no other can stand in.
    """
    live = live_id(directory)
    try:
        return live, checked(directory, live)
    except (IndexCorrupt, GenerationNotFound, FormatMismatch) as error:
        for generation in generation_ids(directory):
            if generation != live and (manifest := _whole_and_accepted(directory, generation)):
                log.warning("the live generation cannot serve, an earlier one does", extra={"live": live, "serving": generation})
                return generation, manifest
        raise error from None


def checked(directory: Path, generation: str, *, whole: bool | None = None) -> Manifest:
    """The manifest of a generation whose files are what was written.

    Raises `GenerationNotFound`, `IndexCorrupt`, `FormatMismatch`.
    """
    folder = generation_folder(directory, generation)
    if not generation or "/" in generation or not folder.is_dir():
        known = ", ".join(generation_ids(directory)) or "none"
        raise GenerationNotFound(f"{directory}: there is no generation {generation!r}. There are: {known}.")
    manifest = read_manifest(folder)
    check_files(folder, manifest, whole=whole)
    return manifest


def versions(directory: Path) -> list[GenerationSummary]:
    """All generations whose manifest can be read, newest first. Raises `IndexNotFound`."""
    live = live_id(directory)
    found = []
    for generation in generation_ids(directory):
        try:
            found.append(read_manifest(generation_folder(directory, generation)).summary(live=generation == live))
        except KildesvarIndexError as error:
            log.warning("a generation cannot be listed", extra={"generation": generation, "reason": str(error)})
    return found


def roll_back(directory: Path, generation: str | None = None) -> GenerationSummary:
    """Make an earlier generation live: the named one, else the newest accepted one before the live one.

    Every byte of it is checked first. Raises `GenerationNotFound`, `IndexCorrupt`, `BuildInProgress`.
    """
    live = live_id(directory)
    with locked(directory):
        chosen = generation or _before(directory, live)
        manifest = checked(directory, chosen, whole=True)
        if not manifest.accepted:
            raise GenerationNotFound(f"{chosen}: this generation did not pass its gate and cannot go live.")
        switch(directory, chosen)
    return manifest.summary(live=True)


def prune(directory: Path, *, keep: int = KEEP) -> list[str]:
    """Remove what is of no more use: builds that were killed, all but the `keep` newest generations, unused originals.

    The live generation always stays. Call with the lock held. Gives the ids of removed generations.
    """
    live = live_id(directory)
    discard_unfinished(directory)
    refused = [name for name in generation_ids(directory) if name != live and not _accepted(directory, name)]
    accepted = [name for name in generation_ids(directory) if name != live and name not in refused]
    gone = [*accepted[max(0, keep - 1) :], *refused[1:]]  # the last refused one stays, to be looked at
    for generation in gone:
        _remove(generation_folder(directory, generation))
    return gone


def _remove(folder: Path) -> None:
    """Remove a generation. It loses its name first: a removal that is cut off leaves no half of one to roll back to."""
    unfinished = folder.with_name(f"{BUILDING}{folder.name}")
    with contextlib.suppress(OSError):
        folder.rename(unfinished)
        shutil.rmtree(unfinished, ignore_errors=True)


def discard_unfinished(directory: Path) -> None:
    """Remove builds that never became a generation. Call with the lock held."""
    for left in (directory / GENERATIONS).glob(f"{BUILDING}*"):
        shutil.rmtree(left, ignore_errors=True)


def _before(directory: Path, live: str) -> str:
    earlier = [name for name in generation_ids(directory) if name < live and _accepted(directory, name)]
    if not earlier:
        raise GenerationNotFound(f"{directory}: there is no generation before {live} to roll back to.")
    return earlier[0]


def _accepted(directory: Path, generation: str) -> bool:
    try:
        return read_manifest(generation_folder(directory, generation)).accepted
    except KildesvarIndexError:
        return False


def _whole_and_accepted(directory: Path, generation: str) -> Manifest | None:
    try:
        manifest = checked(directory, generation)
    except KildesvarIndexError:
        return None
    return manifest if manifest.accepted else None


def originals_folder(directory: Path) -> Path:
    """Where the copies of the original files stand."""
    return directory / ORIGINALS


def _fsync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

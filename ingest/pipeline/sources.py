"""Which files a build reads: those under the named files and folders, in ascending order of their relative path."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ingest.errors import NothingToRead, SourceNotFound
from ingest.pipeline.settings import SETTINGS_NAME, FolderMarks, marks_of
from ingest.privacy.mask import mask_path
from ingest.readers.registry import known_suffixes

_IGNORED_NAMES = frozenset({SETTINGS_NAME, "thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read. `marks` come from `corpus.toml`.

    `relative_path` is its path below its source with `/`, in NFC, civil registration numbers masked.
    """

    path: Path
    relative_path: str
    marks: FolderMarks = field(default_factory=FolderMarks)


def find_files(sources: Sequence[Path]) -> tuple[SourceFile, ...]:
    """The files below `sources`, each once, by ascending relative path.

    Ignored: hidden and temporary files (".git", "~$notat.docx") and symbolic links inside a folder.
    Where two sources hold the same relative path, each path gets its source folder's name in front.
    Raises `SourceNotFound`, and `NothingToRead` for a single folder without any document.
    """
    found: dict[Path, tuple[Path, str]] = {}
    for source in sources:
        if not source.exists():
            raise SourceNotFound(source)
        for path in _files(source):
            found.setdefault(path.resolve(), (source, _relative(path, source)))
    if sources and not any(path.suffix.lower() in known_suffixes() for path in found):
        raise NothingToRead(sources[0], known_suffixes())
    twice = Counter(relative for _, relative in found.values())
    files = [
        SourceFile(
            path=path,
            relative_path=f"{source.resolve().name}/{relative}" if twice[relative] > 1 else relative,
            marks=marks_of(source, relative),
        )
        for path, (source, relative) in found.items()
    ]
    return tuple(_masked(sorted(files, key=lambda file: (file.relative_path, str(file.path)))))


def _masked(files: Sequence[SourceFile]) -> Iterator[SourceFile]:
    """The files with civil registration numbers in their paths masked; paths that are then equal are numbered."""
    seen: Counter[str] = Counter()
    for file in files:
        path = mask_path(file.relative_path)
        if path == file.relative_path:
            yield file
            continue
        seen[path] += 1
        numbered = PurePosixPath(path).with_stem(f"{PurePosixPath(path).stem} ({seen[path]})")
        yield replace(file, relative_path=path if seen[path] == 1 else str(numbered))


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
        return
    for folder, folders, names in os.walk(source.resolve()):  # does not follow links to folders
        folders[:] = [name for name in folders if not _ignored(name)]
        for name in names:
            path = Path(folder, name)
            # A link leads to a file of the folder, which is found by itself, or out of it.
            if not _ignored(name) and path.is_file() and not path.is_symlink():
                yield path


def _ignored(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith(("~", ".tmp", ".part", ".crdownload")) or name.lower() in _IGNORED_NAMES


def _relative(path: Path, source: Path) -> str:
    relative = path.name if source.is_file() else path.relative_to(source.resolve()).as_posix()
    # Names may come decomposed (macOS) or with undecodable bytes; the index stores plain NFC text.
    return unicodedata.normalize("NFC", relative.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))

"""One file from bytes to records: read → repair → mask → lay out → assemble."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path

from ingest.assemble import assemble
from ingest.errors import EmptyDocument, EncryptedDocument, LimitExceeded, UnknownFormat, UnreadableDocument
from ingest.layout.blocks import blocks_of
from ingest.limits import Limits
from ingest.page_ranges import page_ranges
from ingest.pipeline.checksum import sha256_of
from ingest.pipeline.failure import failed
from ingest.privacy.mask import mask_metadata, mask_pages, mask_repairs
from ingest.privacy.pdf_places import exact_boxes
from ingest.readers.detect import Format, format_of, name_warning
from ingest.readers.registry import reader_of
from ingest.records import FileReport, FileStatus, Ingested, ReadFile
from ingest.repair.repair import repair_pages

log = logging.getLogger(__name__)

_STATUS: tuple[tuple[type[UnreadableDocument], FileStatus], ...] = (
    (EncryptedDocument, FileStatus.ENCRYPTED),
    (EmptyDocument, FileStatus.NO_TEXT),
    (UnknownFormat, FileStatus.SKIPPED),
)


def ingest_file(path: Path, relative_path: str, limits: Limits) -> Ingested:
    """Everything ingestion makes of one file. Never raises for a bad file: its report says what was wrong.

    Runs in this process and so cannot stop a file that hangs: `ingest.pipeline.run` can.
    """
    started = time.perf_counter()
    sha256 = ""
    try:
        sha256 = sha256_of(path, limits)
        ingested = _ingest(path, relative_path, sha256, limits)
    except UnreadableDocument as error:
        ingested = failed(relative_path, sha256, status_of(error), error.reason)
    except MemoryError:
        raise  # the process is not to be trusted with another file
    except RecursionError:
        ingested = failed(relative_path, sha256, FileStatus.FAILED, "nested too deeply.")
    except OSError as error:
        ingested = failed(relative_path, sha256, FileStatus.FAILED, f"cannot be opened ({error.strerror}).")
    except Exception as error:  # a hostile file may trip any parser: it harms only itself
        log.warning("a reader failed", exc_info=True)
        reason = f"broken in a way no reader can handle ({type(error).__name__})."
        ingested = failed(relative_path, sha256, FileStatus.FAILED, reason)
    return replace(ingested, report=replace(ingested.report, seconds=round(time.perf_counter() - started, 4)))


def status_of(error: UnreadableDocument) -> FileStatus:
    """The status in the report for an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), FileStatus.FAILED)


def _ingest(path: Path, relative_path: str, sha256: str, limits: Limits) -> Ingested:
    read = read_file(path, limits)
    if not any(part.text.strip() for page in read.pages for part in page.content):
        raise EmptyDocument(path, "no text on any page.")
    repaired, repairs = repair_pages(read.pages)
    masked = mask_pages(repaired)
    warnings = (*read.warnings, *masked.warnings)
    blocks = blocks_of(masked.pages)
    assembled = assemble(relative_path, sha256, blocks, mask_metadata(read.metadata), warnings)
    report = FileReport(
        path=relative_path,
        sha256=sha256,
        status=FileStatus.PARTLY if read.unread_pages else FileStatus.READ,
        reason=f"page {page_ranges(read.unread_pages)} could not be read." if read.unread_pages else "",
        page_count=len(read.pages),
        passage_count=len(assembled.passages),
        repairs=mask_repairs(repairs),
        warnings=warnings,
        masked=exact_boxes(path, masked.boxes, limits) if masked.boxes and format_of(path) is Format.PDF else masked.boxes,
        masked_count=masked.count,
    )
    return Ingested(
        report=report,
        documents=assembled.documents,
        meetings=assembled.meetings,
        items=assembled.items,
        passages=assembled.passages,
        facts=assembled.facts,
    )


def read_file(path: Path, limits: Limits) -> ReadFile:
    """The pages of a file as its reader finds them, within the limits. Raises `UnreadableDocument` kinds."""
    found = format_of(path)
    read = reader_of(found).read(path, limits)
    if len(read.pages) > limits.max_pages:
        raise LimitExceeded(path, f"{len(read.pages)} pages, the limit is {limits.max_pages}. Split the file.")
    characters = sum(len(part.text) for page in read.pages for part in page.content)
    if characters > limits.max_characters:
        raise LimitExceeded(path, f"{characters} characters, the limit is {limits.max_characters}. Split the file.")
    warning = name_warning(path, found)
    return replace(read, warnings=(warning, *read.warnings)) if warning else read

"""Pages per second of the whole ingestion in one process, beside bare text extraction by pypdf and pdfplumber.

    python -m eval.bench.ingest_speed FOLDER [--pdfplumber-pages 60] [--json]

The whole way is reading, repair, masking, layout, minutes, passages and facts. The others only extract text, pdfplumber
from a sample of the pages, since it is slow. Pages per second are of processor time, so that other work on the
machine does not blur the comparison; each is timed once, in this order.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ingest.limits import Limits


def ingested_pages(paths: Iterable[Path]) -> int:
    """Put every file through ingestion in this process; the number of pages."""
    from ingest.pipeline.file import ingest_file

    return sum(ingest_file(path, path.name, Limits()).report.page_count for path in paths)


def pypdf_pages(paths: Iterable[Path]) -> int:
    """Extract the text of every page with pypdf; the number of pages."""
    from pypdf import PdfReader

    return sum(len([page.extract_text() for page in PdfReader(path).pages]) for path in paths)


def pdfplumber_pages(paths: Iterable[Path], most: int) -> int:
    """Extract the text of at most `most` pages with pdfplumber; the number of pages."""
    import pdfplumber

    done = 0
    for path in paths:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                if done >= most:
                    return done
                page.extract_text()
                page.close()
                done += 1
    return done


def timed(work: Callable[[], int]) -> dict[str, float]:
    """Pages, seconds of the clock, and pages per second of processor time."""
    started, processor = time.perf_counter(), time.process_time()
    pages = work()
    seconds, busy = time.perf_counter() - started, time.process_time() - processor
    return {"pages": pages, "seconds": round(seconds, 2), "pages_per_second": round(pages / busy, 1)}


def measured(paths: Sequence[Path], pdfplumber_most: int) -> dict[str, dict[str, float]]:
    """The three measurements; ingestion reads one file before, so that imports are not counted."""
    ingested_pages(paths[:1])
    return {
        "ingestion": timed(lambda: ingested_pages(paths)),
        "pypdf": timed(lambda: pypdf_pages(paths)),
        "pdfplumber": timed(lambda: pdfplumber_pages(paths, pdfplumber_most)),
    }


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pdfplumber-pages", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.glob("*.pdf"))
    if not paths:
        print(f"{arguments.folder}: no PDF in this folder.", file=sys.stderr)
        return 1
    results = measured(paths, arguments.pdfplumber_pages)
    if arguments.json:
        print(json.dumps(results))
        return 0
    for name, figures in results.items():
        print(f"{name:12}", *(f"{key}={value}" for key, value in figures.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())

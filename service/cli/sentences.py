"""What the command line says of an error: one sentence and an exit status."""

from __future__ import annotations

from index.errors import KildesvarIndexError
from ingest.errors import IngestError
from service.errors import ServiceError, SettingsInvalid

NOTHING_DONE, WRONG_USAGE = 1, 2


def sentence(error: Exception) -> str:
    """Give one line for a person. Our own errors speak for themselves; a foreign one is named with its kind and what to do."""
    if isinstance(error, (IngestError, KildesvarIndexError, ServiceError)):
        return " ".join(str(error).split())
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror or type(error).__name__}."
    said = " ".join(str(error).split())
    return f"kildesvar failed ({type(error).__name__}: {said or 'no reason given'}). Set KILDESVAR_DEBUG=1 to see where."


def status_of(error: Exception) -> int:
    """Give the exit status: 2 when what was typed or set is wrong, else 1, as nothing was done."""
    return WRONG_USAGE if isinstance(error, SettingsInvalid) else NOTHING_DONE

"""Saves frozen records of arrays as `.npy` files, and opens them memory-mapped."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

Arrays = TypeVar("Arrays")
SMALL_BYTES = 4096


def save_arrays(record: object, folder: Path, name: str) -> None:
    """Write each array of a dataclass as `<name>.<field>.npy`; whole numbers as arrays of one value."""
    for field in fields(record):  # type: ignore[arg-type]  # any dataclass
        np.save(folder / f"{name}.{field.name}.npy", np.asarray(getattr(record, field.name)), allow_pickle=False)


def open_arrays(kind: type[Arrays], folder: Path, name: str) -> Arrays:
    """Open what `save_arrays` wrote. Nothing is read before it is used."""
    values: dict[str, Any] = {}
    for field in fields(kind):  # type: ignore[arg-type]
        path = folder / f"{name}.{field.name}.npy"
        mapped = path.stat().st_size > SMALL_BYTES
        # as plain arrays: slicing a numpy.memmap costs ten times what slicing an array over the same memory does
        array = np.asarray(np.load(path, mmap_mode="r" if mapped else None, allow_pickle=False))
        values[field.name] = int(array) if array.ndim == 0 else array
    return kind(**values)

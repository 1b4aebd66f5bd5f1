"""API keys: made once, shown once, kept as hashes.

A key is 32 random bytes, so a single SHA-256 is enough: there is nothing to guess, and a slow hash would only slow
every request (OWASP advises slow hashes for what people choose themselves).
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from service.errors import SettingsInvalid

MARK = "ksv_"
"""Every key begins so, which lets secret scanners find one that was checked in by mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """A key as kept: whose it is, what it allows, and the SHA-256 of the key in hexadecimal."""

    name: str
    roles: tuple[str, ...]
    sha256: str


def new_key(name: str, roles: tuple[str, ...]) -> tuple[str, KeyRecord]:
    """Give a new key, to be shown once, and the record to keep."""
    key = MARK + secrets.token_urlsafe(32)
    return key, KeyRecord(name=name, roles=roles, sha256=_hash(key))


def find_key(key: str, records: tuple[KeyRecord, ...]) -> KeyRecord | None:
    """Give the record of a key, or None. Every record is compared, in constant time, so that timing tells nothing."""
    hashed = _hash(key)
    matches = [record for record in records if hmac.compare_digest(record.sha256, hashed)]
    return matches[0] if matches else None


def read_keys(path: Path) -> tuple[KeyRecord, ...]:
    """Read the file of keys. Raises `SettingsInvalid` when it is not what `write_keys` writes."""
    try:
        rows = json.loads(path.read_text("utf-8"))["keys"]
        return tuple(KeyRecord(name=row["name"], roles=tuple(row["roles"]), sha256=row["sha256"]) for row in rows)
    except FileNotFoundError:
        raise SettingsInvalid(
            f"{path}: there is no file of keys here. Make one with: kildesvar keys add NAME --file {path}"
        ) from None
    except (ValueError, KeyError, TypeError):
        raise SettingsInvalid(f"{path}: not a file of keys as `kildesvar keys` writes it.") from None


def write_keys(path: Path, records: tuple[KeyRecord, ...]) -> None:
    """Write the file of keys in one step, readable by its owner only."""
    aside = path.with_name(path.name + ".new")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"keys": [asdict(record) for record in records]}, file, indent=2)
    aside.replace(path)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()

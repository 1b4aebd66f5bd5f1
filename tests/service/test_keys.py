"""API keys: shown once, kept as hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from service.errors import SettingsInvalid
from service.keys import find_key, new_key, read_keys, write_keys


def test_the_file_holds_the_hash_and_not_the_key(tmp_path: Path) -> None:
    """Whoever reads the file cannot sign in with it."""
    key, record = new_key("kontoret", ("reader",))
    write_keys(tmp_path / "keys.json", (record,))
    written = (tmp_path / "keys.json").read_text("utf-8")
    assert key not in written
    assert hashlib.sha256(key.encode()).hexdigest() in written


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    """Permission bits 0600."""
    write_keys(tmp_path / "keys.json", ())
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_keys_written_are_keys_read(tmp_path: Path) -> None:
    """And the right one is found among them."""
    records = tuple(new_key(name, ("reader",))[1] for name in ("a", "b"))
    key, record = new_key("c", ("admin",))
    write_keys(tmp_path / "keys.json", (*records, record))
    found = find_key(key, read_keys(tmp_path / "keys.json"))
    assert found == record


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"keys": [{"name": 1}]}'])
def test_a_broken_file_of_keys_stops_the_start_with_a_sentence(tmp_path: Path, content: str) -> None:
    """An unreadable file must not mean that nobody needs a key."""
    (tmp_path / "keys.json").write_text(content)
    with pytest.raises(SettingsInvalid, match=r"not a file of keys"):
        read_keys(tmp_path / "keys.json")


def test_a_missing_file_of_keys_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    """It says how to make one."""
    with pytest.raises(SettingsInvalid, match=r"kildesvar keys add"):
        read_keys(tmp_path / "keys.json")

"""`kildesvar keys`: makes, lists and removes API keys. A key is shown once; its hash alone is kept."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from service.keys import KeyRecord

ROLES = ("reader", "closed", "admin")
DONE, NOTHING_DONE = 0, 1


def register(subparsers: Any) -> None:
    """Add the command with its three actions."""
    command = subparsers.add_parser("keys", help="make, list and remove API keys")
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    add = actions.add_parser("add", help="make a key and show it once")
    add.add_argument("name", metavar="NAME", help="whose key it is")
    add.add_argument("--role", action="append", choices=ROLES, help="what it allows (default: reader); several times for several")
    remove = actions.add_parser("remove", help="remove all keys of a name")
    remove.add_argument("name", metavar="NAME", help="whose keys")
    for action, run in (
        (add, run_add),
        (remove, run_remove),
        (actions.add_parser("list", help="list names and roles"), run_list),
    ):
        action.add_argument("--file", type=Path, default=_default(), help="the file of keys (default: $KILDESVAR_KEYS_FILE)")
        action.set_defaults(run=run)


def run_add(arguments: argparse.Namespace) -> int:
    """Make a key, keep its hash, show the key."""
    from service.keys import new_key, write_keys

    records = _records(arguments.file)
    key, record = new_key(arguments.name, tuple(arguments.role or ("reader",)))
    write_keys(arguments.file, (*records, record))
    print(key)
    print("Keep it now: only its hash is stored. A running service takes it after a restart.", file=sys.stderr)
    return DONE


def run_remove(arguments: argparse.Namespace) -> int:
    """Remove all keys of a name."""
    from service.keys import write_keys

    records = _records(arguments.file)
    left = tuple(record for record in records if record.name != arguments.name)
    if len(left) == len(records):
        print(f"There is no key of {arguments.name!r}.", file=sys.stderr)
        return NOTHING_DONE
    write_keys(arguments.file, left)
    return DONE


def run_list(arguments: argparse.Namespace) -> int:
    """List names and roles, never a hash."""
    for record in _records(arguments.file):
        print(f"{record.name}\t{', '.join(record.roles)}")
    return DONE


def _records(path: Path) -> tuple[KeyRecord, ...]:
    from service.keys import read_keys

    return read_keys(path) if path.exists() else ()


def _default() -> Path:
    return Path(os.environ.get("KILDESVAR_KEYS_FILE") or "kildesvar-keys.json")

"""Errors: one table from each of them to its HTTP status."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import index.errors
import ingest.errors
import service.errors
from service.cli.sentences import sentence
from service.cli.sentences import status_of as exit_status
from service.errors import HTTP_STATUS, NotFound, SettingsInvalid, status_of

ROOTS = (ingest.errors.IngestError, index.errors.KildesvarIndexError, service.errors.ServiceError)


def leaves(kind: type[Exception]) -> Iterator[type[Exception]]:
    """The errors below one that have none below them."""
    below = kind.__subclasses__()
    if not below:
        yield kind
    for each in below:
        yield from leaves(each)


@pytest.mark.parametrize("leaf", [leaf for root in ROOTS for leaf in leaves(root)], ids=lambda leaf: leaf.__name__)
def test_every_leaf_of_the_error_trees_stands_in_the_table(leaf: type[Exception]) -> None:
    """A new error without a status would become a 500."""
    assert leaf in HTTP_STATUS


def test_a_kind_of_error_without_its_own_row_takes_its_ancestors() -> None:
    """And what is not ours is a 500."""

    class Lost(NotFound):
        """A kind of not found."""

    assert status_of(Lost("page", "3")) == 404
    assert status_of(RuntimeError("boom")) == 500


def test_a_foreign_error_is_one_line_on_the_command_line() -> None:
    """No traceback, and a way to see one."""
    said = sentence(RuntimeError("first\nsecond"))
    assert said.splitlines() == ["kildesvar failed (RuntimeError: first second). Set KILDESVAR_DEBUG=1 to see where."]


def test_a_wrong_setting_is_wrong_usage() -> None:
    """Exit status 2, not 1."""
    assert (exit_status(SettingsInvalid("x")), exit_status(NotFound("page", "1"))) == (2, 1)

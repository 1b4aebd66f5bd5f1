"""The live index: a new generation takes over between two requests, the old one ends with its last request."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from index.errors import IndexCorrupt
from service.errors import NoIndexYet, ServiceNotReady
from service.live import LiveIndex


@dataclass
class FakeIndex:
    """An open generation that remembers whether it was closed."""

    name: str
    closed: bool = False
    summary: Any = field(default_factory=lambda: SimpleNamespace(id="g", passage_count=1))

    def close(self) -> None:
        """Remember it."""
        self.closed = True


class Disk:
    """A `CURRENT` file and what opens it: the seam of the real index."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.opened: list[FakeIndex] = []
        self.broken = False

    def publish(self, name: str) -> None:
        """Make a generation live by one rename."""
        (self.directory / "new").write_text(name)
        os.replace(self.directory / "new", self.directory / "CURRENT")

    def open(self) -> tuple[Any, Any]:
        """Open what `CURRENT` names."""
        if self.broken:
            raise IndexCorrupt("a flipped byte")
        self.opened.append(FakeIndex((self.directory / "CURRENT").read_text()))
        return cast("Any", self.opened[-1]), None


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """An empty folder."""
    return Disk(tmp_path)


def test_without_an_index_a_request_is_told_so(disk: Disk) -> None:
    """503, not a crash."""
    live = LiveIndex(disk.directory, disk.open)
    assert not live.refresh()
    with pytest.raises(NoIndexYet), live.lease():
        pass


def test_a_request_keeps_the_generation_it_began_with(disk: Disk) -> None:
    """The old one closes when the last request over it ends, not before."""
    live = LiveIndex(disk.directory, disk.open)
    disk.publish("first")
    live.refresh()
    with live.lease() as before:
        disk.publish("second")
        assert live.refresh()
        with live.lease() as after:
            assert (cast("Any", before.index).name, cast("Any", after.index).name) == ("first", "second")
        assert not disk.opened[0].closed
    assert [index.closed for index in disk.opened] == [True, False]


def test_an_unchanged_generation_is_opened_once(disk: Disk) -> None:
    """Looking costs one `stat`."""
    live = LiveIndex(disk.directory, disk.open)
    disk.publish("first")
    assert [live.refresh(), live.refresh(), live.refresh()] == [True, False, False]
    assert len(disk.opened) == 1


def test_a_broken_generation_never_replaces_one_that_works(disk: Disk) -> None:
    """The fault is kept for the status, and the next good one takes over."""
    live = LiveIndex(disk.directory, disk.open)
    disk.publish("first")
    live.refresh()
    disk.broken = True
    disk.publish("broken")
    assert not live.refresh()
    assert "IndexCorrupt" in live.fault
    with live.lease() as serving:
        assert cast("Any", serving.index).name == "first"
    disk.broken = False
    disk.publish("third")
    assert live.refresh()
    assert live.fault == ""


def test_a_first_generation_that_cannot_be_opened_is_not_called_an_empty_index(disk: Disk) -> None:
    """The user is told the truth: there is one, and it is broken."""
    live = LiveIndex(disk.directory, disk.open)
    disk.broken = True
    disk.publish("broken")
    live.refresh()
    with pytest.raises(ServiceNotReady) as caught, live.lease():
        pass
    assert type(caught.value) is ServiceNotReady


def test_closing_waits_for_the_last_request(disk: Disk) -> None:
    """A graceful shutdown."""
    live = LiveIndex(disk.directory, disk.open)
    disk.publish("first")
    live.refresh()
    with live.lease():
        live.close()
        assert not disk.opened[0].closed
    assert disk.opened[0].closed

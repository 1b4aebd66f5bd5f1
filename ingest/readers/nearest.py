"""Elements inside an element, each once: what stands inside one of them is left for when that one is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any


def nearest(parent: Any, tags: Collection[str], without: Collection[str] = ()) -> Iterator[Any]:
    """The descendants with one of `tags` that no other of them holds, in document order, outside elements `without`.

    Boxes and tables nest: to read every descendant, and from each again its own, takes twice the time for every level.
    """
    stack = [iter(parent)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in tags:
            yield element
        elif element.tag not in without:
            stack.append(iter(element))

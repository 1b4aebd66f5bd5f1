"""Records to JSON and back, by their own type hints: one mechanism for every frozen dataclass of `ingest.records`."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Decoder = Callable[[Any], Any]


def encode(record: object) -> str:
    """Write a record as compact JSON; fields that are at their default are written too, so that a reader needs no defaults."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[Record], text: str) -> Record:
    """Read what `encode` wrote. Unknown keys are ignored, missing keys take the field's default."""
    record: Record = _decoder(cast("Hashable", kind))(json.loads(text))
    return record


def _plain(value: object) -> object:
    if isinstance(value, str | int | float | None):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, list | tuple | frozenset | set):
        return [_plain(item) for item in value]
    raise TypeError(f"a {type(value).__name__} has no JSON form")


@cache
def _decoder(hint: Any) -> Decoder:
    """Build the function that turns JSON into a value of the hinted type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(_decoder(next(a for a in arguments if a is not type(None))))
    if origin is tuple:
        return _tuple_decoder(arguments)
    if origin is Mapping:
        inner = _decoder(arguments[1])
        return lambda values: {key: inner(value) for key, value in values.items()}
    if isinstance(hint, type) and is_dataclass(hint):
        return _record_decoder(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if hint is date:
        return date.fromisoformat
    return _same


def _same(value: Any) -> Any:
    return value


def _optional(inner: Decoder) -> Decoder:
    return lambda value: None if value is None else inner(value)


def _tuple_decoder(arguments: tuple[Any, ...]) -> Decoder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        inner = _decoder(arguments[0])
        return lambda values: tuple(inner(value) for value in values)
    inners = [_decoder(argument) for argument in arguments]
    return lambda values: tuple(inner(value) for inner, value in zip(inners, values, strict=True))


def _record_decoder(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    inners = [(field.name, _decoder(hints[field.name])) for field in fields(kind)]

    def record(values: dict[str, Any]) -> Any:
        return kind(**{name: inner(values[name]) for name, inner in inners if name in values})

    return record

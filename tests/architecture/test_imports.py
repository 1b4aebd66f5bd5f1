"""The way of the data is the way of the imports: ingest ← index ← service, and nobody imports eval."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {
    "ingest": {"ingest"},
    "index": {"ingest", "index"},
    "service": {"ingest", "index", "service"},
    "eval": {"ingest", "index", "service", "eval"},
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "manager", "misc"}
LONGEST_FILE = 400


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported_packages(module: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.partition(".")[0], node.lineno


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_only_what_stands_before_it(package: str) -> None:
    """Every import between our packages, also inside functions, follows the table above."""
    wrong = [
        f"{module.relative_to(ROOT)}:{line} imports {name}"
        for module in modules(package)
        for name, line in imported_packages(module)
        if name in MAY_IMPORT and name not in MAY_IMPORT[package]
    ]
    assert wrong == []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_file_is_named_after_nothing(package: str) -> None:
    """A file is named after its one idea, never `utils` or `helpers`."""
    assert [str(m.relative_to(ROOT)) for m in modules(package) if m.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_file_is_longer_than_a_person_reads(package: str) -> None:
    """At most 400 lines a file."""
    lengths = {str(m.relative_to(ROOT)): len(m.read_text(encoding="utf-8").splitlines()) for m in modules(package)}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_every_module_says_what_it_is(package: str) -> None:
    """Every module has a docstring that is not empty."""
    silent = [
        str(m.relative_to(ROOT))
        for m in modules(package)
        if not (ast.get_docstring(ast.parse(m.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert silent == []

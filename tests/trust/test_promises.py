"""Every promise of SECURITY.md names tests that exist; what the program is made of can be told."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (PROJECT / "SECURITY.md").read_text("utf-8"))


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _, name in NAMED])
def test_the_test_that_holds_a_promise_exists(path: str, name: str) -> None:
    """By its path and name."""
    tree = ast.parse((PROJECT / path).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    """No row of the table is without one."""
    table = (PROJECT / "SECURITY.md").read_text("utf-8").partition("| promise | test |\n|---|---|\n")[2].partition("\n\n")[0]
    assert len(table.splitlines()) > 15
    assert [row for row in table.splitlines() if "::" not in row] == []


def test_the_bill_of_materials_names_each_package_with_its_version_and_licence(tmp_path: Path) -> None:
    """As CycloneDX; the packages that the product is known to stand on are among them."""
    subprocess.run(
        [sys.executable, PROJECT / "deploy" / "sbom.py", "--json", tmp_path / "sbom.json"], check=True, capture_output=True
    )
    bill = json.loads((tmp_path / "sbom.json").read_text("utf-8"))
    names = {each["name"].lower() for each in bill["components"]}
    assert {"fastapi", "pypdfium2", "numpy", "torch"} <= names
    assert all(each["version"] and each["licenses"][0]["license"]["name"] != "not named" for each in bill["components"])


@pytest.mark.parametrize("name", ["runtime.lock", "test.lock"])
def test_a_lock_pins_the_versions_that_the_constraints_name(name: str) -> None:
    """A version is moved in both places: the locks are what `make` installs, the constraints what other systems do."""
    assert (versions := _versions(PROJECT / "requirements" / name))
    named = _versions(PROJECT / "constraints.txt")
    assert {package: version for package, version in versions.items() if named.get(package, version) != version} == {}


def test_every_dependency_of_the_project_stands_in_the_locks() -> None:
    """PyTorch aside, which has a step of its own."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {"runtime.lock": [*project["dependencies"], *extras["model"], *extras["mcp"]]}
    wanted["test.lock"] = [*wanted["runtime.lock"], *extras["test"], *extras["dev"]]
    for name, dependencies in wanted.items():
        pinned = _versions(PROJECT / "requirements" / name)
        assert [each for each in dependencies if _plain(re.split(r"[\[<>=;]", each)[0]) not in {*pinned, "torch"}] == []


@pytest.mark.parametrize("name", ["runtime.lock", "test.lock"])
def test_every_package_of_a_lock_has_a_hash_and_no_lock_names_a_machine(name: str) -> None:
    """Pinned to one version, with at least one SHA-256; no index, no folder of this machine, and no PyTorch."""
    lock = PROJECT / "requirements" / name
    if not lock.is_file():
        pytest.skip(f"{lock.name} is not made yet")
    text = lock.read_text("utf-8")
    packages = re.findall(r"^([a-z0-9][\w.\-]*)==\S+ \\$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?$)+)", text, re.MULTILINE)
    pinned = re.findall(r"^([a-z0-9][\w.\-]*)==", text, re.MULTILINE)
    assert [package for package, _ in packages] == pinned
    assert len(pinned) > 40
    assert "torch" not in pinned
    assert not re.search(r"^\s*-{1,2}(?:index|extra|find|trusted|e\b)|https?://|file:|@ /", text, re.MULTILINE)


def _versions(path: Path) -> dict[str, str]:
    return {_plain(name): version for name, version in re.findall(r"^([\w.\-]+)==(\S+)", path.read_text("utf-8"), re.MULTILINE)}


def _plain(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()

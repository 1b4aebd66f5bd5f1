"""What Kildesvar is made of: a CycloneDX 1.5 list of the installed runtime packages, and the table of their licences.

    .venv/bin/python deploy/sbom.py --json sbom.json --licences docs/licences.md

Read from the metadata of what is installed, following the requirements of pyproject.toml with the extras `model` and `mcp`.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
ROOT, EXTRAS = "kildesvar", ("model", "mcp")
HEAD = """# Licences

Made by `.venv/bin/python deploy/sbom.py --licences docs/licences.md` from the metadata of the installed runtime packages.

| package | version | licence |
|---|---|---|
"""


def runtime_packages() -> list[Distribution]:
    """Give every package that the runtime needs and has, by name."""
    found: dict[str, Distribution] = {}
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    named = [*project["dependencies"], *(each for extra in EXTRAS for each in project["optional-dependencies"][extra])]
    waiting = [Requirement(each) for each in named]
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if (name, str(sorted(wanted.extras))) in seen:
            continue
        seen.add((name, str(sorted(wanted.extras))))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # for another system
        waiting.extend(_requirements(found[name], sorted(wanted.extras)))
    return [found[name] for name in sorted(found)]


def licence_of(package: Distribution) -> str:
    """Give the licence as the package names it: by expression, by classifier, else the first line of its own words."""
    words = package.metadata.json.get("license_expression")
    if words:
        return str(words)
    classified = [
        each.rpartition(" :: ")[2] for each in package.metadata.get_all("Classifier") or () if each.startswith("License")
    ]
    own = str(package.metadata.json.get("license") or "").strip().splitlines()
    return ", ".join(classified) or (own[0][:80] if own else "not named")


def bill_of_materials(packages: list[Distribution]) -> dict[str, object]:
    """Give the list in CycloneDX 1.5 (https://cyclonedx.org/docs/1.5/json/); without a time, so that two runs agree."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": ROOT,
                "version": tomllib.loads(PROJECT.read_text("utf-8"))["project"]["version"],
            }
        },
        "components": [
            {
                "type": "library",
                "name": package.metadata["Name"],
                "version": package.version,
                "purl": f"pkg:pypi/{canonicalize_name(package.metadata['Name'])}@{package.version.partition('+')[0]}",
                "licenses": [{"license": {"name": licence_of(package)}}],
            }
            for package in packages
        ],
    }


def licence_table(packages: list[Distribution]) -> str:
    """Give the page of licences."""
    rows = (f"| {each.metadata['Name']} | {each.version} | {re.sub(r'[|]', '/', licence_of(each))} |" for each in packages)
    return HEAD + "\n".join(rows) + "\n"


def _requirements(package: Distribution, extras: list[str]) -> Iterator[Requirement]:
    for line in package.requires or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


def main() -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="where the CycloneDX list goes")
    parser.add_argument("--licences", type=Path, help="where the table of licences goes")
    asked = parser.parse_args()
    packages = runtime_packages()
    if asked.json:
        asked.json.write_text(json.dumps(bill_of_materials(packages), indent=2, ensure_ascii=False) + "\n", "utf-8")
    if asked.licences:
        asked.licences.write_text(licence_table(packages), "utf-8")
    print(f"{len(packages)} packages")


if __name__ == "__main__":
    main()

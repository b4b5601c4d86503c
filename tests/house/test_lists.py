"""The lists of packages: pinned by hash, without an address, and what ``pyproject.toml`` asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from otnet_desktop.bootstrap.place import LISTS
from tests.house.source import CHECKOUT


@pytest.mark.parametrize("purpose", LISTS)
def test_every_package_is_pinned_by_hash_and_no_address_is_named(purpose: str) -> None:
    text = Path(LISTS[purpose]).read_text(encoding="utf-8")
    assert "://" not in text
    for entry in _entries(text):
        assert re.match(r"[a-z0-9.-]+==\S+( ; .+?)?( --hash=sha256:[0-9a-f]{64})+$", entry), entry


@pytest.mark.parametrize("purpose", LISTS)
def test_the_list_holds_what_the_project_asks_for(purpose: str) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    if purpose == "tests":
        wanted = [*wanted, *project["dependency-groups"]["dev"]]
    pinned = _pinned(purpose)
    for requirement in map(Requirement, wanted):
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), str(requirement)


def test_tests_run_with_the_very_packages_of_the_program() -> None:
    run, tests = _pinned("run"), _pinned("tests")
    assert run.items() <= tests.items()


def test_the_qt_that_loses_none_is_left_out() -> None:
    assert _pinned("run")["pyside6-essentials"] != "6.12.0"


def _entries(text: str) -> list[str]:
    return [" ".join(entry.split()) for entry in text.replace("\\\n", " ").splitlines() if entry.strip()]


def _pinned(purpose: str) -> dict[str, str]:
    entries = _entries(Path(LISTS[purpose]).read_text(encoding="utf-8"))
    return dict(entry.split()[0].split("==") for entry in entries)

"""Imports flow one way, and what is heavy or touches the world has one place."""

from __future__ import annotations

import ast
import graphlib
import sys

import pytest

from tests.house.source import PACKAGE, Module, imports, modules, names

LAYERS = {
    "domain": set(),
    "exchange": {"domain"},
    "store": {"domain"},
    "services": {"domain", "exchange", "store"},
    "ui": {"domain", "exchange", "services"},
    "app": {"domain", "exchange", "store", "services", "ui", "bootstrap"},
    "bootstrap": set(),
    "__main__": {"app", "bootstrap"},
    "": set(),
}
"""Room -> the other rooms it may import. The package itself (its version) is open to all but the domain."""

HOMES = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "peewee": {"store"},
    "playhouse": {"store"},
    "sqlite3": {"store"},
    "sqlcipher3": {"store"},
    "platformdirs": {"app"},
    "icalendar": {"exchange"},
    "jeepney": {"ui", "app"},
}
"""Library -> the rooms that may know it."""

OUTSIDE_THE_DOMAIN = {
    "asyncio", "io", "locale", "logging", "os", "pathlib", "random", "shutil", "socket", "sqlite3", "subprocess",
    "tempfile", "threading", "time", "urllib",
}  # fmt: skip
"""Parts of the standard library that ask the world something: no rule may depend on them."""

CLOCKS = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
    ("time", "localtime"), ("time", "gmtime"), ("QDate", "currentDate"), ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"), ("QDateTime", "currentDateTimeUtc"), ("QDateTime", "currentSecsSinceEpoch"),
}  # fmt: skip
CLOCK = f"{PACKAGE}.services.clock"


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_each_import_follows_the_layers(module: Module) -> None:
    for node, name in imports(module):
        parts = name.split(".")
        if parts[0] == PACKAGE:
            room = parts[1] if len(parts) > 1 else ""
            version_only = room == "" and module.room != "domain"
            assert version_only or room == module.room or room in LAYERS[module.room], (
                f"{module.at(node)} imports {name}"
            )
        else:
            homes = HOMES.get(parts[0])
            assert homes is None or module.room in homes, f"{module.at(node)} imports {name}"


def test_the_domain_is_standard_library_without_the_world() -> None:
    allowed = (sys.stdlib_module_names - OUTSIDE_THE_DOMAIN) | {PACKAGE}
    strange = [
        f"{module.at(node)} imports {name}"
        for module in modules()
        if module.room == "domain"
        for node, name in imports(module)
        if name.split(".")[0] not in allowed
    ]
    assert not strange


def test_no_module_is_part_of_an_import_cycle() -> None:
    graph = {
        module.name: {name for _, name in imports(module) if name in names() and name != module.name}
        for module in modules()
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


def test_only_the_clock_asks_the_time() -> None:
    askers = [
        f"{module.at(node)} asks {ast.unparse(node)}"
        for module in modules()
        if module.name != CLOCK
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS
    ]
    assert not askers


def _last_name(node: ast.expr) -> str:
    """``datetime`` in ``datetime.now`` and in ``datetime.datetime.now`` alike."""
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def test_one_module_connects_to_data_files_and_names_their_errors() -> None:
    """Elsewhere a protected file would not open, and what SQLCipher raises would be caught by nobody."""
    strange = [
        module.at(node)
        for module in modules()
        if module.name != f"{PACKAGE}.store.engine"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.Call) and ast.unparse(node.func) == "sqlite3.connect")
        or (isinstance(node, ast.ExceptHandler) and node.type is not None and "sqlite3." in ast.unparse(node.type))
    ]
    assert not strange

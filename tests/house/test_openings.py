"""Whatever can be opened is opened and closed again and again, to see what it leaves behind."""

from __future__ import annotations

import ast
from functools import cache

from tests.house.source import CHECKOUT, Module, modules

COMES_AND_GOES = {"QDialog", "QMainWindow", "QMenu", "QMessageBox", "QWizard", "Aside", "Sheet"}
"""Whoever is one of these is shown for a while."""
PAGES = ("Page", "Window", "Popup")
"""And whoever is called so fills a place or a window."""
SHELLS = {"Aside", "MeetingAside", "Sheet", "ShortForm"}
"""What others are made of; never shown by itself."""
WITH_OTHERS = {
    "EveryonePage": "CompassPage: all places",
    "JourneyPage": "CompassPage: all places",
    "PeoplePage": "CompassPage: all places",
    "LockPage": "test_locking_and_unlocking_leaves_nothing_behind",
    "LockWindow": "test_locking_and_unlocking_leaves_nothing_behind",
    "MainWindow": "test_a_window_that_is_closed_leaves_nothing_behind",
}
"""Where those are shown that have no opening of their own."""
CAMPAIGNS = CHECKOUT / "tests" / "campaigns"


def test_whatever_can_be_opened_is_in_the_campaign_of_leaks() -> None:
    shown = {name: place for name, place in classes().items() if is_shown(name)}
    assert len(shown) > 40, "they are found by other names now"
    known = opened().union(WITH_OTHERS, SHELLS)
    missing = {name: place for name, place in shown.items() if name not in known}
    assert not missing, "put it into tests/campaigns/openings.py"


def test_nothing_is_excused_that_is_not_there() -> None:
    assert {*WITH_OTHERS, *SHELLS} <= classes().keys()
    assert {name for name in opened() if not name.startswith("Q")} <= classes().keys()
    tests = {"CompassPage: all places": "openings.py"}
    for where in WITH_OTHERS.values():
        assert where in (CAMPAIGNS / tests.get(where, "test_leaks.py")).read_text(encoding="utf-8")


@cache
def classes() -> dict[str, str]:
    """Every class of the window, with its place."""
    return {node.name: module.at(node) for module, node in _nodes()}


def is_shown(name: str) -> bool:
    """Whether it comes and goes by itself; what is private is a part of something."""
    above = _above(name)
    is_page = name.endswith(PAGES) and "QWidget" in above
    return not name.startswith("_") and (is_page or bool(COMES_AND_GOES & above) or name in _windows())


@cache
def opened() -> frozenset[str]:
    """What the campaign opens, as it is written there: importing it takes a second."""
    tree = ast.parse((CAMPAIGNS / "openings.py").read_text(encoding="utf-8"))
    keys = [key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys]
    texts = [key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)]
    return frozenset(text.partition(":")[0] for text in texts)


@cache
def _nodes() -> list[tuple[Module, ast.ClassDef]]:
    rooms = [module for module in modules() if module.room in {"ui", "app"}]
    return [(module, node) for module in rooms for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]


@cache
def _bases() -> dict[str, list[str]]:
    return {node.name: [ast.unparse(base) for base in node.bases] for _, node in _nodes()}


@cache
def _above(name: str) -> frozenset[str]:
    """All it is made of; of Qt's own only the nearest, and that all of these are widgets."""
    nearest = frozenset(_bases().get(name, []))
    widget = {"QWidget"} if any(base.startswith("Q") and base != "QObject" for base in nearest) else set()
    return nearest.union(widget, *map(_above, nearest))


@cache
def _windows() -> frozenset[str]:
    """Whoever makes itself a window or a popup."""
    return frozenset(
        node.name
        for _, node in _nodes()
        if any(
            isinstance(part, ast.Call)
            and ast.unparse(part.func) in {"super().__init__", "self.setWindowFlags", "self.setWindowFlag"}
            and "Qt.WindowType." in ast.unparse(part)
            for part in ast.walk(node)
        )
    )

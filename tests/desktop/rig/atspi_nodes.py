"""Things on screen as AT-SPI tells them to a screen reader. Runs in the system's Python, which has ``gi``."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

warnings.simplefilter("ignore", DeprecationWarning)

Node = Any
ROWS = {"list item", "table cell", "tree item", "table row"}
PAINTED = {"filler", "panel", "unknown", "canvas", "drawing area"}
"""Roles that say nothing about what is inside."""
FEW = 200
"""Children looked at where a list may have a hundred thousand; each question is a round trip."""


def states_of(node: Node) -> set[str]:
    """Such as "showing", "focused", "checked"."""
    return {state.value_nick for state in node.get_state_set().get_states()}


def actions_of(node: Node) -> list[str]:
    """Names of what can be done with it."""
    try:
        return [node.get_action_name(index) for index in range(node.get_n_actions())]
    except GLib.Error:
        return []


def box_of(node: Node) -> list[int] | None:
    """Its place on the screen: x, y, width, height."""
    try:
        box = node.get_extents(Atspi.CoordType.SCREEN)
    except GLib.Error:
        return None
    return [box.x, box.y, box.width, box.height]


def labels_of(node: Node) -> list[str]:
    """Names of what labels it."""
    found: list[str] = []
    try:
        for relation in node.get_relation_set():
            if relation.get_relation_type().value_nick == "labelled-by":
                found += [relation.get_target(index).get_name() for index in range(relation.get_n_targets())]
    except GLib.Error:
        pass
    return [name for name in found if name]


def children(node: Node, most: int | None = None) -> Iterator[Node]:
    """Those that are still there when asked for."""
    count = node.get_child_count()
    for index in range(count if most is None else min(count, most)):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def describe(node: Node, depth: int, rows: int) -> dict[str, Any]:
    """One thing and, ``depth`` deep, what is in it (of long lists, ``rows`` of them)."""
    try:
        told: dict[str, Any] = {
            "role": node.get_role_name(),
            "name": node.get_name() or "",
            "description": node.get_description() or "",
            "states": sorted(states_of(node)),
            "actions": actions_of(node),
            "box": box_of(node),
            "labels": labels_of(node),
        }
        interfaces = node.get_interfaces()
        if "Text" in interfaces:
            told["text"] = Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))
        if "Value" in interfaces:
            told["value"] = node.get_current_value()
        if depth > 0:
            told["children"] = [describe(child, depth - 1, rows) for child in children(node, rows)]
            told["more"] = max(0, node.get_child_count() - rows)
    except GLib.Error as err:  # it went away while we looked
        return {"role": "gone", "name": str(err), "description": "", "states": [], "actions": []}
    return told


def applications(part: str | None) -> list[Node]:
    """Programs with a window whose name contains ``part``. GTK, loaded by Qt's theme, adds one without any."""
    found = []
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for app in children(desktop):
        try:
            # The library refreshes its cache in a main loop, which does not run here.
            app.clear_cache()
            if app.get_child_count() and (not part or part.lower() in (app.get_name() or "").lower()):
                found.append(app)
        except GLib.Error:
            continue
    return found


def retry(seconds: float, probe: Callable[[], Any]) -> Any:  # noqa: ANN401
    """The first true answer of ``probe``, or its last."""
    end = time.monotonic() + seconds
    while True:
        answer = probe()
        if answer or time.monotonic() > end:
            return answer
        time.sleep(0.15)


def find(root: Node, role: str, label: str) -> Node | None:
    """The best match: shown before hidden, exact before partial, short before long, first before later."""
    ranked: list[tuple[bool, bool, int, int, Node]] = []

    def visit(node: Node) -> None:
        try:
            name = node.get_name() or ""
            if role in ("*", node.get_role_name()) and label.lower() in name.lower():
                ranked.append(("showing" not in states_of(node), name != label, len(name), len(ranked), node))
            for child in children(node):
                visit(child)
        except GLib.Error:
            return

    visit(root)
    return min(ranked, key=lambda match: match[:4])[4] if ranked else None


def focused_in(node: Node, *, parent_has_focus: bool = False) -> Node | None:
    """The deepest thing with the focus.

    Qt says "focused" of the current row of every list, also of lists without the keyboard, so a row counts only where
    its list has the focus too.
    """
    many = node.get_child_count() > FEW
    try:
        for child in children(node):
            states = states_of(child)
            if "showing" not in states or (many and "focused" not in states):
                continue
            mine = "focused" in states and (parent_has_focus or child.get_role_name() not in ROWS)
            deeper = focused_in(child, parent_has_focus=mine)
            if deeper is not None and not (mine and deeper.get_role_name() in PAINTED):
                return deeper
            if mine:
                return child
    except GLib.Error:
        pass
    return None


def faults_of(app: Node) -> list[str]:
    """What is on screen without a name, or painted by hand with nothing inside to read."""
    faults: list[str] = []

    def visit(node: Node, path: str) -> None:
        try:
            role, name, states = node.get_role_name(), node.get_name() or "", states_of(node)
            if "showing" not in states and role != "application":
                return
            here = f"{path} > {role} {name!r}"
            if role in MUST_BE_NAMED and not name and not labels_of(node):
                hint = f" (only a description: {node.get_description()!r})" if node.get_description() else ""
                faults.append(f"no name: {here}{hint}")
            if role in PAINTED and "focusable" in states and not node.get_child_count():
                faults.append(f"painted by hand, nothing inside to read: {here}")
            for child in children(node, FEW):
                visit(child, here if len(here) < 120 else "...")
        except GLib.Error:
            return

    visit(app, "")
    return faults


MUST_BE_NAMED = {
    "check box", "combo box", "date editor", "dialog", "entry", "frame", "link", "list", "list item", "menu item",
    "page tab", "page tab list", "password text", "push button", "radio button", "slider", "spin button", "table",
    "table cell", "text", "toggle button", "tool bar", "tree", "tree table",
}  # fmt: skip
"""Roles that a person acts on or reads as a group."""

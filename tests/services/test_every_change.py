"""Every use case that writes is one step, taken back and done again exactly, after a restart too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from otnet_desktop import services
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from tests.services.clocks import BOSTON, SettableClock
from tests.services.use_cases import USE_CASES, World, a_world

SERVICES = Path(services.__file__).parent
ROADS = {"step", "together", "settled"}
"""By these a service writes."""

RESTARTS = 4
"""The program is started again in the middle of every so manieth."""

DELEGATE = {"offers.accept", "several.remove"}
"""These leave the writing to other services, in one step all the same."""


def calls_of(node: ast.AST) -> Iterator[list[str]]:
    """What is called in a function, each as the names on the way there: ``["self", "_steps", "step"]``."""
    for call in (found.func for found in ast.walk(node) if isinstance(found, ast.Call)):
        names: list[str] = []
        part: ast.expr = call
        while isinstance(part, ast.Attribute):
            names.append(part.attr)
            part = part.value
        yield [getattr(part, "id", ""), *reversed(names)]


def writers(workspace: Workspace) -> set[str]:
    """Every public method of the workspace's services that makes a step, itself or by its own private ones."""
    known = {type(getattr(workspace, name)).__name__: name for name in dir(workspace) if name[0] != "_"}
    methods = {
        (kind.name, method.name): list(calls_of(method))
        for path in SERVICES.glob("*.py")
        for kind in ast.parse(path.read_text("utf-8")).body
        if isinstance(kind, ast.ClassDef) and kind.name in known
        for method in kind.body
        if isinstance(method, ast.FunctionDef)
    }
    found: set[tuple[str, str]] = set()
    while True:
        more = {
            key
            for key, called in methods.items()
            if any(names[-1] in ROADS or (len(names) == 2 and (key[0], names[1]) in found) for names in called)
        }
        if more <= found:
            return {f"{known[kind]}.{method}" for kind, method in found if method[0] != "_"} - {"steps.step"}
        found |= more


def test_every_use_case_that_writes_is_tried(workspace: Workspace) -> None:
    assert writers(workspace) - {"steps.together"} == set(USE_CASES) - DELEGATE


def opened(folder: Path, clock: SettableClock) -> Workspace:
    return open_workspace(folder / "data", clock, lambda: BOSTON)


def hash_of(world: World) -> str:
    return content_hash(world.workspace.store.database)


def steps(world: World) -> int:
    """How many can be taken back."""
    done = "SELECT count(*) FROM journal_group WHERE undoes IS NULL AND undone_by IS NULL"
    return int(world.workspace.store.database.sql(done).fetchone()[0])


def test_each_is_one_step_that_is_taken_back_and_done_again_exactly(tmp_path: Path, clock: SettableClock) -> None:
    world = a_world(opened(tmp_path, clock), tmp_path)
    clock.advance(minutes=1)
    before, known = hash_of(world), steps(world)
    told: dict[str, str] = {}
    for number, (name, use_case) in enumerate(USE_CASES.items()):
        use_case(world.workspace, world)
        after = hash_of(world)
        assert after != before, f"{name} changes nothing here"
        assert steps(world) == known + 1, f"{name} is no single step"
        if number % RESTARTS == 0:
            world.workspace.close()
            world.workspace = opened(tmp_path, clock)
        told[name] = world.workspace.history.undo()
        assert hash_of(world) == before, name
        assert world.workspace.history.redo() == told[name]
        assert hash_of(world) == after, name
        world.workspace.history.undo()
        assert hash_of(world) == before, name
        assert all(told.values())
    assert world.workspace.care.check() == []
    world.workspace.close()


def test_what_is_taken_back_leaves_nothing_due_behind(workspace: Workspace, tmp_path: Path) -> None:
    """Reminders follow from what is there, not from the way there."""
    world = a_world(workspace, tmp_path)
    before = [reminder.key for reminder in workspace.reminders.due()]
    for name in ("people.remove", "meetings.cancel", "outreach.log_reply", "several.set_status", "merging.merge"):
        USE_CASES[name](workspace, world)
        workspace.history.undo()
        assert [reminder.key for reminder in workspace.reminders.due()] == before, name

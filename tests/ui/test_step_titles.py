"""Every step the services make has a name a reader understands."""

from __future__ import annotations

import ast
import re

from otnet_desktop.ui.step_titles import said_step, step_titles
from tests.house.source import modules

ROADS = {"step", "_step", "together", "act", "settled", "_change", "_save", "transaction"}
"""By these a use case makes a step; a title is handed on by the private ones."""

TITLE = re.compile(r"[A-Z][a-z]+( |$)")


def titles() -> set[str]:
    """What the services call their steps: said in the call, or in a table or a variable called so."""
    found: set[str] = set()
    for module in modules():
        if module.room != "services":
            continue
        for node in ast.walk(module.tree):
            told: list[ast.AST] = []
            if isinstance(node, ast.Call) and called(node) in ROADS:
                told = list(node.args)
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = [target.id for target in targets if isinstance(target, ast.Name)]
                told = [node.value] if any("title" in name.lower() for name in names) else []
            texts = [leaf.value for part in told for leaf in ast.walk(part) if isinstance(leaf, ast.Constant)]
            found |= {text for text in texts if isinstance(text, str) and TITLE.match(text)}
    return found


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_every_step_has_words_and_no_words_are_for_nothing() -> None:
    assert titles() == set(step_titles())


def test_a_step_of_a_newer_version_is_told_as_it_is_written() -> None:
    assert said_step("Dance") == "Dance"
    assert said_step("Later") == "Put a reminder off"

"""The project's own source, parsed once: modules, what they import, and where."""

from __future__ import annotations

import ast
import fnmatch
import functools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = "otnet_desktop"


@dataclass(frozen=True)
class Module:
    """One file of the package. ``room`` is its layer: ``domain``, ``store`` ... or the file's own name at the top."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The layer."""
        parts = self.name.split(".")
        return parts[1] if len(parts) > 1 else ""

    @property
    def length(self) -> int:
        """Lines of the file."""
        return len(self.text.splitlines())

    def at(self, node: ast.AST) -> str:
        """Where a finding is, for the reader of a failed test."""
        return f"{self.path.relative_to(CHECKOUT)}:{getattr(node, 'lineno', 1)}"


@functools.cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    found = []
    for path in sorted((CHECKOUT / PACKAGE).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = ".".join(path.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(".__init__")
        found.append(Module(name, path, text, ast.parse(text)))
    return tuple(found)


@functools.cache
def names() -> frozenset[str]:
    """The dotted names of all modules."""
    return frozenset(module.name for module in modules())


@functools.cache
def files() -> tuple[Path, ...]:
    """Every file of the project, relative to the checkout: all but what ``.gitignore`` names. Needs no git."""
    lines = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = [".git", *(line.rstrip("/") for line in lines)]
    found: list[Path] = []
    for folder, folders, names_here in os.walk(CHECKOUT):
        here = Path(folder).relative_to(CHECKOUT)
        folders[:] = [name for name in folders if not _matches(name, ignored)]
        found += [here / name for name in names_here if not _matches(name, ignored)]
    return tuple(sorted(found))


def _matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(name, pattern) for pattern in patterns)


def imports(module: Module) -> Iterator[tuple[ast.stmt, str]]:
    """Each import with the dotted name it asks for, local ones and those for type checkers included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield node, submodule if submodule in names() else node.module


def calls(module: Module, method: str) -> Iterator[ast.Call]:
    """Each call of something that is named ``method``, as a function or on an object."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and method in (getattr(node.func, "attr", ""), getattr(node.func, "id", "")):
            yield node

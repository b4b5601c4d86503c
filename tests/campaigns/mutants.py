"""Small faults that a careless hand could make in a rule: each mutant is a source text with one of them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
"""Boundaries are moved by one, equalities turned round."""


@dataclass(frozen=True)
class Mutant:
    """A source with one fault, the line it is in, and what was done there."""

    line: int
    fault: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    nodes = list(_nodes(tree, ()))
    found = [mutant for node, path in nodes for mutant in (*_faults(tree, node, path), *_doubts(tree, node, path))]
    yield from sorted(found, key=lambda mutant: mutant.line)


Path = tuple[tuple[str, int | None], ...]
"""How to come from the module to a node: fields and positions in lists."""


def _nodes(node: ast.AST, path: Path) -> Iterator[tuple[ast.AST, Path]]:
    yield node, path
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        if isinstance(value, ast.AST):
            yield from _nodes(value, (*path, (name, None)))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield from _nodes(item, (*path, (name, index)))


def _faults(tree: ast.Module, node: ast.AST, path: Path) -> Iterator[Mutant]:
    match node:
        case ast.Compare():
            for index, op in enumerate(node.ops):
                ops = [FLIPPED[type(o)]() if i == index else o for i, o in enumerate(node.ops)]
                yield _with(tree, path, ast.Compare(node.left, ops, node.comparators), node)
                del op
        case ast.BoolOp():
            other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield _with(tree, path, ast.BoolOp(other, node.values), node)
        case ast.UnaryOp(op=ast.Not()):
            yield _with(tree, path, node.operand, node)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            sign = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            yield _with(tree, path, ast.BinOp(node.left, sign, node.right), node)
        case ast.Constant(value=bool(value)):
            yield _with(tree, path, ast.Constant(not value), node)
        case ast.Constant(value=int(number)):
            yield _with(tree, path, ast.Constant(number + 1), node)
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Assign(targets=[ast.Attribute() | ast.Tuple()]):
            yield _with(tree, path, ast.Pass(), node)


def _doubts(tree: ast.Module, node: ast.AST, path: Path) -> Iterator[Mutant]:
    """Conditions that are no comparison, turned round as well."""
    match node:
        case ast.If(test=asked) | ast.IfExp(test=asked):
            conditions = [(asked, (*path, ("test", None)))]
        case ast.comprehension(ifs=several):
            conditions = [(asked, (*path, ("ifs", index))) for index, asked in enumerate(several)]
        case _:
            return
    for asked, place in conditions:
        if isinstance(asked, ast.Name | ast.Attribute | ast.Call):
            yield _with(tree, place, ast.UnaryOp(ast.Not(), asked), asked)


def _with(tree: ast.Module, path: Path, replacement: ast.AST, node: Any) -> Mutant:  # noqa: ANN401  (has a place)
    changed: Any = copy.deepcopy(tree)
    parent = changed
    for name, index in path[:-1]:
        parent = getattr(parent, name) if index is None else getattr(parent, name)[index]
    name, index = path[-1]
    if index is None:
        setattr(parent, name, replacement)
    else:
        getattr(parent, name)[index] = replacement
    ast.fix_missing_locations(changed)
    fault = f"{ast.unparse(node)}  ->  {ast.unparse(replacement)}"
    return Mutant(node.lineno, " ".join(fault.split()), ast.unparse(changed))

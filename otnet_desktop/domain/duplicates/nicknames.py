"""What people are called instead of their first names: "Bob" is a Robert, "Peggy" a Margaret.

A short name may stand for several ("Chris", "Alex"), so two names are alike when they may stand for the same one.
"""

from __future__ import annotations

from otnet_desktop.domain.duplicates.nickname_table import NAMES

NOBODY: frozenset[str] = frozenset()


def _read(lines: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines.splitlines():
        formal, _, short = line.partition(":")
        for name in (formal, *short.split()):
            found.setdefault(name.strip(), set()).add(formal.strip())
    return {name: frozenset(formals) for name, formals in found.items() if name}


_FORMAL = _read(NAMES)


def formal(name: str) -> frozenset[str]:
    """The full names that a folded first name may stand for, itself among them if it is one; none if unknown."""
    return _FORMAL.get(name, NOBODY)


def may_be(one: str, other: str) -> bool:
    """Whether two folded first names may belong to the same person."""
    return one == other or bool(formal(one) & formal(other))

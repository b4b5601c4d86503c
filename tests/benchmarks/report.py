"""What a benchmark tells: one line for each thing measured, with its goal where it has one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = ("What", "Goal", "Measured", "Met")


@dataclass(frozen=True, slots=True)
class Line:
    """Something measured. Without a goal it is only worth knowing."""

    what: str
    measured: str
    goal: str = ""
    is_met: bool | None = None

    @property
    def verdict(self) -> str:
        """One word."""
        return "" if self.is_met is None else "yes" if self.is_met else "no"

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """As in ``HEAD``."""
        return self.what, self.goal, self.measured, self.verdict


def at_most(what: str, value: float, limit: float, unit: str, note: str = "") -> Line:
    """A line whose goal is an upper limit; ``unit`` stands behind both numbers, ``note`` behind what was measured."""
    return Line(what, f"{number(value)}{unit}{note}", f"≤ {limit:g}{unit}", value <= limit)


def at_least(what: str, value: float, limit: float, unit: str, note: str = "") -> Line:
    """A line whose goal is a lower limit."""
    return Line(what, f"{number(value)}{unit}{note}", f"≥ {limit:g}{unit}", value >= limit)


def number(value: float) -> str:
    """Three digits that count."""
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.{2 - math.floor(math.log10(abs(value)))}f}" if abs(value) < 10 else f"{value:.1f}"


def share(values: Sequence[float], part: float) -> float:
    """The value that so large a part of ``values`` does not exceed: 0.5 is the median, 0.95 called p95."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * part) - 1)]


def table(lines: Iterable[Line]) -> str:
    """As Markdown, with columns that can be read as they are."""
    rows = [HEAD, *(line.cells for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    told = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    told.insert(1, ["-" * width for width in widths])
    return "".join(f"| {' | '.join(row)} |\n" for row in told)

"""Task lists in Markdown notes: "- [ ] to do" and "- [x] done", one of them turned at a time.

Public: ``tasks_in(markdown)`` and ``turned(markdown, number)``. What stands between code fences is no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TASK = re.compile(r"[>\s]*(?:[-*+]|\d{1,9}[.)])\s{1,4}\[(?P<mark>[ xX])\]\s+\S")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Task:
    """Where the mark of a task stands, in characters from the start of the notes, and whether it is set."""

    position: int
    done: bool


def tasks_in(markdown: str) -> tuple[Task, ...]:
    """All tasks in the order they stand."""
    return tuple(_tasks(markdown))


def _tasks(markdown: str) -> Iterator[Task]:
    position, fence = 0, ""
    for line in markdown.split("\n"):
        if found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence):
                fence = ""
        elif not fence and (task := _TASK.match(line)):
            yield Task(position + task.start("mark"), task["mark"] != " ")
        position += len(line) + 1


def turned(markdown: str, number: int) -> str:
    """The same notes with one task (0 is the first) ticked, or the tick taken away."""
    task = tasks_in(markdown)[number]
    mark = " " if task.done else "x"
    return f"{markdown[: task.position]}{mark}{markdown[task.position + 1 :]}"

"""What a command says: for a machine, for a reader, and as an exit status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """``data`` is printed with ``--json``, ``lines`` otherwise; complaints go to standard error."""

    data: Any
    lines: tuple[str, ...] = ()
    complaints: tuple[str, ...] = ()
    status: int = 0

"""What a screen reader hears of a painted row.

A screen reader is given a row's ``DisplayRole`` and nothing of what the delegate paints beside it. So every model whose
rows are painted (people, timeline, tray) answers three more roles:

* ``OBJECT_ROLE``: the frozen row itself (``PersonRow``, ``StoryRow``), for the delegate;
* ``Qt.ItemDataRole.AccessibleTextRole``: the whole row as one sentence, what matters first;
* ``Qt.ItemDataRole.AccessibleDescriptionRole``: what comes after a pause (why the row matched, a quotation).

The view itself gets a name by ``setAccessibleName``; item widgets are never used, they are silent.

Public: ``OBJECT_ROLE``, ``sentence(*parts)``, ``row_data(role, display, spoken, description, row)``.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

OBJECT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a model hands its row to the delegate."""


def sentence(*parts: str) -> str:
    """The parts that say something, joined so that a screen reader pauses between them."""
    return ", ".join(part for part in parts if part)


def row_data(role: int, display: str, spoken: str, description: str, row: object) -> object:
    """The answer of a model's ``data`` for a painted row; ``None`` for every other role."""
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return display
        case Qt.ItemDataRole.AccessibleTextRole:
            return spoken
        case Qt.ItemDataRole.AccessibleDescriptionRole:
            return description
        case _ if role == OBJECT_ROLE:
            return row
    return None

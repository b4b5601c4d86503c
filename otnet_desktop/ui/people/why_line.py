"""Why one writes to somebody, where one acts: on forms and sheets, in one quiet line.

Public: ``WhyLine(workspace)`` with ``show_people(people)``; with several people each is told by name.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.people.purpose_history import said_why
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.plain_label import PlainLabel


class WhyLine(PlainLabel):
    """Hidden where nothing was said."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(size=TextSize.CAPTION, tone="accent", parent=parent)
        self._workspace = workspace
        self.hide()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Say why, for each of these with an open purpose."""
        kinds = self._workspace.material.vocabulary.purposes
        whys = {person: said_why(self._workspace.research.of(person).purpose, kinds) for person in people}
        told = [self._line(person, why, alone=len(people) == 1) for person, why in whys.items() if why]
        self.setText("\n".join(told))
        self.setVisible(bool(told))

    def _line(self, person: PersonId, why: str, *, alone: bool) -> str:
        if alone:
            return self.tr("Why: {why}").format(why=why)
        name = self._workspace.people.get(person).profile.short_name
        return self.tr("Why {name}: {why}").format(name=name, why=why)

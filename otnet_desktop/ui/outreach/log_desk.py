"""Answers whoever wants to log something or to note a promise.

Public: ``LogDesk(workspace, intents, near)``: forms open in front of the window ``near`` is in.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.outreach.promise_form import PromiseForm


class LogDesk(QObject):
    """Opens the forms."""

    def __init__(self, workspace: Workspace, intents: Intents, near: QWidget) -> None:
        super().__init__(near)
        self._workspace = workspace
        self._intents = intents
        self._near = near
        intents.log_wanted.connect(self._log)
        intents.answer_wanted.connect(self._log_answer)
        intents.promise_wanted.connect(self._promise)

    def _log(self, person: int) -> None:
        LogForm(self._workspace, self._intents, PersonId(person), self._near.window()).open()

    def _log_answer(self, person: int, kind: str) -> None:
        form = LogForm(self._workspace, self._intents, PersonId(person), self._near.window())
        form.ask_day(InKind(kind))
        form.open()

    def _promise(self, person: int) -> None:
        PromiseForm(self._workspace, self._intents, PersonId(person), self._near.window()).open()

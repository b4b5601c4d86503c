"""What is answered about the school's gatekeeper, kept and told with Undo.

Public: ``GateAnswers(workspace, intents)`` with ``cleared``, ``asks_first`` and ``only_information``, each about a
person and the purpose as it stands now.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from otnet_desktop.domain.facts import Gate
from otnet_desktop.domain.letter_choice import GATEKEEPER
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import Purpose
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents

translate = QCoreApplication.translate


class GateAnswers:
    """The same wherever the question is asked."""

    def __init__(self, workspace: Workspace, intents: Intents) -> None:
        self._research = workspace.research
        self._intents = intents

    def cleared(self, person: PersonId, purpose: Purpose, day: date) -> None:
        """The coordinator agreed on that day."""
        told = translate("Gate", "Noted: your coordinator has cleared it")
        self._keep(lambda: self._research.answer_gate(person, purpose, Gate.CLEARED, day), told)

    def asks_first(self, person: PersonId, purpose: Purpose) -> None:
        """Not yet: the coordinator is written to first."""
        told = translate("Gate", "Noted: you ask your coordinator first")
        if self._keep(lambda: self._research.answer_gate(person, purpose, Gate.ASKED), told):
            self._intents.compose_wanted.emit(person, "", GATEKEEPER)

    def only_information(self, person: PersonId, purpose: Purpose) -> None:
        """No placement is asked for."""
        told = translate("Gate", "Noted: you ask for information only")
        self._keep(lambda: self._research.only_for_information(person, purpose), told)

    def _keep(self, answer: Callable[[], None], told: str) -> bool:
        kept = succeeded(self._intents, answer)
        if kept:
            self._intents.undoable.emit(told)
        return kept

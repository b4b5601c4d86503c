"""What they answered, one click from the person; also that there is nothing more to wait for.

Public: ``AnswerMenu()`` with the signals ``answered`` (kind of answer, days until the day they named, 0 for none),
``day_wanted`` (kind: they named another day), ``let_go`` and ``more_wanted`` (say it in a form: in
words, at another time).
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from otnet_desktop.domain.facts import InKind
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.words import plural

MONTH = 30
LATER = (MONTH, 3 * MONTH, 6 * MONTH)
"""Days until one asks again."""

AWAY = (7, 14, 28)
"""Days until they are back."""


class AnswerMenu(QMenu):
    """The welcome answers, the other ones, and the end of waiting."""

    answered = Signal(str, int)
    day_wanted = Signal(str)
    let_go = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("They answered"), parent)
        self._offer(self, self.tr("Yes, gladly"), InKind.YES, icon="check-circle")
        self._offer(self, self.tr("They proposed times"), InKind.SLOTS, icon="calendar")
        self._offer(self, self.tr("Another time, please"), InKind.ANOTHER_TIME, icon="clock")
        self._offer(self, self.tr("They asked something"), InKind.QUESTION, icon="question")
        self._offer(self, self.tr("They answered in writing"), InKind.ANSWER, icon="mail")
        self.addSeparator()
        self._offer(self, self.tr("No, thank you"), InKind.NO, icon="chat")
        later = self._submenu(self.tr("Not now, later"), "snooze")
        for days in LATER:
            one, many = self.tr("Ask again in {n} month"), self.tr("Ask again in {n} months")
            self._offer(later, plural(days // MONTH, one, many), InKind.LATER, days)
        self._ask_day(later, InKind.LATER)
        self._offer(later, self.tr("They named no day"), InKind.LATER)
        away = self._submenu(self.tr("Out of office"), "clock")
        for days in AWAY:
            one, many = self.tr("Back in {n} week"), self.tr("Back in {n} weeks")
            self._offer(away, plural(days // 7, one, many), InKind.OUT_OF_OFFICE, days)
        self._ask_day(away, InKind.OUT_OF_OFFICE)
        self._offer(away, self.tr("It says no day"), InKind.OUT_OF_OFFICE)
        self._offer(self, self.tr("The mail came back"), InKind.BOUNCE, icon="warning")
        self._offer(self, self.tr("Please do not contact me"), InKind.DO_NOT_CONTACT, icon="hide")
        self.addSeparator()
        let_go = self.addAction(self.tr("I let it rest"))
        dress(let_go, "resting")
        let_go.triggered.connect(self.let_go)
        more = self.addAction(self.tr("In other words…"))
        dress(more, "log")
        more.triggered.connect(self.more_wanted)

    def _submenu(self, title: str, icon: str) -> QMenu:
        menu = QMenu(title, self)
        dress(self.addMenu(menu), icon)
        return menu

    def _ask_day(self, menu: QMenu, kind: InKind) -> None:
        action = menu.addAction(self.tr("Another day…"))
        action.setData(kind.value)
        action.triggered.connect(self._choose_day)

    def _choose_day(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.day_wanted.emit(action.data())

    def _offer(self, menu: QMenu, text: str, kind: InKind, days: int = 0, *, icon: str = "") -> None:
        action = menu.addAction(text)
        action.setData((kind.value, days))
        if icon:
            dress(action, icon)
        action.triggered.connect(self._choose)

    def _choose(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        kind, days = action.data()
        self.answered.emit(kind, days)

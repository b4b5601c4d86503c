"""One thing that is due: what, when and why, and what one can do about it.

Public: ``DueCard(foremost)`` with ``show_thing(thing)``, ``roomiest()``/``tightest()`` (widths), ``enter(last)`` and
signals that carry the reminder's key. A card is one stop of the Tab key; arrows walk its buttons and to the next card.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from otnet_desktop.domain.facts import MeetingOutcome
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.ui.followups.due_words import DueThing, later_choices, ways_to_thank
from otnet_desktop.ui.meetings.meeting_deeds import outcomes
from otnet_desktop.ui.theme.literal import literal_tip
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import CARD_RADIUS, STEP, TextSize
from otnet_desktop.ui.theme.painting import paint_panel
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.accessible_rows import sentence
from otnet_desktop.ui.widgets.buttons import icon_button, plain_button, primary_button, with_menu
from otnet_desktop.ui.widgets.elided_label import ElidedLabel
from otnet_desktop.ui.widgets.walking import Walk, step_of

NARROW, WIDE = 118, 260
"""As drawn: the least room for the words of a card, and the most its title claims before another card does."""

OTHERWISE = "otherwise"
"""Something else became of a meeting: to be said in its own view."""

AWAY = (MeetingOutcome.NO_SHOW_THEM, MeetingOutcome.NO_SHOW_ME)


class DueCard(QWidget):
    """``foremost``: the next thing to do, with its buttons in words; on the others Done and Later are icons."""

    acted = Signal(str)
    done = Signal(str, str)
    """The key, and how thanks were given ("" for anything but thanks)."""
    turned_out = Signal(str, str)
    """The key, and what became of the meeting (an outcome, or ``OTHERWISE``)."""
    put_off = Signal(str, str)
    """The key, and the choice of the Later menu."""
    walked_off = Signal(int)
    """An arrow goes beyond the first (-1) or the last button (1)."""

    def __init__(self, foremost: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foremost = foremost
        self._thing: DueThing | None = None
        self._walk = Walk()
        self._title = ElidedLabel(bold=True)
        self._caption = ElidedLabel(size=TextSize.CAPTION, role=Role.SOFT)
        self._act = primary_button("") if foremost else plain_button("")
        self._act.clicked.connect(self._do)
        self._done = _made(self.tr("Done"), "check", foremost)
        self._done.clicked.connect(self._say_done)
        self._how = _menu(self, self._say_how)
        self._went = with_menu(plain_button(self.tr("Not quite")), _menu(self, self._say_outcome))
        self._later = _made(self.tr("Later"), "snooze", foremost)
        self._later_menu = _menu(self, self._say_later)
        _open(self._later, self._later_menu)
        self._assemble()

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        row.addSpacing(STEP)
        for button in self._buttons():
            button.installEventFilter(self)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_thing(self, thing: DueThing) -> None:
        """Show another thing, or the same in other words."""
        if thing == self._thing:
            return
        self._thing = thing
        self.setAccessibleName(thing.spoken)
        self._title.set_text(thing.title)
        self._caption.set_text(thing.caption)
        self.setToolTip(literal_tip(thing.tip))
        asks_outcome = thing.kind is Kind.MEETING_OUTCOME
        self._act.setText(thing.button)
        self._act.setAccessibleName(sentence(thing.button_name, thing.title))
        self._act.setAccessibleDescription(sentence(thing.when, thing.why))
        self._done.setVisible(not asks_outcome)
        self._went.setVisible(asks_outcome)
        _open(self._done, self._how if thing.kind is Kind.THANK_YOU else None)
        for button, name in (
            (self._done, self.tr("Done")),
            (self._later, self.tr("Later")),
            (self._went, self.tr("It went otherwise")),
        ):
            button.setAccessibleName(sentence(name, thing.title))
        self._fill_menus(thing)
        self._walk.show_buttons(self._shown_buttons())

    @property
    def key(self) -> str:
        """The reminder shown."""
        return self._thing.key if self._thing else ""

    def tightest(self) -> int:
        """The least width that leaves buttons readable, and of the words what to do and with whom."""
        metrics = look().metrics
        words = max(metrics.shape(NARROW), min(self._title.sizeHint().width(), metrics.shape(WIDE)))
        return self._width_beside(words)

    def roomiest(self) -> int:
        """The width beyond which it only grows emptier."""
        return self._width_beside(max(self._title.sizeHint().width(), self._caption.sizeHint().width()))

    def enter(self, last: bool = False, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Take the focus, on the first button or on the last."""
        button = self._shown_buttons()[-1 if last else 0]
        self._walk.stop_at(button)
        button.setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk from button to button."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QAbstractButton)
        ):
            by = step_of(event, self.layoutDirection())
            if by in (-1, 1) and Qt.Key(event.key()) in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                if self._walk.step(watched, by) is watched:
                    self.walked_off.emit(by)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground; the next thing to do has a warm edge."""
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), Role.PANEL, Role.DUE if self._foremost else Role.HAIRLINE, CARD_RADIUS)

    def _buttons(self) -> Sequence[QAbstractButton]:
        return self._act, self._done, self._went, self._later

    def _shown_buttons(self) -> list[QAbstractButton]:
        return [button for button in self._buttons() if not button.isHidden()]

    def _width_beside(self, words: int) -> int:
        buttons = self._shown_buttons()
        return words + 8 * STEP + sum(button.sizeHint().width() + 2 * STEP for button in buttons)

    def _fill_menus(self, thing: DueThing) -> None:
        _fill(self._how, tuple((how.value, text) for how, text in ways_to_thank().items()))
        _fill(self._later_menu, later_choices(thing))
        away = outcomes(thing.group)
        others = (OTHERWISE, self.tr("Not everybody came, moved or cancelled…"))
        _fill(self._went.menu(), (*((outcome.value, away[outcome]) for outcome in AWAY), others))

    def _do(self) -> None:
        if self._thing is not None and self._thing.kind is Kind.MEETING_OUTCOME:
            self.turned_out.emit(self.key, MeetingOutcome.HELD.value)
        else:
            self.acted.emit(self.key)

    def _say_done(self) -> None:
        self.done.emit(self.key, "")

    def _say_how(self, action: QAction) -> None:
        self.done.emit(self.key, str(action.data()))

    def _say_outcome(self, action: QAction) -> None:
        self.turned_out.emit(self.key, str(action.data()))

    def _say_later(self, action: QAction) -> None:
        self.put_off.emit(self.key, str(action.data()))


def _made(name: str, icon_name: str, in_words: bool) -> QPushButton | QToolButton:
    if in_words:
        return plain_button(name)
    button = icon_button(icon_name, name, Role.TEXT)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return button


def _open(button: QPushButton | QToolButton, menu: QMenu | None) -> None:
    """Let the button open the menu, or (none) be an ordinary button."""
    button.setMenu(menu)  # type: ignore[arg-type]  # None takes a menu away
    if isinstance(button, QPushButton):
        button.setProperty("menu", "true" if menu else "")
        button.style().polish(button)


def _menu(card: DueCard, slot: object) -> QMenu:
    menu = QMenu(card)
    menu.triggered.connect(slot)
    return menu


def _fill(menu: QMenu, choices: tuple[tuple[str, str], ...]) -> None:
    """A choice without a key is a heading."""
    menu.clear()
    for key, text in choices:
        action = menu.addAction(text)
        action.setData(key)
        action.setEnabled(bool(key))

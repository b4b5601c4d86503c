"""Text for people to read, shown literally whatever is in it.

Public: ``PlainLabel(text, size, tone, selectable)``: wraps, never reads markup. ``tone`` is ``""``, ``"soft"``,
``"accent"`` or ``"due"``. ``LinkButton(text, url)``: a link one can reach with Tab; opens only what ``links`` allows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TARGET, TextSize
from otnet_desktop.ui.widgets.links import as_opened, open_link, true_host

NARROWEST = 160
"""As drawn."""


class PlainLabel(QLabel):
    """A label that shows its text as it is and wraps at words."""

    def __init__(
        self,
        text: str = "",
        size: TextSize = TextSize.BODY,
        tone: str = "",
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("level", size.value)
        self.setProperty("tone", tone)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._lean()
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Not that of the longest word: a name without a blank would push everything else out."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), look().metrics.shape(NARROWEST)), hint.height())

    def changeEvent(self, event: QEvent) -> None:
        """Lean to the other side when the window is mirrored."""
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lean()
        super().changeEvent(event)

    def _lean(self) -> None:
        """To the leading edge of the window, whichever way the text itself reads; a centred label stays centred."""
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def set_tone(self, tone: str) -> None:
        """Change the tone of a label that is already shown."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class LinkButton(QPushButton):
    """A link. It is a button, so that the keyboard and a screen reader find it; the address is its description."""

    def __init__(self, text: str = "", url: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._url = ""
        self.setAutoDefault(False)
        self.setProperty("kind", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.show_link(text, url)

    def show_link(self, text: str, url: str) -> None:
        """Show another link. ``text`` comes from outside and is shown literally, cut where there is no room.

        A host that is asked for in other letters than it is written in is shown in both: some look like others.
        """
        self._url, host = url, true_host(url)
        self._text = f"{one_line(text)} ({host})" if host else one_line(text)
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(as_opened(url))
        self.setToolTip(literal_tip(as_opened(url)))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole text; a target of 24 at least."""
        metrics = look().metrics
        width = metrics.width(self._text) + STEP + self._icon_room()
        return QSize(max(TARGET, width), max(TARGET, metrics.line() + STEP))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the ellipsis."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), look().metrics.shape(72)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - STEP - self._icon_room()
        self.setText(caption(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)))

    def _icon_room(self) -> int:
        return 0 if self.icon().isNull() else self.iconSize().width() + 2 * STEP

    def _open(self) -> None:
        open_link(self._url)

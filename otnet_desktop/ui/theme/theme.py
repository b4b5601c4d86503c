"""The theme of the running application.

Public: ``Scheme`` (system, light, dark) and ``Theme(app, scheme, text_scale)`` with ``apply()`` (once, before the first
window), ``choose(scheme, text_scale)`` and the signal ``changed``. It follows the system's scheme and font live.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from otnet_desktop.ui.theme.icons import redress
from otnet_desktop.ui.theme.look import Look, look, put_in_force
from otnet_desktop.ui.theme.metrics import scaled_font
from otnet_desktop.ui.theme.palette import palette_of
from otnet_desktop.ui.theme.scheme import Scheme
from otnet_desktop.ui.theme.stylesheet import stylesheet_of

LARGEST_TEXT = 2.0
HAS_OWN_FONT = ("QPushButton", "QLabel", "QMenuBar")
"""Kinds of widgets for which desktops have fonts of their own."""


_ASKED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Keeps palette, style sheet, font and icons of the application in step with the scheme and the text size."""

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = scheme
        self._text_scale = _within_reason(text_scale)
        self._system_font = QFont(app.font())
        self._putting_on = False
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        app.fontChanged.connect(self._follow_font)
        self.watch = _ThemeWatch()
        self.watch.themed.connect(self._share_font)

    def apply(self) -> None:
        """Dress the application. Fusion everywhere: it is the one style that keeps to a palette."""
        if self._app.style().objectName() != "fusion":
            self._app.setStyle("fusion")
        if self._scheme is not Scheme.SYSTEM:
            self._ask_the_desktop()
        self._put_on()

    def choose(self, scheme: Scheme, text_scale: float) -> None:
        """Take what the user has chosen, at once and in every open window. ``text_scale``: 1.0 to 2.0."""
        if (scheme, _within_reason(text_scale)) == (self._scheme, self._text_scale):
            return
        self._scheme, self._text_scale = scheme, _within_reason(text_scale)
        self._ask_the_desktop()
        self._put_on()

    def is_dark(self) -> bool:
        """What is asked for now; an unknown system scheme counts as light."""
        if self._scheme is Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _ask_the_desktop(self) -> None:
        """So that title bars and native dialogs agree. Without a desktop's plug-in this does nothing, silently."""
        self._app.styleHints().setColorScheme(_ASKED[self._scheme])

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM and self.is_dark() != look().dark:
            self._put_on()

    def _follow_font(self, font: QFont) -> None:
        if not self._putting_on:
            self._system_font = QFont(font)
            self._put_on()

    def _put_on(self) -> None:
        self._putting_on = True
        try:
            self._dress(scaled_font(self._system_font, self._text_scale))
        finally:
            self._putting_on = False
        self.changed.emit()

    def _dress(self, font: QFont) -> None:
        new = Look(self.is_dark(), font)
        put_in_force(new)
        self._app.setPalette(palette_of(new))
        if self._app.font() != font:
            self._app.setFont(font)
        self._app.setStyleSheet(stylesheet_of(new))
        self._share_font()
        redress(self._app)

    def _share_font(self) -> None:
        """One font for all. Style sheets and changes of the desktop's theme bring the fonts of some kinds back."""
        font = self._app.font()
        # the stubs ask for bytes, which it refuses
        if any(self._app.font(kind) != font for kind in HAS_OWN_FONT):  # type: ignore[call-overload]
            before, self._putting_on = self._putting_on, True
            self._app.setFont(font)
            self._putting_on = before


class _ThemeWatch(QWindow):
    """Never shown: only windows are told that the desktop's theme has changed."""

    themed = Signal()

    def event(self, event: QEvent) -> bool:
        """Pass it on."""
        if event.type() is QEvent.Type.ThemeChange:
            self.themed.emit()
        return super().event(event)


def _within_reason(text_scale: float) -> float:
    return min(max(text_scale, 1.0), LARGEST_TEXT)


__all__ = ["Scheme", "Theme"]

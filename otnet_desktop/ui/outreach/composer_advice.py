"""Under a letter: how long it is, what it may lack, what is still to be filled in. Advice; nothing here blocks.

Public: ``Advice`` with ``look_at(subject, body, about)``, ``About`` (what the hints need to know) and the signal
``next_gap``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from otnet_desktop.domain.facts import OutKind
from otnet_desktop.domain.letters import gaps_in
from otnet_desktop.domain.writing import Hint, Length, hints, length_of, words_in
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.widgets.buttons import quiet_button
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class About:
    """What a letter is and is about."""

    kind: OutKind
    purpose: str = ""
    my_name: str = ""
    key_points: tuple[str, ...] = ()
    is_hinting: bool = True


class Advice(QWidget):
    """The length always; the rest while there is something to say."""

    next_gap = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._length = PlainLabel(size=TextSize.CAPTION)
        self._hints = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self._gaps = PlainLabel(size=TextSize.CAPTION, tone="due")
        self._next = quiet_button(self.tr("Go to the next"))
        self._next.clicked.connect(self.next_gap)
        length = QHBoxLayout()
        length.setSpacing(STEP)
        length.addWidget(self._icon)
        length.addWidget(self._length, 1)
        gaps = QHBoxLayout()
        gaps.addWidget(self._gaps, 1)
        gaps.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(length)
        column.addLayout(gaps)
        column.addWidget(self._hints)

    @property
    def said(self) -> str:
        """Everything that is said now, a line each."""
        labels = (self._length, self._gaps, self._hints)
        return "\n".join(label.text() for label in labels if label.text())

    def look_at(self, subject: str, body: str, about: About) -> None:
        """Say how it reads now."""
        self._say_length(words_in(body))
        missing = gaps_in(f"{subject}\n{body}")
        named = ", ".join(translate("Letters", gap) for gap in missing)
        self._gaps.setText(self.tr("Still to fill in: {gaps}").format(gaps=named) if missing else "")
        self._gaps.setVisible(bool(missing))
        self._next.setVisible(bool(missing))
        said = hints(body, about.kind, purpose=about.purpose, my_name=about.my_name, key_points=about.key_points)
        given = said if about.is_hinting else ()
        self._hints.setText("\n".join(_said(hint) for hint in given))
        self._hints.setVisible(bool(given))

    def _say_length(self, words: int) -> None:
        length = length_of(words)
        name, role, tone, said = {
            Length.GREEN: ("check", Role.ACCENT, "accent", self.tr("short enough to be read at once")),
            Length.AMBER: ("info", Role.DUE, "due", self.tr("a little long; 100 are enough")),
            Length.RED: ("warning", Role.DUE, "due", self.tr("long; most people put such a letter off")),
        }[length]
        dress(self._icon, name, role, drawn=16)
        self._icon.setVisible(bool(words))
        count = plural(words, self.tr("{n} word"), self.tr("{n} words"))
        self._length.setText(f"{count} · {said}" if words else count)
        self._length.set_tone(tone if words else "soft")


def _said(hint: Hint) -> str:
    return {
        Hint.INTRODUCTION: translate("Composer", "Say in a few words who you are."),
        Hint.REASON: translate("Composer", "Say why you write to them and to nobody else."),
        Hint.QUESTION: translate("Composer", "Ask one clear question."),
        Hint.POLITENESS: translate("Composer", "A “please” or “thank you” makes it kinder."),
        Hint.JOB_WORDS: translate(
            "Composer", "It speaks of a job. People tell more gladly when they are asked for advice."
        ),
    }[hint]

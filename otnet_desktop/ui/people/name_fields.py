"""The name of a person: one line that understands "Ada Lin, OTR/L", and its parts for whoever wants them.

Public: ``NameFields(credentials, adding)`` with ``show_profile``, ``typed()``, ``unfold(more)`` and
``type_name(text)``; ``renamed(before, after)``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.names import SEPARATOR
from otnet_desktop.domain.people import Profile
from otnet_desktop.domain.typed_name import read_name
from otnet_desktop.domain.vocabulary import Choices
from otnet_desktop.ui.people.list_field import ListField
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.labelled_field import LabelledField

ALWAYS = ("given", "family")
"""Parts that are shown at once when somebody is edited; the others only with more fields."""


class NameFields(QWidget):
    """In a form to add somebody the line fills the parts as it is typed, until one of them is typed by hand."""

    def __init__(self, credentials: Choices, adding: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adding = adding
        self._by_hand = False
        self._line = QLineEdit()
        self.line = LabelledField(self.tr("Name, with credentials if you like"), self._line)
        self._line.setPlaceholderText(self.tr("Ada Lin, OTR/L"))
        self._line.textEdited.connect(self._take_apart)
        self._parts = {
            "given": (QLineEdit(), self.tr("First name")),
            "middle": (QLineEdit(), self.tr("Middle name")),
            "family": (QLineEdit(), self.tr("Family name")),
            "prefix": (QLineEdit(), self.tr("Before the name")),
            "suffix": (QLineEdit(), self.tr("After the name")),
            "nickname": (QLineEdit(), self.tr("Called")),
            "display": (QLineEdit(), self.tr("Shown as (empty: first and family name)")),
        }
        self._credentials = ListField(credentials, by_code=True)
        self._fields: dict[str, LabelledField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self.line)
        for name, (editor, label) in self._parts.items():
            editor.textEdited.connect(self._typed_by_hand)
            self._fields[name] = LabelledField(label, editor)
            column.addWidget(self._fields[name])
        self._letters = LabelledField(self.tr("Credentials"), self._credentials)
        self._credentials.line.textEdited.connect(self._typed_by_hand)
        column.addWidget(self._letters)
        self.line.setVisible(adding)
        self.setFocusProxy(self._line if adding else self._parts["given"][0])
        self.unfold(False)

    def unfold(self, more: bool) -> None:
        """Show every part, or only those one needs."""
        for name, field in self._fields.items():
            field.setVisible(more or (name in ALWAYS and not self._adding))
        self._letters.setVisible(more or not self._adding)

    def show_profile(self, profile: Profile) -> None:
        """Show somebody's name in its parts."""
        for name, (editor, _label) in self._parts.items():
            editor.setText(getattr(profile, name))
        self._credentials.show_codes(profile.credentials)

    def type_name(self, text: str) -> None:
        """Begin with a name that was typed elsewhere."""
        self._line.setText(text)
        self._take_apart(text)

    def typed(self) -> dict[str, Any]:
        """The fields of the profile as they are typed."""
        texts: dict[str, Any] = {name: editor.text().strip() for name, (editor, _label) in self._parts.items()}
        return texts | {"credentials": self._credentials.codes()}

    def _take_apart(self, text: str) -> None:
        if self._by_hand:
            return
        read = read_name(text)
        for name, (editor, _label) in self._parts.items():
            editor.setText(getattr(read, name, ""))
        self._credentials.line.setText(", ".join(read.credentials))
        understood = (read.prefix, read.given, read.family, read.suffix, ", ".join(read.credentials))
        known = [part for part in understood if part]
        self.line.say(SEPARATOR.join(known) if len(known) > 1 else "")

    def _typed_by_hand(self) -> None:
        self._by_hand = True


def renamed(before: Profile, after: Profile) -> Profile:
    """A name that was shown just as its parts read follows them: otherwise a new family name would not be seen."""
    parts = ("prefix", "given", "middle", "family", "suffix")
    if after.display != before.display or all(getattr(before, p) == getattr(after, p) for p in parts):
        return after
    plain = " ".join(part for part in (before.given, before.middle, before.family) if part)
    short = f"{before.given} {before.family}".strip()
    return replace(after, display="") if before.display in (plain, short) else after

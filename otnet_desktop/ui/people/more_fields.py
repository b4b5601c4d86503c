"""The fields of a person one rarely needs: they unfold in the form.

Public: ``MoreFields(vocabulary)`` with ``show_profile``, ``typed()``, ``complain_of_zone()`` and ``focus_zone()``.
"""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import Profile
from otnet_desktop.domain.preferences import zone_named
from otnet_desktop.domain.vocabulary import Vocabulary
from otnet_desktop.domain.zone_names import zone_meant
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.list_field import ListField
from otnet_desktop.ui.said import said
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.zone_completer import ZoneCompleter

_BIRTHDAY = re.compile(r"(?:\d{4}|-)-?\d\d-?\d\d(?:T.*)?")
"""RFC 6350, 4.3.1, as far as people type it."""


class MoreFields(QWidget):
    """Texts, lists of words and one choice."""

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = {
            "pronouns": (QLineEdit(), self.tr("Pronouns")),
            "say_it_like": (QLineEdit(), self.tr("Say it like")),
            "zone": (QLineEdit(), self.tr("Time zone")),
            "birthday": (QLineEdit(), self.tr("Birthday")),
            "event": (QLineEdit(), self.tr("Event where you met")),
        }
        self._lists = {
            "practice_areas": (ListField(vocabulary.practice_areas), self.tr("Practice areas")),
            "languages": (ListField(), self.tr("Languages")),
            "nucc": (ListField(vocabulary.nucc, by_code=True), self.tr("NUCC taxonomy (self-reported specialty)")),
        }
        self._role = ChoiceBox(vocabulary.roles, self.tr("Not known"))
        self._fields: dict[str, LabelledField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        for name, (editor, label) in (*self._texts.items(), *self._lists.items()):
            self._fields[name] = LabelledField(label, editor)
            column.addWidget(self._fields[name])
        column.addWidget(LabelledField(self.tr("What they are to you"), self._role))
        zone, birthday = self._texts["zone"][0], self._texts["birthday"][0]
        zone.setPlaceholderText(self.tr("Europe/London"))
        zone.editingFinished.connect(self._spell_zone_out)
        self._zones = QStringListModel(self)
        zone.setCompleter(ZoneCompleter(self._zones, zone))
        birthday.setPlaceholderText(self.tr("1990-04-01, or --04-01 without the year"))
        birthday.editingFinished.connect(self._hint_at_birthday)

    def show_profile(self, profile: Profile) -> None:
        """Show what is known."""
        for name, (line, _label) in self._texts.items():
            line.setText(getattr(profile, name))
        for name, (field, _label) in self._lists.items():
            field.show_codes(getattr(profile, name))
        self._role.choose(profile.role)

    def typed(self) -> dict[str, Any]:
        """The fields of the profile as they are typed."""
        texts: dict[str, Any] = {name: line.text().strip() for name, (line, _label) in self._texts.items()}
        lists: dict[str, Any] = {name: field.codes() for name, (field, _label) in self._lists.items()}
        return texts | lists | {"role": self._role.code(), "zone": self._zone_meant()}

    def complain_of_zone(self) -> bool:
        """Say beside the field that no such zone exists; whether it had to be said."""
        text = self._zone_meant()
        try:
            if text:
                zone_named(text)
        except BadInput as error:
            self._fields["zone"].say(said(error.told), wrong=True)
            return True
        self._fields["zone"].say("")
        return False

    def _zone_meant(self) -> str:
        return zone_meant(self._texts["zone"][0].text().strip(), self._zones.stringList())

    def _spell_zone_out(self) -> None:
        """Say which is meant: "new york" is America/New_York."""
        self._texts["zone"][0].setText(self._zone_meant())
        self.complain_of_zone()

    def focus_zone(self) -> None:
        """The zone has to be put right before anything is saved."""
        self._texts["zone"][0].setFocus()

    def _hint_at_birthday(self) -> None:
        text = self._texts["birthday"][0].text().strip()
        is_strange = bool(text) and _BIRTHDAY.fullmatch(text) is None
        hint = self.tr("Other programs read 1990-04-01, or --04-01 without the year. It is kept as it is.")
        self._fields["birthday"].say(hint if is_strange else "")

    def showEvent(self, event: QShowEvent) -> None:
        """All zones there are: read only when somebody looks."""
        super().showEvent(event)
        if not self._zones.rowCount():
            self._zones.setStringList(sorted(available_timezones()))

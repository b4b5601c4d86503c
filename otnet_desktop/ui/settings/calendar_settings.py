"""Calendars of this computer: which files say that one is busy, and where one's own meetings are laid for others.

Public: ``CalendarSettings(workspace, bridge, intents)``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QListWidgetItem, QWidget

from otnet_desktop.domain.busy_times import CalendarReading, Trouble
from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.services.calendars import FEED_NAME
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.scheduling.trouble_words import trouble_words
from otnet_desktop.ui.theme.literal import one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP, TextSize
from otnet_desktop.ui.widgets.buttons import plain_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.words import plural

ROWS = 3
PLACE_ROLE = Qt.ItemDataRole.UserRole


class CalendarSettings(Card):
    """Files and folders in, one file out."""

    def __init__(self, workspace: Workspace, bridge: Bridge, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        set_help(self, "scheduling")
        self.set_title(self.tr("Calendars on this computer"))
        self._workspace = workspace
        self._intents = intents
        self.watched = QListWidget()
        self.watched.setAccessibleName(self.tr("Calendars that say when you are busy"))
        self.watched.setFixedHeight(ROWS * (look().metrics.line() + 3 * STEP))
        self.add_file = plain_button(self.tr("Add a file…"), "calendar")
        self.add_folder = plain_button(self.tr("Add a folder…"), "open")
        self.remove = plain_button(self.tr("Remove"))
        self.remove.setAccessibleName(self.tr("Remove the chosen calendar"))
        self.said = PlainLabel(size=TextSize.CAPTION, tone="soft")
        self.feed = PlainLabel(size=TextSize.CAPTION, selectable=True)
        self.choose_feed = plain_button(self.tr("Choose a folder…"), "export")
        self.choose_feed.setAccessibleName(self.tr("Choose a folder for your own calendar file"))
        self.stop_feed = plain_button(self.tr("Stop"))
        self.stop_feed.setAccessibleName(self.tr("Stop writing your own calendar file"))
        self.follow_ups = QCheckBox(self.tr("With follow-ups, as short entries that keep you free"))
        self._assemble()
        self._connect()
        self.look_again()
        bridge.changed.connect(self._heed)

    def _assemble(self) -> None:
        busy = self.tr("Busy times are read from calendar files (.ics). They stay where they are.")
        own = self.tr("Your meetings as a file that any calendar program can subscribe to. Never your notes.")
        incoming, outgoing = FlowLayout(), FlowLayout()
        for button in (self.add_file, self.add_folder, self.remove):
            incoming.addWidget(button)
        for button in (self.choose_feed, self.stop_feed):
            outgoing.addWidget(button)
        self.body.addWidget(PlainLabel(busy, TextSize.CAPTION, "soft"))
        self.body.addWidget(self.watched)
        self.body.addLayout(incoming)
        self.body.addWidget(self.said)
        self.body.addWidget(PlainLabel(own, TextSize.CAPTION, "soft"))
        self.body.addWidget(self.feed)
        self.body.addLayout(outgoing)
        self.body.addWidget(self.follow_ups)

    def _connect(self) -> None:
        self.add_file.clicked.connect(self._ask_for_file)
        self.add_folder.clicked.connect(self._ask_for_folder)
        self.remove.clicked.connect(self._take_out)
        self.choose_feed.clicked.connect(self._ask_for_feed)
        self.stop_feed.clicked.connect(self._stop_feed)
        self.follow_ups.toggled.connect(self._with_follow_ups)

    def look_again(self) -> None:
        """Show what was chosen and how it was read."""
        places = self._workspace.calendars.places()
        row = self.watched.currentRow()
        self.watched.clear()
        for place in places.watched:
            item = QListWidgetItem(one_line(place))
            item.setData(PLACE_ROLE, place)
            self.watched.addItem(item)
        self.watched.setCurrentRow(min(row, self.watched.count() - 1))
        self.watched.setVisible(bool(places.watched))
        self.remove.setEnabled(bool(places.watched))
        self.said.setText(self._said(list(self._workspace.calendars.readings.values())))
        self.said.setVisible(bool(places.watched))
        self.feed.setText(str(Path(places.feed) / FEED_NAME) if places.feed else "")
        self.feed.setVisible(bool(places.feed))
        self.stop_feed.setVisible(bool(places.feed))
        self.follow_ups.setVisible(bool(places.feed))
        self.follow_ups.blockSignals(True)
        self.follow_ups.setChecked(places.feed_has_follow_ups)
        self.follow_ups.blockSignals(False)

    def watch(self, place: str) -> None:
        """One more file or folder."""
        watched = self._workspace.calendars.places().watched
        if place and place not in watched:
            self._change(watched=(*watched, place))

    def lay_feed(self, folder: str) -> None:
        """Write one's own calendar there from now on."""
        if folder:
            self._change(feed=folder)

    def _said(self, readings: list[CalendarReading]) -> str:
        entries = sum(reading.entries for reading in readings)
        said = [plural(entries, self.tr("{n} entry read."), self.tr("{n} entries read."))]
        troubles: dict[Trouble, int] = {}
        for reading in readings:
            for trouble, count in reading.troubles.items():
                troubles[trouble] = troubles.get(trouble, 0) + count
        return " ".join([*said, *(trouble_words(trouble, count) for trouble, count in troubles.items())])

    def _take_out(self) -> None:
        item = self.watched.item(max(0, self.watched.currentRow()))
        if item is not None:
            place = item.data(PLACE_ROLE)
            self._change(watched=tuple(p for p in self._workspace.calendars.places().watched if p != place))

    def _stop_feed(self) -> None:
        self._change(feed="")

    def _with_follow_ups(self, on: bool) -> None:
        self._change(feed_has_follow_ups=on)

    def _change(self, **changes: Any) -> None:  # noqa: ANN401 - fields of CalendarPlaces
        succeeded(self._intents, lambda: self._workspace.calendars.change(**changes))
        self.look_again()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("A calendar file"), "", self.tr("Calendar files (*.ics)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.watch)
        _show(dialog)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder with calendar files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.watch)
        _show(dialog)

    def _ask_for_feed(self) -> None:
        dialog = QFileDialog(self, self.tr("A folder for your own calendar file"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.lay_feed)
        _show(dialog)

    def _heed(self, changed: Changed) -> None:
        if changed.touches(Room.SCHEDULE):
            self.look_again()


def _show(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

"""Settings hold at once, each with its way back, and reminders follow them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import NotSaved
from otnet_desktop.domain.facts import MeetingOutcome, OutKind
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.preferences import ThemeChoice
from otnet_desktop.domain.timing import Timing
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.settings.settings_page import SettingsPage
from otnet_desktop.ui.settings.timing_words import number_words, time_words
from tests.factories import profile
from tests.services.clocks import SettableClock
from tests.ui.real_window import RealWindow, real_window


class Surroundings:
    """A computer that remembers what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.autostart = False
        self.refuses = False
        self.notices = 0
        noon = datetime(2026, 3, 18, 14, 0, tzinfo=UTC)
        self.machine = Machine(
            folder, True, lambda: self.autostart, self._turn, self._notice, lambda: (noon, noon + timedelta(minutes=1))
        )

    def _turn(self, on: bool) -> None:
        if self.refuses:
            raise NotSaved("Starting with the session could not be turned on.")
        self.autostart = on

    def _notice(self) -> None:
        self.notices += 1


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return Surroundings(tmp_path)


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path, around: Surroundings) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        made.life.desks.settle(around.machine)
        yield made


@pytest.fixture
def page(real: RealWindow) -> SettingsPage:
    real.life.actions[Act.SETTINGS].trigger()
    shown = real.window.asides.shown
    assert isinstance(shown, SettingsPage)
    return shown


def test_what_one_is_called_is_kept_while_typing(page: SettingsPage, workspace: Workspace) -> None:
    line = page.me.settings["school"].line
    line.setText("Harbor State")
    page.me.settings["school"].flush()
    assert workspace.preferences.current.me.school == "Harbor State"


def test_each_number_holds_at_once_and_has_a_way_back(page: SettingsPage, workspace: Workspace) -> None:
    for name in number_words():
        row, usual = page.timing.rows[name], getattr(Timing(), name)
        assert not row.reset.isVisibleTo(row)
        other = usual + 1 if usual < row.field.maximum() else usual - 1
        row.field.setValue(other)
        assert getattr(workspace.preferences.timing(), name) == other
        assert workspace.preferences.current.timing == {name: other}
        assert row.reset.isVisibleTo(row)
        row.reset.click()
        assert row.field.value() == usual
        assert workspace.preferences.current.timing == {}


def test_each_time_holds_at_once_and_has_a_way_back(page: SettingsPage, workspace: Workspace) -> None:
    for name in time_words():
        row = page.quiet.rows[name]
        row.field.show_time(time(10, 30))
        row.field.settled.emit()
        assert getattr(workspace.preferences.timing(), name) == time(10, 30)
        row.reset.click()
        assert getattr(workspace.preferences.timing(), name) == getattr(Timing(), name)


def test_quiet_days_and_holidays(page: SettingsPage, workspace: Workspace) -> None:
    friday = next(chip for chip in page.quiet.quiet_days.chips._chips if chip.key == "4")
    friday.click()
    assert workspace.preferences.timing().quiet_days == {4, 5, 6}
    holidays = page.quiet.holidays
    holidays.day.show_day(date(2026, 12, 25))
    holidays._add.click()
    assert workspace.preferences.timing().holidays == {date(2026, 12, 25)}
    assert holidays.days.count() == 1
    holidays._remove.click()
    assert workspace.preferences.timing().holidays == frozenset()


def test_reminders_follow_another_delay(
    real: RealWindow, page: SettingsPage, workspace: Workspace, clock: SettableClock
) -> None:
    ann = workspace.store.people.everyone()[0]
    start = clock.now() + timedelta(hours=1)
    meeting = workspace.meetings.agreed(MeetingPlan((ann,), start, start + timedelta(minutes=30)))
    clock.advance(hours=2)
    workspace.meetings.went(meeting.id, MeetingOutcome.HELD)
    assert workspace.reminders.due() == []
    page.timing.rows["thank_delay_min"].field.setValue(15)
    real.wait(lambda: [reminder.kind.value for reminder in workspace.reminders.due()] == ["THANK_YOU"])


def test_look_and_discretion(page: SettingsPage, workspace: Workspace) -> None:
    page.look.colours.choose(ThemeChoice.DARK)
    page.look.text_size.choose("150")
    page.notices.discreet.setChecked(True)
    now = workspace.preferences.current
    assert (now.theme, now.text_percent, now.discreet) == (ThemeChoice.DARK, 150, True)


def test_autostart_and_a_notification(page: SettingsPage, workspace: Workspace, around: Surroundings) -> None:
    page.notices.autostart.setChecked(True)
    assert (around.autostart, workspace.preferences.current.autostart) == (True, True)
    assert page.notices.checks.text() == "Last checked today 10:00 · next check today 10:01 or sooner"
    page.notices.test.click()
    assert around.notices == 1


def test_an_autostart_that_fails_is_told(
    real: RealWindow, page: SettingsPage, workspace: Workspace, around: Surroundings
) -> None:
    around.refuses = True
    page.notices.autostart.setChecked(True)
    assert [str(error) for error in real.failed] == ["Starting with the session could not be turned on."]
    assert not workspace.preferences.current.autostart
    assert not page.notices.autostart.isChecked()


def test_a_backup_is_called_good_when_it_was_read(real: RealWindow, page: SettingsPage, workspace: Workspace) -> None:
    real.wait(lambda: page.backups.last.text().startswith("There is no backup yet."))
    page.backups.make.click()
    real.wait(lambda: page.backups.last.text() == "Last good backup: today 10:00, verified")
    workspace.care.backups()[0].path.write_bytes(b"damaged")
    page.backups.look()
    real.wait(lambda: page.backups.last.text().startswith("There is no backup yet."))


def test_other_habits_and_those_of_a_restored_backup_are_followed(real: RealWindow, workspace: Workspace) -> None:
    person = workspace.people.add(profile("Ben Brown")).id
    workspace.outreach.log_sent(Draft(person, OutKind.INTRO))
    (usual,) = workspace.reminders.upcoming()
    path, _note = workspace.care.back_up()
    workspace.preferences.change(timing={"follow_up_bd": 2})
    real.wait(lambda: workspace.reminders.upcoming()[0].due < usual.due)
    workspace.care.restore(path)
    real.wait(lambda: workspace.reminders.upcoming() == [usual])
    real.wait(lambda: workspace.care.check() == [])


def test_every_control_has_a_name(page: SettingsPage) -> None:
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []

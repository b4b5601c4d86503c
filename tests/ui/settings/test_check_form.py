"""Are my data whole? Said in words, and mended where it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otnet_desktop.domain.errors import DataDamaged, NotSaved
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.check_form import CheckForm
from otnet_desktop.ui.tasks import Tasks
from tests.factories import school_ot
from tests.services.clocks import BOSTON, SettableClock
from tests.store.spoiling import spoil_table


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks) -> CheckForm:
    form = CheckForm(workspace, intents, tasks, host)
    form.open()
    qtbot.waitUntil(lambda: form._task is None)
    return form


def test_whole_data_need_nothing(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks
) -> None:
    workspace.people.add(school_ot())
    form = opened(qtbot, host, workspace, intents, tasks)
    assert form.told.text().startswith("Everything is whole")
    assert not form.accept_button.isVisible()
    assert form.focusWidget() is form.leave_button
    assert not form.list.isVisible()


def test_what_can_be_derived_is_mended_and_the_rest_leads_to_the_backups(
    qtbot: QtBot, host: QWidget, workspace: Workspace, intents: Intents, tasks: Tasks
) -> None:
    workspace.people.add(school_ot())
    for damage in ("DROP INDEX person_sort", "PRAGMA foreign_keys = OFF"):
        workspace.store.database.sql(damage)
    workspace.store.database.sql("INSERT INTO promise (ref, person_id, by) VALUES ('c', 99, 'me')")
    form = opened(qtbot, host, workspace, intents, tasks)
    assert form.told.text() == "2 things are not as they should be."
    assert form.accept_button.isVisible()
    form.accept_button.click()
    qtbot.waitUntil(lambda: form._task is None)
    assert form.told.text().startswith("1 thing was mended. What is left")
    assert [form.list.item(row).text() for row in range(form.list.count())] == [
        "Row 1 of promise points to a row of person that is not there."
    ]
    with qtbot.waitSignal(intents.restore_wanted):
        form.restore.click()


def test_a_damaged_file_is_named_and_leads_to_a_backup(
    qtbot: QtBot,
    host: QWidget,
    workspace: Workspace,
    intents: Intents,
    tasks: Tasks,
    tmp_path: Path,
    clock: SettableClock,
) -> None:
    workspace.people.add(school_ot())
    workspace.close()
    spoil_table(tmp_path / "data" / FILE_NAME, table="journal")
    damaged = open_workspace(tmp_path / "data", clock, lambda: BOSTON)
    form = opened(qtbot, host, damaged, intents, tasks)
    assert form.told.text().startswith("The data file is damaged")
    assert form.list.item(0).text().startswith("The data file is damaged: ")
    assert not form.accept_button.isEnabled()
    assert not form.restore.isVisible()
    qtbot.waitUntil(lambda: not form.findChildren(QScrollArea)[0].verticalScrollBar().isVisible())
    with qtbot.waitSignal(intents.recovery_wanted):
        form.recover.click()
    with pytest.raises(DataDamaged):
        damaged.people.add(school_ot())
    damaged.close()


@pytest.mark.parametrize("is_possible", [True, False])
def test_what_became_of_the_mending_is_told_also_when_the_form_is_closed(
    qtbot: QtBot,
    host: QWidget,
    workspace: Workspace,
    intents: Intents,
    tasks: Tasks,
    monkeypatch: pytest.MonkeyPatch,
    is_possible: bool,
) -> None:
    def full(**_given: object) -> list[str]:
        raise NotSaved("Not saved: the disk is full.")

    workspace.people.add(school_ot())
    workspace.store.database.sql("DROP INDEX person_sort")
    form = opened(qtbot, host, workspace, intents, tasks)
    if not is_possible:
        monkeypatch.setattr(workspace.care, "check", full)
    with qtbot.waitSignal(intents.said if is_possible else intents.failed) as told:
        form.accept_button.click()
        form.reject()
        QApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete)
        assert not isValid(form)
    if is_possible:
        assert told.args == ["1 thing was mended. Everything is whole."]

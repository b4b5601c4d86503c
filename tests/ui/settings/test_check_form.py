"""Are my data whole? Said in words, and mended where it can be."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.settings.check_form import CheckForm
from otnet_desktop.ui.tasks import Tasks
from tests.factories import school_ot


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
    assert not form.accept_button.isEnabled()
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
    form.accept_button.click()
    qtbot.waitUntil(lambda: form._task is None)
    assert form.told.text().startswith("1 thing was mended. What is left")
    assert [form.list.item(row).text() for row in range(form.list.count())] == [
        "Row 1 of promise points to a row of person that is not there."
    ]
    with qtbot.waitSignal(intents.restore_wanted):
        form.restore.click()

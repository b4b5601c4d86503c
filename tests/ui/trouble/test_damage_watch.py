"""Damage met while the window is open: nothing more is written, and the strip at the top leads out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.errors import DataDamaged, DataUnavailable, NotSaved
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.settings.check_form import CheckForm
from tests.factories import profile
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def test_a_damaged_file_leads_to_a_backup_and_is_left_as_it_is(
    real: RealWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace.soundness, "damage", lambda: "It is damaged (page 7).")
    banner = real.window.banner
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    real.wait(banner.way_out.isVisible)
    assert banner.way_out.text() == "Bring a backup back…"
    with pytest.raises(DataDamaged):
        workspace.people.add(profile("Bo Ek"))
    with real.qtbot.waitSignal(real.window.intents.recovery_wanted):
        banner.way_out.click()
    banner.forget_failure()
    assert not banner.way_out.isVisible()
    assert banner.said().startswith("Nothing is written into the damaged data file.")
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    assert banner.way_out.isVisible(), "it is known by now"


def test_when_a_backup_is_back_nothing_is_said_any_more(
    real: RealWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _note = workspace.care.back_up()
    monkeypatch.setattr(workspace.soundness, "damage", lambda: "It is damaged (page 7).")
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    real.wait(real.window.banner.way_out.isVisible)
    real.window.banner.forget_failure()
    assert real.window.banner.said()
    workspace.care.restore(path)
    real.wait(lambda: not real.window.banner.said())
    workspace.people.add(profile("Bo Ek"))


def test_what_can_be_mended_leads_to_the_check(real: RealWindow, workspace: Workspace) -> None:
    banner = real.window.banner
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    real.wait(banner.way_out.isVisible)
    workspace.people.add(profile("Bo Ek"))
    banner.way_out.click()
    (form,) = real.window.findChildren(CheckForm)
    real.wait(lambda: form.told.text().startswith("Everything is whole"))
    form.reject()


def test_where_the_file_cannot_be_looked_at_nothing_is_said_of_writing(
    real: RealWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The trouble may pass, and until then everything is written as ever."""

    def unreadable() -> str:
        raise DataUnavailable("The data file cannot be read.")

    monkeypatch.setattr(workspace.soundness, "damage", unreadable)
    banner = real.window.banner
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    real.wait(banner.way_out.isVisible)
    assert banner.way_out.text() == "Bring a backup back…"
    banner.forget_failure()
    assert not banner.said()
    workspace.people.add(profile("Bo Ek"))


def test_another_failure_has_no_such_way(real: RealWindow) -> None:
    real.window.intents.failed.emit(DataDamaged("The data file is damaged."))
    real.wait(real.window.banner.way_out.isVisible)
    real.window.intents.failed.emit(NotSaved("The disk is full."))
    assert not real.window.banner.way_out.isVisible()

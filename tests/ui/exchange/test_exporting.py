"""Writing people to a file from the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.research import KeyPoint
from otnet_desktop.services.exporting import ARCHIVE, CALENDAR, VCARD_3
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.exchange.export_form import CHOSEN, EVERYONE, SHOWN, ExportForm, free_path
from otnet_desktop.ui.exchange.export_kinds import ADDRESS_LIST, PERSON_SHEETS
from tests.factories import profile
from tests.ui.network import book
from tests.ui.real_window import RealWindow, real_window


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(replace(profile("Ann Archer"), note="afraid of lifts"))
    workspace.people.add(profile("Ben Brown"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def form(real: RealWindow) -> ExportForm:
    real.life.actions[Act.EXPORT].trigger()
    made = real.window.findChild(ExportForm)
    assert isinstance(made, ExportForm)
    return made


def test_notes_stay_here_unless_asked_for(real: RealWindow, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    made = form(real)
    assert not made.private.isChecked()
    made.path.setText(str(out))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert real.said == [f"2 people written to {out}"]
    assert "lifts" not in out.read_text()
    assert out.read_text().count("BEGIN:VCARD") == 2


@pytest.mark.parametrize(
    ("path", "told"), [("~nobody-of-that-name/out.vcf", "whole path"), (f"/{'x' * 300}.vcf", "File name too long")]
)
def test_a_place_that_cannot_be_is_told_in_the_form(real: RealWindow, path: str, told: str) -> None:
    made = form(real)
    made.path.setText(path)
    made.accept_button.click()
    real.wait(made.accept_button.isEnabled)
    assert told in made.path.accessibleDescription()


def test_one_person_with_notes(real: RealWindow, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    made = form(real)
    made.who.choose(CHOSEN)
    made.private.setChecked(True)
    made.path.setText(str(out))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert "lifts" in out.read_text()
    assert "Ben" not in out.read_text()


def test_a_file_that_is_there_is_replaced_only_when_said_twice(real: RealWindow, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    out.write_text("mine")
    made = form(real)
    made.path.setText(str(out))
    made.accept_button.click()
    assert out.read_text() == "mine"
    assert made._where.said == "There is such a file already. Export again to replace it."
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert "VCARD" in out.read_text()


def test_a_place_that_cannot_be_written_is_told_and_the_form_stays(real: RealWindow, tmp_path: Path) -> None:
    made = form(real)
    made.path.setText(str(tmp_path / "nowhere" / "out.vcf"))
    made.accept_button.click()
    real.wait(lambda: "cannot be written" in made._where.said)
    assert made.isVisible()


def test_an_archive_holds_everyone(real: RealWindow, tmp_path: Path) -> None:
    made = form(real)
    made.kind.choose(ARCHIVE)
    assert not made.who.isEnabled()
    assert made.path.text().endswith(".zip")
    made.path.setText(str(tmp_path / "all.zip"))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert (tmp_path / "all.zip").stat().st_size > 0


def test_a_suggested_name_is_free_and_names_nobody(tmp_path: Path) -> None:
    (tmp_path / "network-2026-03-18.vcf").touch()
    assert free_path(tmp_path, date(2026, 3, 18), "vcf").name == "network-2026-03-18-2.vcf"


def test_how_many_notes_would_leave_with_a_clients_name_is_said_before(real: RealWindow, workspace: Workspace) -> None:
    ann, ben = (PersonId(number) for number in (1, 2))
    for person in (ann, ben):
        workspace.research.save_notes(person, "Her patient Maria S. paints")
    made = form(real)
    made.who.choose(EVERYONE)
    assert not made.check.isVisible(), "cards without notes tell nothing"
    made.private.setChecked(True)
    real.wait(made.check.isVisible)
    assert made.check.text().startswith("2 notes would leave")
    assert "Ann Archer and Ben Brown" in made.check.text()
    made.private.setChecked(False)
    assert not made.check.isVisible()


def test_nothing_is_written_before_it_is_known_what_leaves(
    real: RealWindow, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.research.save_notes(PersonId(1), "Her patient Maria S. paints")
    made = form(real)
    made.who.choose(EVERYONE)
    made.private.setChecked(True)
    made.path.setText(str(tmp_path / "all.vcf"))
    assert made.check.is_looking
    made.accept_button.click()
    real.wait(made.check.isVisible)
    assert made._where.said == "Export again to write it as it is."
    assert not (tmp_path / "all.vcf").exists()
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert (tmp_path / "all.vcf").exists()


def test_whoever_has_nothing_to_know_need_not_press_twice(real: RealWindow, tmp_path: Path) -> None:
    made = form(real)
    made.private.setChecked(True)
    made.path.setText(str(tmp_path / "all.vcf"))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert (tmp_path / "all.vcf").exists()


def test_of_sheets_to_print_everything_private_is_looked_at(real: RealWindow, workspace: Workspace) -> None:
    workspace.research.add_key_point(PersonId(1), KeyPoint("Her patient Maria S. paints"))
    made = form(real)
    made.kind.choose(PERSON_SHEETS)
    made.who.choose(EVERYONE)
    made.private.setChecked(True)
    real.wait(made.check.isVisible)
    assert made.check.text().startswith("What was noted about Ann Archer")
    assert workspace.privacy.people_to_look_at([PersonId(2)]) == []


def test_an_archive_is_looked_at_too_and_what_was_acknowledged_is_not_counted(
    real: RealWindow, workspace: Workspace
) -> None:
    text = "Her patient Maria S. paints"
    workspace.research.save_notes(PersonId(1), text)
    workspace.advice.receive(PersonId(1), "Ask resident Tom B. again")
    workspace.privacy.acknowledge(workspace.privacy.look_at(text))
    made = form(real)
    made.kind.choose(ARCHIVE)
    real.wait(made.check.isVisible)
    assert made.check.text().startswith("1 note would leave")


def test_only_those_the_list_is_narrowed_to(real: RealWindow, tmp_path: Path) -> None:
    out = tmp_path / "out.vcf"
    real.window.people.search("ben")
    real.wait(lambda: len(real.window.people.narrowed_to()) == 1)
    made = form(real)
    made.kind.choose(VCARD_3)
    made.who.choose(SHOWN)
    made.path.setText(str(out))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert "VERSION:3.0" in out.read_text()
    assert "Ben Brown" in out.read_text()
    assert "Ann" not in out.read_text()


def test_everyone_is_not_offered_twice(real: RealWindow) -> None:
    assert real.window.people.narrowed_to() == []
    assert [key for key, _ in form(real)._offered()] == [EVERYONE, CHOSEN]


def test_meetings_go_into_a_calendar(real: RealWindow, workspace: Workspace, tmp_path: Path) -> None:
    book(workspace, PersonId(1), start="2026-04-01T10:00", title="Splints")
    out = tmp_path / "out.ics"
    made = form(real)
    made.kind.choose(CALENDAR)
    assert not made.private.isEnabled()
    made.path.setText(str(out))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert real.said == [f"1 meeting written to {out}"]
    assert "SUMMARY:Splints with Ann Archer" in out.read_text()


@pytest.mark.parametrize("kind", [ADDRESS_LIST, PERSON_SHEETS])
def test_pages_to_print(real: RealWindow, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out.pdf"
    made = form(real)
    made.kind.choose(kind)
    made.path.setText(str(out))
    made.accept_button.click()
    real.wait(lambda: real.said)
    assert real.said == [f"2 people written to {out}"]
    assert out.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("place", ["out.vcf", "nowhere/out.vcf"])
def test_what_became_of_it_is_told_also_when_the_form_is_closed(real: RealWindow, tmp_path: Path, place: str) -> None:
    made = form(real)
    made.path.setText(str(tmp_path / place))
    made.accept_button.click()
    made.reject()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    assert not isValid(made)
    if place == "out.vcf":
        real.wait(lambda: real.said)
        assert real.said == [f"2 people written to {tmp_path / place}"]
    else:
        real.wait(lambda: real.failed)
        assert "nowhere" in str(real.failed[0])

"""From a file to people: read, seen, said, carried out, taken back; all in the real window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.exchange.columns.layout import TableMapping
from otnet_desktop.services.import_plan import Choice
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.people import NewPerson
from otnet_desktop.ui.actions import Act
from otnet_desktop.ui.exchange.file_drops import files_in
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.exchange.import_rows import CHANGE, NAME, PLACE, STATE
from otnet_desktop.ui.widgets.chip import Chip
from tests.ui.real_window import RealWindow, real_window

ANN = "BEGIN:VCARD\nVERSION:3.0\nN:Archer;Ann;;;\nFN:Ann Archer\nORG:Mill Clinic\nEND:VCARD\n"
ANN_WITH_MAIL = ANN.replace("ORG", "EMAIL:ann@mill.example\nORG")
NAMESAKE = "BEGIN:VCARD\nVERSION:3.0\nN:Archer;Ann;;;\nFN:Ann Archer\nNOTE:met in Oslo\nEND:VCARD\n"
BEN = "BEGIN:VCARD\nVERSION:3.0\nN:Brown;Ben;;;\nFN:Ben Brown\nEND:VCARD\n"
EMPTY = "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n"
HOSTILE = "<img src='file:///etc/passwd'> & <b>Co</b>"


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    return tmp_path / f"{HOSTILE.replace('/', '_')}.vcf"


def preview(real: RealWindow, *files: Path) -> ImportPage:
    real.window.intents.import_wanted.emit([str(file) for file in files])
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
    page = real.window.asides.shown
    assert isinstance(page, ImportPage)
    return page


def cells(page: ImportPage, column: int) -> list[str]:
    model = page.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def names(real: RealWindow) -> list[str]:
    people = real.workspace.store.people
    return [person.profile.full_name for person in people.many(people.everyone())]


def bring(real: RealWindow, *texts: str, file: Path) -> None:
    file.write_text("".join(texts))
    preview(real, file).accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)


def test_everything_is_told_before_anything_changes(real: RealWindow, cards: Path) -> None:
    bring(real, ANN, file=cards)
    cards.write_text(ANN_WITH_MAIL + NAMESAKE + BEN + EMPTY)
    page = preview(real, cards)
    assert page._totals.text() == "1 new, 1 updated, 1 unclear, 1 refused"
    assert cells(page, STATE) == ["Updated", "Unclear", "New", "Refused"]
    assert cells(page, NAME) == ["Ann Archer", "Ann Archer", "Ben Brown", ""]
    assert cells(page, CHANGE)[0] == "adds a way to reach them (the same name, the same organisation)"
    assert "Mill Clinic" in cells(page, CHANGE)[1]
    assert cells(page, PLACE)[3].endswith(".vcf, line 19")
    assert cells(page, CHANGE)[3] == "There is nothing in this contact."
    assert names(real) == ["Ann Archer"]


def test_one_step_brings_everybody_in_and_undo_takes_all_back(real: RealWindow, cards: Path) -> None:
    bring(real, ANN, BEN, file=cards)
    assert real.said == ["2 people came in."]
    assert names(real) == ["Ann Archer", "Ben Brown"]
    assert real.window.people.view.isVisible(), "the ways to begin have given way to the list"
    real.life.actions[Act.UNDO].trigger()
    assert names(real) == []


def test_after_the_first_import_the_keyboard_is_in_the_list(real: RealWindow, cards: Path) -> None:
    cards.write_text(ANN + BEN)
    page = preview(real, cards)
    page.accept_button.setFocus()
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    real.wait(real.window.people.view.isVisible)
    assert real.window.focusWidget() is real.window.people.view


def test_the_same_file_again_brings_nothing(real: RealWindow, cards: Path) -> None:
    bring(real, ANN, BEN, file=cards)
    page = preview(real, cards)
    assert page._totals.text() == "Nothing new in this file"
    assert not page.accept_button.isEnabled()


def test_what_is_unclear_is_decided_with_the_keyboard(real: RealWindow, cards: Path) -> None:
    bring(real, ANN, file=cards)
    cards.write_text(NAMESAKE)
    page = preview(real, cards)
    assert page.table.hasFocus()
    assert not page.accept_button.isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    for _ in range(2):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Right)
    assert page.detail.choice.chosen_key() == Choice.SAME_PERSON
    assert cells(page, CHANGE) == ["is brought together with Ann Archer · Mill Clinic"]
    page.accept_button.click()
    real.wait(lambda: real.said[-1:] == ["1 person was updated."])
    assert names(real) == ["Ann Archer"]


def test_chips_show_one_state(real: RealWindow, cards: Path) -> None:
    cards.write_text(ANN + EMPTY)
    page = preview(real, cards)
    assert [chip.text() for chip in page.chips._chips] == [f"\u2068{t}\u2069" for t in ("All 2", "New 1", "Refused 1")]
    page.chips._chips[2].click()
    assert cells(page, STATE) == ["Refused"]


def test_tags_are_for_everyone_in_the_file(real: RealWindow, cards: Path) -> None:
    bring(real, ANN, file=cards)
    page = preview(real, cards)
    QTest.keyClicks(page.tags.line, "alumni, Oslo")
    assert page.accept_button.text() == "Tag everyone"
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    assert real.workspace.roster.tags() == {"alumni": 1, "Oslo": 1}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!DOCTYPE html><title>Sign in</title>", "This is a web page"),
        (b"\x89PNG\r\n\x1a\n", "This is a picture"),
        (b"", "The file is empty."),
    ],
)
def test_what_cannot_be_read_says_why(real: RealWindow, cards: Path, content: bytes, said: str) -> None:
    cards.write_bytes(content)
    page = preview(real, cards)
    assert page._totals.text().startswith(said)
    assert not page.accept_button.isEnabled()


def test_hostile_names_are_literal_everywhere(real: RealWindow, cards: Path) -> None:
    cards.write_text(ANN.replace("FN:Ann Archer", f"FN:{HOSTILE}").replace("N:Archer;Ann;;;", f"N:{HOSTILE};;;;"))
    page = preview(real, cards)
    assert cells(page, NAME) == [HOSTILE]
    tip = page.model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert page._files.textFormat() is Qt.TextFormat.PlainText
    assert cards.name in page._files.text()


def test_esc_leaves_and_nothing_was_changed(real: RealWindow, cards: Path) -> None:
    cards.write_text(ANN)
    page = preview(real, cards)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert real.window.asides.shown is None
    assert names(real) == []


def test_reading_can_be_stopped(real: RealWindow, cards: Path) -> None:
    cards.write_text("".join(BEN.replace("Brown", f"Brown{n}") for n in range(30_000)))
    real.window.intents.import_wanted.emit([str(cards)])
    reading = real.window.asides.shown
    assert reading is not None
    reading.finished.emit()
    assert real.life.desks._imports._reading is None
    real.tasks.close()
    QApplication.processEvents()
    assert real.window.asides.shown is None


def drop(real: RealWindow, data: QMimeData) -> bool:
    handle = real.window.windowHandle()
    assert handle is not None
    event = QDropEvent(
        QPointF(QPoint(300, 300)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(handle, event)
    return event.isAccepted()


def test_files_may_be_dropped_anywhere(real: RealWindow, cards: Path) -> None:
    cards.write_text(ANN)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(cards))])
    assert drop(real, data)
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))


def test_text_and_web_addresses_are_not_files(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/cards.vcf"), QUrl.fromLocalFile(str(tmp_path))])
    data.setText("/etc/passwd")
    assert files_in(data) == [str(tmp_path)]


def test_a_calendar_is_told_before_its_times_count_as_busy(real: RealWindow, tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    event = "BEGIN:VEVENT\nUID:a\nDTSTART:20260320T130000Z\nDTEND:20260320T140000Z\nEND:VEVENT\n"
    file.write_text(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n")
    page = preview(real, file)
    assert page._totals.text() == "The times of 1 calendar count as busy."
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    assert real.workspace.calendars.files() == [file]


def test_a_field_may_be_left_out_of_an_update_or_taken_from_the_file(real: RealWindow, cards: Path) -> None:
    bring(real, ANN.replace("ORG", "NICKNAME:Annie\nORG"), file=cards)
    cards.write_text(ANN_WITH_MAIL.replace("ORG", "NICKNAME:Nan\nNOTE:met in Oslo\nORG"))
    page = preview(real, cards)
    boxes = page.detail.fields.boxes
    assert [name for name, box in boxes.items() if box.isChecked()] == ["contact_points", "note", "foreign"]
    assert boxes["nickname"].text().strip("\u2068\u2069") == "parts of the name: Nan, in place of Annie"
    boxes["contact_points"].setFocus()
    QTest.keyClick(boxes["contact_points"], Qt.Key.Key_Space)
    assert QApplication.focusWidget() is boxes["contact_points"], "the keyboard stays where it is"
    boxes["nickname"].click()
    assert not page.detail.fields.boxes["contact_points"].isChecked()
    assert "a way to reach them" not in cells(page, CHANGE)[0]
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    (ann,) = (real.workspace.people.get(person).profile for person in real.workspace.store.people.everyone())
    assert (ann.nickname, ann.note, ann.contact_points) == ("Nan", "met in Oslo", ())


def test_what_is_remarked_about_an_entry_is_read_with_it_and_by_itself(real: RealWindow, cards: Path) -> None:
    bad = "".join(f"X-SHOE-{number}:38\n" for number in range(3))
    cards.write_text(ANN + BEN.replace("END", f"{bad}END") + EMPTY)
    page = preview(real, cards)
    page.table.selectRow(1)
    told = page.detail._change.text().splitlines()
    assert told[0] == "comes in · line 7 of the file"
    assert told[1:] == ["There is no field for this, kept as it is: X-SHOE-0:38 (and 2 more remarks)"]
    told = [chip.accessibleName() for chip in page.chips.findChildren(Chip)]
    assert (told[0], told[-1]) == ("All, 3 entries", "Remarks, 3 remarks")
    page.chips.check("remark")
    page.chips.changed.emit()
    assert set(cells(page, STATE)) == {"Remark"}
    assert set(cells(page, NAME)) == {"Ben Brown"}
    assert cells(page, CHANGE)[2] == "There is no field for this, kept as it is: X-SHOE-2:38"
    assert page.model.counts.total() == 3, "a remark is no entry"


def test_what_was_left_alone_in_a_folder_is_said_at_the_top(real: RealWindow, tmp_path: Path) -> None:
    folder = tmp_path / "from the phone"
    folder.mkdir()
    (folder / "people.vcf").write_text(ANN)
    for number in range(4):
        (folder / f"{number}.txt").write_text("nothing")
    said = preview(real, folder)._files.text()
    assert said.endswith("Nothing is changed yet. Left alone: 0.txt (not an address book). (and 3 more remarks)")


def test_everyone_in_the_file_was_met_at_an_event(real: RealWindow, cards: Path) -> None:
    cards.write_text(BEN)
    page = preview(real, cards)
    page.event_line.setText(" CAOT 2026 ")
    page.accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    (ben,) = (real.workspace.people.get(person).profile for person in real.workspace.store.people.everyone())
    assert ben.event == "CAOT 2026"


def test_while_people_come_in_the_keyboard_is_on_cancel_and_goes_back(real: RealWindow, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("Wer;E-Mail\nAna Lee;a@mill.example\n")
    tables = real.workspace.importing.tables
    (unknown,) = tables.unknown([table])
    tables.save(unknown.table, TableMapping({"Wer": "display"}))
    page = preview(real, table)
    page.accept_button.setFocus()
    page.show_working()
    cancel = real.window.focusWidget()
    assert isinstance(cancel, QPushButton)
    assert cancel.text() == "Cancel"
    page.show_idle()
    assert real.window.focusWidget() is page.accept_button


def test_cancelling_while_people_come_in_takes_all_of_them_back(
    real: RealWindow, cards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards.write_text("".join(BEN.replace("Ben", f"Ben{number}") for number in range(1200)))
    page = preview(real, cards)
    written = Event()
    add = real.workspace.store.people.add

    def slowly(newcomers: Iterable[NewPerson], at: datetime) -> list[PersonId]:
        waiting = iter(newcomers)
        first = next(waiting)
        assert written.wait(10), "nobody cancelled"
        return add([first, *waiting], at)

    monkeypatch.setattr(real.workspace.store.people, "add", slowly)
    page.accept_button.click()
    page._cancel.click()
    written.set()
    real.wait(lambda: "Stopped. Nothing was brought in." in real.said)
    assert names(real) == []
    assert real.window.asides.shown is None


def test_with_large_letters_everything_is_in_reach_and_the_columns_share_what_there_is(
    real: RealWindow, cards: Path
) -> None:
    bring(real, ANN, file=cards)
    cards.write_text(ANN_WITH_MAIL.replace("END", "X-A:1\nNICKNAME:Nan\nTITLE:OT\nNOTE:met in Oslo\nEND"))
    real.window.resize(1024, 560)
    page = preview(real, cards)
    page.table.selectRow(0)
    (area,) = (area for area in page.findChildren(QScrollArea) if area.isAncestorOf(page.table))
    assert area.verticalScrollBar().maximum() > 0
    assert page.detail.height() >= page.detail.heightForWidth(page.detail.width())
    page.table.setFixedWidth(520)
    assert page.table.columnViewportPosition(CHANGE) < 400
    page.table.setColumnWidth(NAME, 700)
    page.table.setFixedWidth(600)
    assert page.table.columnWidth(NAME) == 700, "somebody dragged it"

"""Saying which column is what, in the real window, once for every table like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.column_row import ColumnRow
from otnet_desktop.ui.exchange.column_words import column_choices
from otnet_desktop.ui.exchange.import_page import ImportPage
from otnet_desktop.ui.exchange.mapping_page import MappingPage
from tests.ui.real_window import RealWindow, real_window

HOSTILE = "<img src='file:///etc/passwd'> & co"
LIST = f"Kdnr;Wer;E-Mail;Wann;{HOSTILE}\n17;Ana Lee;a@mill.example;3/4/1990;x\n18;Ben Ito;b@mill.example;4/4/1990;y\n"


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


def asked(real: RealWindow, *files: Path) -> MappingPage:
    real.window.intents.import_wanted.emit([str(file) for file in files])
    real.wait(lambda: isinstance(real.window.asides.shown, MappingPage))
    page = real.window.asides.shown
    assert isinstance(page, MappingPage)
    return page


def previewed(real: RealWindow) -> ImportPage:
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
    page = real.window.asides.shown
    assert isinstance(page, ImportPage)
    return page


def row(page: MappingPage, key: str) -> ColumnRow:
    return next(row for row in page.rows if row.key == key)


def test_each_column_shows_what_it_holds_and_what_it_seems_to_be(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    assert [row.key for row in page.rows] == ["Kdnr", "Wer", "E-Mail", "Wann", HOSTILE]
    assert [row.spelled() for row in page.rows] == ["kept", "kept", "email", "kept", "kept"]
    assert row(page, "Wer").box.accessibleDescription() == "for example Ana Lee · Ben Ito"
    assert row(page, "Wer").box.accessibleName() == "What “Wer” is"
    assert QApplication.focusWidget() is page.rows[0].box


def test_what_is_said_holds_for_this_table_and_the_next_like_it(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    row(page, "Wer").box.choose("display")
    row(page, "Wann").box.choose("birthday")
    page.dates.choose("dmy")
    page.accept_button.click()
    previewed(real).accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    (ana, _) = real.workspace.store.people.many(real.workspace.store.people.everyone())
    assert (ana.profile.display, ana.profile.birthday) == ("Ana Lee", "1990-04-03")
    assert ana.profile.foreign[0] == "Kdnr: 17"
    file.write_text(LIST + "19;Cleo Roy;c@mill.example;5/5/1990;\n")
    real.window.intents.import_wanted.emit([str(file)])
    assert previewed(real)._totals.text() == "1 new, 2 unchanged"


def test_the_keyboard_alone_says_it(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    QTest.keyClick(page.rows[0].box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.rows[1].box
    QTest.keyClicks(page.rows[1].box, "Whole n")
    assert page.rows[1].spelled() == "display"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert real.window.asides.shown is None
    assert real.workspace.importing.tables.to_ask_about([file])


def test_dates_are_asked_about_only_where_there_are_some(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    assert not page.dates.isVisible()
    row(page, "Wann").box.choose("birthday")
    assert page.dates.isVisible()
    assert page.mapping().dates == "mdy"


def test_nobody_comes_in_without_a_name_or_an_address(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    assert page.accept_button.isEnabled()
    row(page, "E-Mail").box.choose("note")
    assert not page.accept_button.isEnabled()
    assert page.hint.text() == "Say which column holds a name, a way to reach them or a place of work."
    row(page, "Kdnr").box.choose("phone")
    assert page.accept_button.isEnabled()


def test_columns_without_names_or_with_the_same_go_by_their_number(real: RealWindow, tmp_path: Path) -> None:
    (tmp_path / "same.csv").write_text("Wer,Was,Was,\nAna,one,two,three\n")
    page = asked(real, tmp_path / "same.csv")
    assert [row.key for row in page.rows] == ["Wer", "2", "3", "4"]
    row(page, "Wer").box.choose("display")
    row(page, "2").box.choose("")
    row(page, "3").box.choose("note")
    page.accept_button.click()
    previewed(real).accept_button.click()
    real.wait(lambda: real.window.asides.shown is None)
    (ana,) = real.workspace.store.people.many(real.workspace.store.people.everyone())
    assert (ana.profile.note, ana.profile.foreign) == ("two", ("Was: one", "Column 4: three"))


def test_two_unknown_tables_are_asked_about_one_after_the_other(real: RealWindow, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("Wer;Mail\nCleo;c@mill.example\n")
    asked(real, file, other).accept_button.click()
    real.wait(lambda: isinstance(page := real.window.asides.shown, MappingPage) and len(page.rows) == 2)
    page = real.window.asides.shown
    assert isinstance(page, MappingPage)
    page.accept_button.click()
    assert previewed(real)._totals.text() == "3 new"


def test_what_was_said_may_be_said_otherwise(real: RealWindow, file: Path) -> None:
    page = asked(real, file)
    row(page, "Wer").box.choose("nickname")
    page.accept_button.click()
    preview = previewed(real)
    preview.show_working()
    assert not preview.columns_button.isEnabled(), "people are coming in"
    preview.show_idle()
    preview.columns_button.click()
    again = real.window.asides.shown
    assert isinstance(again, MappingPage)
    assert row(again, "Wer").spelled() == "nickname"
    row(again, "Wer").box.choose("display")
    again.accept_button.click()
    real.wait(lambda: isinstance(real.window.asides.shown, ImportPage))
    assert next(previewed(real)._plan.entries()).incoming.display == "Ana Lee"


def test_every_choice_is_a_meaning(real: RealWindow) -> None:
    from otnet_desktop.exchange.columns.meaning import spelled_meaning

    assert [choice.code for choice in column_choices() if spelled_meaning(choice.code) is None] == []

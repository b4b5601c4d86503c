"""People, places, tags, notes and meetings with hostile names, in every window: all is shown as it is, nothing fetched.

``OTNET_NAUGHTY`` says how many rounds of other names are walked (2 unless told; 28 bring every name to everybody).
"""

from __future__ import annotations

import argparse
import os
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.settings.machine import Machine
from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.tray.tray_state import for_panel_menu, for_qt_menu
from otnet_desktop.ui.tray.tray_state import one_line as tray_line
from tests.campaigns.naughty import MARK, NAUGHTY, markup
from tests.campaigns.test_leaks import OPENED, close_all, settle
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.real_window import real_window

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

ROUNDS = int(os.environ.get("OTNET_NAUGHTY", "2"))
MOST_CELLS = 200
"""Of each list: the first ones are on the screen."""


class Elsewhere:
    """A file and a server nobody should ever ask."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "canary.png"
        self.file.write_bytes(b"\x89PNG")
        os.utime(self.file, (1_000_000_000, 1_500_000_000))  # read before it was written: any reading is noted
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.setblocking(False)
        self.names = markup(self.file.as_uri(), f"http://127.0.0.1:{self.server.getsockname()[1]}/x.png")

    def was_read(self) -> bool:
        return self.file.stat().st_atime != 1_000_000_000

    def was_asked(self) -> bool:
        try:
            self.server.accept()[0].close()
        except BlockingIOError:
            return False
        return True


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    made = Elsewhere(tmp_path)
    yield made
    made.server.close()


def rename_everything(workspace: Workspace, names: Iterator[str]) -> None:
    """Everybody of the sample network, and all that is known of them, called otherwise."""
    for person in workspace.store.people.everyone():
        profile = workspace.people.get(person).profile
        places = tuple(replace(place, organisation=next(names), title=next(names)) for place in profile.affiliations)
        called = replace(
            profile, display="", given=next(names), family=next(names), nickname=next(names), note=next(names),
            tags=(next(names),), affiliations=places, how_met=next(names), event=next(names),
        )  # fmt: skip
        workspace.people.save(person, called)


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_everything_is_shown_as_it_is(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, elsewhere: Elsewhere, turn: int
) -> None:
    # Markup and the other names by turns; each round begins at other ones, so that they come to other fields.
    woven = [name for pair in zip(cycle(elsewhere.names), NAUGHTY, strict=False) for name in pair]
    names = islice(cycle(woven), turn * 79, None)
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    rename_everything(workspace, names)
    moment = datetime(2026, 3, 18, 14, tzinfo=UTC)
    machine = Machine(tmp_path, False, lambda: False, lambda _on: None, lambda: None, lambda: (moment, moment))
    found: list[str] = []
    seen = 0
    with real_window(qtbot, workspace, tmp_path) as real:
        real.life.desks.settle(machine)
        met = next(person for person in workspace.store.people.everyone() if workspace.meetings.of(person))
        real.window.show_person(met)
        for opened in OPENED.values():
            opened(real)
            settle()
            seen += look_at_everything(found)
            for window in QApplication.topLevelWidgets():
                if window.isVisible():
                    window.grab()
            close_all(real)
        assert not real.failed
    assert seen > 100, "hardly a hostile name was on any screen"
    assert not found, "\n".join(sorted(set(found)))
    assert not elsewhere.was_read()
    assert not elsewhere.was_asked()


def look_at_everything(found: list[str]) -> int:
    """How many hostile texts there are; those that are not shown as they are go into ``found``."""
    seen = 0
    for widget in QApplication.allWidgets():
        for what, text, literal in texts_of(widget):
            seen += MARK in text
            if MARK in text and not literal:
                found.append(f"{type(widget).__name__} {widget.objectName()} {what}: {text!r}")
    return seen


def texts_of(widget: QWidget) -> Iterator[tuple[str, str, bool]]:
    """What, its text, and whether Qt will show that as it is."""
    yield "tip", widget.toolTip(), is_literal_tip(widget.toolTip())
    if isinstance(widget, QLabel):
        plain = widget.textFormat() is Qt.TextFormat.PlainText
        yield "label", widget.text(), plain or not may_be_markup(widget.text())
    if isinstance(widget, QAbstractButton):
        yield "button", widget.text(), is_without_mnemonic(widget.text())
    if isinstance(widget, QTextBrowser):
        html = widget.document().toHtml()
        yield "pages", html, "<img" not in html and 'href="file' not in html
    for action in widget.actions():
        yield from texts_of_action(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        for tip in tips_in(widget.model(), QModelIndex()):
            yield "tip of a row", tip, is_literal_tip(tip)


def texts_of_action(action: QAction) -> Iterator[tuple[str, str, bool]]:
    yield "line of a menu", action.text(), is_without_mnemonic(action.text())


def tips_in(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), MOST_CELLS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
            index = model.index(row, column, parent)
            tip = model.data(index, Qt.ItemDataRole.ToolTipRole)
            yield tip if isinstance(tip, str) else ""
            if not isinstance(model, QAbstractListModel | QAbstractTableModel) and model.hasChildren(index):
                yield from tips_in(model, index)


def may_be_markup(text: str) -> bool:
    """Without a bracket Qt never guesses so."""
    return "<" in text


def is_literal_tip(tip: str) -> bool:
    """Not taken for markup, or markup that was made of a text, in one span."""
    if not may_be_markup(tip):
        return True
    inner = tip.removeprefix("<span>").removesuffix("</span>")
    return tip.startswith("<span>") and "<" not in inner


def is_without_mnemonic(text: str) -> bool:
    return MARK not in text or "&" not in text.replace("&&", "")


def test_every_name_stays_itself_on_buttons_tips_and_in_the_tray(elsewhere: Elsewhere) -> None:
    names = (*NAUGHTY, *elsewhere.names)
    assert len(names) >= 535
    for name in names:
        line = one_line(name)
        assert is_without_mnemonic(caption(name)), repr(name)
        assert is_literal_tip(literal_tip(name)), repr(name)
        document = QTextDocument()
        document.setHtml(literal_tip(line))
        if may_be_markup(literal_tip(line)):
            assert " ".join(document.toPlainText().split()) == " ".join(line.split())
        assert is_without_mnemonic(for_qt_menu(tray_line(name))), repr(name)
        assert for_panel_menu(tray_line(name)).replace("__", "").count("_") == 0
        assert "\n" not in tray_line(name)

"""Help: every page is there, true about the keys, safe, and found from where one is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop import __version__
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.actions import KEYS, Act, all_texts, keys_of
from otnet_desktop.ui.help.help_book import CONTENTS, HelpBook, page_text
from otnet_desktop.ui.help.help_page import HelpPage
from otnet_desktop.ui.help.help_view import HelpView
from otnet_desktop.ui.help.keyboard_text import keyboard_text
from tests.factories import profile
from tests.house.source import modules
from tests.ui.real_window import RealWindow, real_window

WRITTEN = [name for name in CONTENTS if name != "about"]


@pytest.fixture
def real(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[RealWindow]:
    workspace.people.add(profile("Ann Archer"))
    with real_window(qtbot, workspace, tmp_path) as made:
        yield made


def help_page(real: RealWindow, act: Act = Act.HELP) -> HelpPage:
    real.life.actions[act].trigger()
    shown = real.window.asides.shown
    assert isinstance(shown, HelpPage)
    return shown


@pytest.mark.parametrize("name", WRITTEN)
def test_each_page_has_one_title_and_links_that_lead_somewhere(qtbot: QtBot, name: str) -> None:
    text = page_text(name)
    assert re.findall(r"^# .+", text, re.MULTILINE) == [text.splitlines()[0]]
    for target in re.findall(r"\]\(([^)]+)\)", text):
        assert target in CONTENTS, target
    assert "<" not in text


@pytest.mark.parametrize("words", ["return to practice", "HCPC", "supervised practice"])
def test_returning_to_practice_is_found(qtbot: QtBot, words: str) -> None:
    assert HelpBook().search(words)[0] == "return-to-practice"


def test_the_keys_in_the_help_are_the_keys_there_are() -> None:
    """Each key of the table stands beside its action, and there is no other."""
    rows = dict(re.findall(r"^\| (.+?) \| (.+?) \|$", keyboard_text(), re.MULTILINE))
    rows.pop("What", None)
    rows = {what: keys for what, keys in rows.items() if not what.startswith("-")}
    native = QKeySequence.SequenceFormat.NativeText
    expected = {
        all_texts()[act].replace("&", "").rstrip("…"): " or ".join(key.toString(native) for key in keys_of(act))
        for act in KEYS
    }
    assert rows == expected


@pytest.mark.parametrize("name", WRITTEN)
def test_keys_named_in_pages_belong_to_the_program(name: str) -> None:
    known = {key for keys in KEYS.values() for key in keys} | {"Ctrl+Enter"}
    for key in re.findall(r"Ctrl\+(?:Shift\+)?\w+|F\d", page_text(name)):
        assert key in known, key


def test_pages_that_panes_ask_for_are_there() -> None:
    asked = {match for module in modules() for match in re.findall(r"set_help\([^,]+, \"([\w-]+)\"\)", module.text)}
    assert asked
    assert asked <= set(CONTENTS)


def test_f1_opens_the_page_about_where_one_is(real: RealWindow) -> None:
    real.window.follow_ups.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    real.window.follow_ups.setFocus()
    page = help_page(real)
    assert page.shown == "reminders"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert real.window.asides.shown is None
    assert real.window.follow_ups.hasFocus()


def test_search_finds_pages_by_words_in_any_order(real: RealWindow) -> None:
    page = help_page(real)
    QTest.keyClicks(page.search, "csv linkedin")
    found = [page.contents.item(row).text() for row in range(page.contents.count())]
    assert found == ["Bringing people in and out"]
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.shown == "import-export"
    page.search.setText("zebra")
    assert page._none.isVisible()


def test_links_lead_to_pages_and_nowhere_else(real: RealWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("otnet_desktop.ui.help.help_view.open_link", opened.append)
    page = help_page(real)
    page.view.anchorClicked.emit(QUrl("thank-you"))
    assert page.shown == "thank-you"
    page.view.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert opened == ["file:///etc/passwd"], "links are judged in one place"
    assert page.shown == "thank-you"


def test_nothing_is_loaded_and_html_is_text(qtbot: QtBot) -> None:
    view = HelpView()
    qtbot.addWidget(view)
    view.show_page("x", "# Title\n\n<img src='file:///etc/passwd'> ![p](file:///etc/passwd)")
    assert "<img" in view.toPlainText()
    assert view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///etc/passwd")) is None


def test_about_tells_the_version_and_can_be_copied(real: RealWindow) -> None:
    page = help_page(real, Act.ABOUT)
    page._copy.click()
    copied = QGuiApplication.clipboard().text()
    assert f"Version {__version__}" in copied
    assert "LGPL-3.0" in copied


def test_the_page_tells_where_the_data_are() -> None:
    assert "    /data/of/ann" in HelpBook("/data/of/ann").text("about")


def test_pages_can_be_read_mirrored_and_by_a_screen_reader(real: RealWindow) -> None:
    page = help_page(real)
    assert page.view.accessibleName() == "Getting started"
    assert page.contents.accessibleName() == "Contents"
    assert page.view.hasFocus()

"""Hostile names outside the window: in notifications, in the tray, on paper, and made of them what Qt shows."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QTextDocument
from pytestqt.qtbot import QtBot

from otnet_desktop.app.commands.exchanging import sample
from otnet_desktop.app.reminding import Reminding
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.locking import RecoverySheet
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.exchange.address_paper import address_paper
from otnet_desktop.ui.exchange.person_paper import person_sheets
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.journey.paper import Paper, pdf_of
from otnet_desktop.ui.journey.year_paper import year_paper
from otnet_desktop.ui.locking.recovery_form import recovery_paper
from otnet_desktop.ui.meetings.prep_paper import prep_paper
from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line, titled
from otnet_desktop.ui.tray.dbus_notifier import DBusNotifier
from otnet_desktop.ui.tray.notice import Notice
from otnet_desktop.ui.tray.tray_icon import TrayIcon
from otnet_desktop.ui.tray.tray_state import for_panel_menu, for_qt_menu
from otnet_desktop.ui.tray.tray_state import one_line as tray_line
from tests.app.screens import Front
from tests.campaigns.elsewhere import Elsewhere
from tests.campaigns.hostile_data import rewrite
from tests.campaigns.literally import (
    is_literal_page,
    is_literal_tip,
    is_title,
    is_without_mnemonic,
    may_be_markup,
    texts_of_action,
)
from tests.campaigns.naughty import MARK, NAUGHTY
from tests.services.clocks import SettableClock
from tests.ui.conftest import _dressed, bridge, clock, intents, theme, workspace
from tests.ui.tray.fake_bus import FakeBus

__all__ = ["_dressed", "bridge", "clock", "intents", "theme", "workspace"]

DAYS = int(os.environ.get("OTNET_NAUGHTY_DAYS", "10"))
"""Of notifications."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    made = Elsewhere(tmp_path)
    yield made
    assert not made.was_read()
    assert not made.was_asked()
    made.close()


@pytest.fixture
def hostile(workspace: Workspace, elsewhere: Elsewhere) -> Workspace:
    """The sample network, called otherwise."""
    sample(workspace, argparse.Namespace(file=None, today="2026-03-18"))
    rewrite(workspace, elsewhere.woven())
    return workspace


def test_notices_and_the_tray_name_everybody_as_they_are(
    qtbot: QtBot, hostile: Workspace, elsewhere: Elsewhere, clock: SettableClock
) -> None:
    tray, notifier = TrayIcon(QIcon()), DBusNotifier("OTnet", "org.otnet.OTnetDesktop", Path("/icon.svg"))
    bus = FakeBus(notifier._hear, notifier._bus_lost)
    notifier._bus = bus  # type: ignore[assignment]
    assert notifier.is_available()
    bus.named("GetCapabilities")[0].reply(["body", "body-markup", "actions"])
    reminding = Reminding(hostile, Intents(), notifier, tray, Front())
    lines: list[tuple[str, str, bool]] = []
    for _ in range(DAYS * 12):
        clock.advance(hours=2)
        hostile.reminders.tick()
        reminding.look()
        lines += [text for action in tray._menu.actions() for text in texts_of_action(action)]
    mine = len(bus.named("Notify"))
    for number, name in enumerate((*NAUGHTY, *elsewhere.names)):  # also those that no sentence of ours held
        notifier.show(Notice(str(number), tray_line(name), name))
    told = [call.arguments for call in bus.named("Notify")]
    bodies = [body for _, _, _, _, body, _, _, _ in told]
    assert sum(MARK in line for _, line, _ in lines) > DAYS
    assert any(MARK in title for _, _, _, title, _, _, _, _ in told[:mine])
    assert any(MARK in body for body in bodies[:mine])
    assert [line for line in lines if not line[2]] == []
    for _, _, _, title, body, buttons, _, _ in told:
        assert "\0" not in title
        assert "\n" not in title
        assert "<" not in body, body
        assert unescape(body).count("&") == body.count("&amp;"), body
        assert all(sign >= " " or sign in "\t\n" for sign in body), repr(body)
        assert MARK not in "".join(buttons)
    tray.close()


def papers(workspace: Workspace) -> Iterator[Paper]:
    people = workspace.store.people.everyone()
    meetings = [meeting for person in people for meeting in workspace.meetings.of(person)]
    zone = workspace.preferences.timing().zone
    yield address_paper("<b>Addresses</b>", workspace.exporting.profiles(people))
    yield person_sheets(workspace, "Sheets", people, private=True)
    yield prep_paper(workspace.preparing.of(meetings[0].id), workspace.material.vocabulary.purposes, zone)

    def name_of(person: PersonId) -> str:
        return workspace.people.get(person).profile.full_name

    yield year_paper(workspace.review.of(2026), name_of, zone)
    sheet = RecoverySheet("aaaa-bbbb", Path("/home/<img src=x>/otnet.db"))
    yield recovery_paper(sheet, workspace.clock.now().date())


def test_paper_holds_names_and_no_markup(qtbot: QtBot, hostile: Workspace) -> None:
    texts = ""
    for paper in papers(hostile):
        texts += paper.document.toPlainText()
        for document in (paper.document, paper.shown()):
            assert is_literal_page(document)
        assert pdf_of(paper).startswith(b"%PDF")
    assert texts.count(MARK) > 1000
    assert texts.count("<img src=") > 10


def test_every_name_stays_itself_on_buttons_tips_titles_and_in_the_tray(elsewhere: Elsewhere) -> None:
    names = (*NAUGHTY, *elsewhere.names)
    assert len(NAUGHTY) >= 515
    assert len(elsewhere.names) >= 20
    for name in names:
        line = one_line(name)
        assert is_without_mnemonic(caption(name)), repr(name)
        assert is_title(titled(f"Edit {name}")), repr(name)
        assert is_literal_tip(literal_tip(name)), repr(name)
        document = QTextDocument()
        document.setHtml(literal_tip(line))
        if may_be_markup(literal_tip(line)):
            assert " ".join(document.toPlainText().split()) == " ".join(line.split())
        assert is_without_mnemonic(for_qt_menu(tray_line(name))), repr(name)
        assert for_panel_menu(tray_line(name)).replace("__", "").count("_") == 0
        assert "\n" not in tray_line(name)

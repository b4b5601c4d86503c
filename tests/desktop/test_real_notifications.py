"""A thank-you that is due arrives as a notification, and pressing it opens the letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.icon import told_to_panel
from tests.desktop.notices import asked, press_dunst
from tests.desktop.real import THANKS_DUE, Real, fill
from tests.desktop.rig.session import Desktop


def press_button(desk: Desktop) -> None:
    desk.click_on("push button", "Write thank-you")


PRESSES: list[tuple[str, Callable[[Desktop], None]]] = [("dunst", press_dunst), ("xfce", press_button)]


@pytest.mark.parametrize(("notify", "press"), PRESSES, ids=["the notification itself", "its button"])
def test_pressing_a_notification_opens_the_letter(
    desktop: StartDesktop, tmp_path: Path, notify: str, press: Callable[[Desktop], None]
) -> None:
    desk = desktop(notify=notify, tray="none")
    app = Real(desk, fill(tmp_path / "data", THANKS_DUE), "--hidden").ready()
    note = desk.wait_for_note(asked)
    assert note.title == "Thank Renata"
    assert note.actions == ("default", "", "do", "Write thank-you", "later", "Later")
    press(desk)
    app.wait_for_focus("text 'Text'")
    assert app.is_in_front()
    assert app.sees("Write to Renata Núñez")
    app.end()


def test_it_arrives_while_the_program_runs(desktop: StartDesktop, tmp_path: Path) -> None:
    """By the machine's own clock, in a zone where it is about noon, so that no quiet hours are in the way."""
    desk = desktop(tray="none")
    zone, noon = zone_at_noon(datetime.now(UTC))
    desk.environment["TZ"] = zone
    folder = fill(tmp_path / "data", met_so_that_thanks_are_due(noon + timedelta(seconds=8)), now=iso(noon), zone=zone)
    app = Real(desk, folder, now="").shown()
    assert not any(map(asked, desk.notes()))
    assert desk.wait_for_note(asked).title == "Thank Renata"
    app.end()


def test_in_discreet_mode_no_name_is_on_the_bus(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop()
    folder = fill(tmp_path / "data", THANKS_DUE)
    before = Real(desk, folder, now="2026-03-18T11:00").shown()
    desk.press("ctrl+comma")
    desk.act("check box", "Discreet: notifications and the tray name nobody")
    before.end()
    app = Real(desk, folder, "--hidden").ready()
    assert desk.wait_for_note(asked).title
    everything = (desk.root / "log" / "monitor.log").read_text() + told_to_panel(desk)
    assert "1 to do" in everything
    assert "Renata" not in everything
    app.end()


def zone_at_noon(now: datetime) -> tuple[str, datetime]:
    """A zone in which it is about noon, and the wall time there."""
    east = 12 - now.hour
    # In these names the sign means west.
    return f"Etc/GMT{-east:+d}" if east else "Etc/GMT", now + timedelta(hours=east)


def met_so_that_thanks_are_due(due: datetime) -> dict[str, Any]:
    """Somebody met two hours before ``due``, also where today is a day of rest."""
    start, end = due - timedelta(hours=2, minutes=30), due - timedelta(hours=2)
    meeting = {"mid": "m1", "pids": ["renata"], "start": iso(start), "end": iso(end), "fmt": "virtual"}
    return {
        "people": [{"id": "renata", "given": "Renata", "family": "Núñez", "email": "renata@larchmont.example"}],
        "settings": {"quiet_days": []},
        "facts": [
            {"type": "add_person", "pid": "renata", "at": iso(start - timedelta(hours=1))},
            {"type": "meeting", "at": iso(start - timedelta(minutes=30)), **meeting},
            {"type": "outcome", "mid": "m1", "outcome": "held", "at": iso(end)},
        ],
    }


def iso(wall: datetime) -> str:
    return wall.replace(tzinfo=None).isoformat(timespec="seconds")

"""Notifications with each kind of daemon, and with none: pressed with a real mouse, read from the real bus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.conftest import StartDesktop
from tests.desktop.icon import tray_place
from tests.desktop.notices import asked, press_dunst
from tests.desktop.rig.notes import Note
from tests.desktop.rig.processes import wait_for
from tests.desktop.small import Small

HOSTILE = "<b>Renata</b> & <img src='file:///etc/passwd'>"


def event(name: str) -> Callable[[Note], bool]:
    return lambda note: note.event == name


@pytest.mark.parametrize("notify", ["dunst", "xfce"])
def test_a_notice_arrives_with_its_text_unchanged(desktop: StartDesktop, tmp_path: Path, notify: str) -> None:
    desk = desktop(notify=notify)
    Small(desk, tmp_path).ready().tell("notice", "THANKS:m1:p1", f"Thank {HOSTILE}|{HOSTILE}")
    note = desk.wait_for_note(asked)
    assert note.title == f"Thank {HOSTILE}"  # the title is plain text by the specification
    assert note.body == "&lt;b&gt;Renata&lt;/b&gt; &amp; &lt;img src='file:///etc/passwd'&gt;"  # the body is not
    assert note.actions == ("default", "", "write", "Write", "later", "Later")


def test_pressing_a_notice_without_buttons_is_the_default_action(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(notify="dunst")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "THANKS:m1:p1", "Thank Renata|")
    desk.wait_for_note(asked)
    press_dunst(desk)
    small.program.wait_for_line("action THANKS:m1:p1 default")


@pytest.mark.parametrize(("label", "action"), [("Write", "write"), ("Later", "later")])
def test_pressing_a_button_is_its_action(desktop: StartDesktop, tmp_path: Path, label: str, action: str) -> None:
    desk = desktop(notify="xfce")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "THANKS:m1:p1", "Thank Renata|")
    desk.wait_for_note(asked)
    desk.click_on("push button", label)
    small.program.wait_for_line(f"action THANKS:m1:p1 {action}")


def test_a_second_notice_of_the_same_thing_takes_the_place_of_the_first(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(notify="xfce")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "DIGEST", "2 things to do|")
    first = desk.wait_for_note(asked)
    assert first.number == 0

    def replaced() -> bool:
        small.tell("notice", "DIGEST", "3 things to do|")
        return any(note.title == "3 things to do" and note.number > 0 for note in desk.notes())

    wait_for("the daemon's number in a later notice", replaced, 10)


def test_a_notice_is_withdrawn_when_the_thing_is_done(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(notify="xfce")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "THANKS:m1:p1", "Thank Renata|")
    small.tell("withdraw", "THANKS:m1:p1")  # most likely before the daemon has said its number
    desk.wait_for_note(event("withdrawn"))
    desk.wait_for_note(event("gone"))


def test_only_the_daemon_is_believed(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(notify="dunst")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "THANKS:m1:p1", "Thank Renata|")
    desk.wait_for_note(asked)
    emit = ["gdbus", "emit", "--session", "--object-path", "/org/freedesktop/Notifications", "--signal"]
    name = "org.freedesktop.Notifications.ActionInvoked"
    for number in range(1, 6):  # ours is among them, but it is not the daemon who says so
        desk.ask(*emit, name, f"uint32 {number}", "write")
    press_dunst(desk)
    small.program.wait_for_line("action")
    assert [line for line in small.program.said if line.startswith("action")] == ["action THANKS:m1:p1 default"]


def test_a_daemon_that_dies_and_comes_back_is_used_again(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(notify="dunst")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "one", "First|")
    desk.wait_for_note(asked)
    desk.kill("notifications")
    small.tell("notice", "two", "Nobody hears this|")
    desk.start_notifications("xfce")
    small.tell("notice", "one", "Again|")
    again = desk.wait_for_note(lambda note: note.title == "Again")
    assert again.number == 0  # the old number means nothing to the new daemon
    desk.click_on("push button", "Write")
    small.program.wait_for_line("action one write")


def test_without_a_daemon_the_tray_shows_a_balloon(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="trayer", notify="none")
    small = Small(desk, tmp_path).ready()
    x, y = tray_place(small.desktop)
    small.tell("notice", "THANKS:m1:p1", f"Thank {HOSTILE}|It was a good talk.")
    left, top, width, height = desk.menu("small-app")
    assert (left + width, top + height) >= (x, y - 60)  # beside the icon
    desk.click(left + width // 2, top + height * 2 // 3)
    small.program.wait_for_line("action THANKS:m1:p1 default")


@pytest.mark.parametrize(
    "kind",
    [
        {"tray": "none", "notify": "none"},
        {"bus": False, "tray": "trayer"},
        {"bus": False, "tray": "none", "a11y": False},
        {"tray": "none", "wm": "none"},
    ],
    ids=lambda kind: ",".join(f"{key}={value}" for key, value in kind.items()),
)
def test_whatever_is_missing_the_program_runs(
    desktop: StartDesktop, tmp_path: Path, kind: dict[str, str | bool]
) -> None:
    small = Small(desktop(**kind), tmp_path).ready()
    small.tell("due", "2", "Thank Renata")
    small.tell("notice", "THANKS:m1:p1", "Thank Renata|")
    assert small.where() == "shown"
    assert "Traceback" not in "\n".join(small.program.complaints)


def test_when_the_bus_dies_the_program_goes_on(desktop: StartDesktop, tmp_path: Path) -> None:
    desk = desktop(tray="trayer", notify="dunst")
    small = Small(desk, tmp_path).ready()
    small.tell("notice", "one", "First|")
    desk.wait_for_note(asked)
    desk.kill("bus")
    small.tell("notice", "two", "Second|")
    desk.menu("small-app")  # the balloon
    assert small.where() == "shown"
    assert "Traceback" not in "\n".join(small.program.complaints)

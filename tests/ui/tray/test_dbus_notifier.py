"""The order of things on the bus, and every answer a daemon may give. With real daemons: ``tests/desktop``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otnet_desktop.ui.tray.dbus_notifier import DBusNotifier
from otnet_desktop.ui.tray.notice import Notice, Urgency
from tests.ui.tray.fake_bus import FakeBus

THANKS = Notice("THANKS:m1:p1", "Thank <Renata>", "A & B", (("write", "Write"), ("later", "Later")), "Open")
ABILITIES = ["body", "body-markup", "actions"]
UNKNOWN = "org.freedesktop.DBus.Error.ServiceUnknown"


class Talk:
    """A notifier, the bus it talks over, and what came of it."""

    def __init__(self) -> None:
        self.notifier = DBusNotifier("OTnet", "org.otnet.OTnetDesktop", Path("/our own/icon.svg"))
        self.bus = FakeBus(self.notifier._hear, self.notifier._bus_lost)
        self.notifier._bus = self.bus  # type: ignore[assignment]
        self.pressed: list[tuple[str, str]] = []
        self.refused: list[Notice] = []
        self.notifier.on_action = lambda notice, action: self.pressed.append((notice, action))
        self.notifier.on_refused = self.refused.append

    def begin(self, abilities: list[str] | None = None) -> Talk:
        assert self.notifier.is_available()
        self.bus.named("GetCapabilities")[-1].reply(ABILITIES if abilities is None else abilities)
        return self

    def show(self, notice: Notice = THANKS, number: int = 7) -> None:
        self.notifier.show(notice)
        self.bus.named("Notify")[-1].reply(number)


@pytest.fixture
def talk(qapp: object) -> Talk:
    return Talk()


def test_the_daemon_is_asked_once_what_it_can_do(talk: Talk) -> None:
    talk.begin()
    talk.show()
    talk.show(replace(THANKS, id="another"), 8)
    assert talk.notifier.is_available()
    assert len(talk.bus.named("GetCapabilities")) == 1
    assert len(talk.bus.rules) == 2


def test_a_notice_waits_until_that_is_known(talk: Talk) -> None:
    assert talk.notifier.is_available()
    talk.notifier.show(THANKS)
    assert talk.bus.named("Notify") == []
    talk.bus.named("GetCapabilities")[0].reply(ABILITIES)
    assert len(talk.bus.named("Notify")) == 1


def test_everything_is_in_the_call(talk: Talk) -> None:
    talk.begin().show(replace(THANKS, urgency=Urgency.CRITICAL))
    app, replaces, icon, title, body, actions, hints, timeout = talk.bus.named("Notify")[0].arguments
    assert (app, replaces, icon, timeout) == ("OTnet", 0, "org.otnet.OTnetDesktop", -1)
    assert title == "Thank <Renata>"
    assert body == "A &amp; B"
    assert actions == ["default", "", "write", "Write", "later", "Later"]
    assert hints == {
        "urgency": ("y", 2),
        "desktop-entry": ("s", "org.otnet.OTnetDesktop"),
        "image-path": ("s", "file:///our%20own/icon.svg"),
    }


def test_a_daemon_without_markup_or_buttons_gets_neither(talk: Talk) -> None:
    talk.begin(["body"]).show()
    _, _, _, _, body, actions, _, _ = talk.bus.named("Notify")[0].arguments
    assert body == "A & B"
    assert actions == []


def test_what_no_bus_carries_is_left_out(talk: Talk) -> None:
    """A zero or half a character, and the bus hangs up; other control signs are in no markup."""
    talk.begin().show(replace(THANKS, title="A\0na \ud83d", body="one\ntwo\x1b[31m<b>\0"))
    _, _, _, title, body, _, _, _ = talk.bus.named("Notify")[0].arguments
    assert (title, body) == ("Ana ?", "one\ntwo[31m&lt;b&gt;")


def test_a_press_is_told_by_our_own_id(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.bus.on_signal("ActionInvoked", (7, "later"))
    assert talk.pressed == [("THANKS:m1:p1", "later")]


def test_numbers_that_are_not_ours_are_ignored(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.bus.on_signal("ActionInvoked", (8, "later"))
    talk.bus.on_signal("NotificationClosed", (8, 2))
    talk.bus.on_signal("NameAcquired", (":1.5",))
    assert talk.pressed == []


def test_after_its_end_a_notice_is_not_pressed_or_replaced(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.bus.on_signal("NotificationClosed", (7, 1))
    talk.bus.on_signal("ActionInvoked", (7, "later"))
    talk.show(number=9)
    assert talk.pressed == []
    assert talk.bus.named("Notify")[1].arguments[1] == 0


def test_the_same_id_takes_the_earlier_ones_place(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.show(number=7)
    assert talk.bus.named("Notify")[1].arguments[1] == 7


def test_withdrawing_closes_it(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.notifier.withdraw("THANKS:m1:p1")
    talk.notifier.withdraw("THANKS:m1:p1")
    talk.notifier.withdraw("never shown")
    assert [call.arguments for call in talk.bus.named("CloseNotification")] == [(7,)]


def test_nothing_with_dead_buttons_stays_when_the_program_ends(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.show(replace(THANKS, id="another"), 8)
    talk.notifier.close()
    assert [call.arguments for call in talk.bus.named("CloseNotification")] == [(7,), (8,)]


def test_withdrawing_before_the_number_is_known_closes_it_then(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.notifier.withdraw("THANKS:m1:p1")
    talk.bus.named("Notify")[0].reply(7)
    assert [call.arguments for call in talk.bus.named("CloseNotification")] == [(7,)]


def test_shown_again_after_withdrawing_it_stays(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.notifier.withdraw("THANKS:m1:p1")
    talk.show(number=7)
    assert talk.bus.named("CloseNotification") == []


def test_without_a_bus_it_is_not_available(talk: Talk) -> None:
    talk.bus.is_there = False
    assert not talk.notifier.is_available()


def test_without_a_daemon_waiting_notices_are_handed_back(talk: Talk) -> None:
    assert talk.notifier.is_available()
    talk.notifier.show(THANKS)
    talk.bus.named("GetCapabilities")[0].fail(UNKNOWN)
    assert talk.refused == [THANKS]
    assert not talk.notifier.is_available()


def test_a_daemon_that_dies_while_asked_hands_the_notice_back(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.bus.named("Notify")[0].fail("org.freedesktop.DBus.Error.NoReply")
    assert talk.refused == [THANKS]
    assert not talk.notifier.is_available()


def test_a_daemon_that_refuses_one_is_asked_again_for_the_next(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.bus.named("Notify")[0].fail("org.freedesktop.Notifications.MaxNotificationsExceeded")
    assert talk.refused == [THANKS]
    assert talk.notifier.is_available()


def test_a_new_daemon_is_asked_anew_and_numbers_start_again(talk: Talk) -> None:
    talk.begin().show(number=7)
    talk.bus.on_signal("NameOwnerChanged", ("name", ":1.4", ""))
    assert not talk.notifier.is_available()
    talk.bus.on_signal("NameOwnerChanged", ("name", "", ":1.9"))
    talk.begin(["body"]).show(number=7)
    assert talk.bus.named("Notify")[1].arguments[1] == 0
    assert talk.bus.named("Notify")[1].arguments[5] == []


def test_when_the_bus_dies_waiting_notices_are_handed_back(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.bus.lose()
    assert talk.refused == [THANKS]
    assert not talk.notifier.is_available()


def test_a_bus_that_comes_back_is_used_again(talk: Talk) -> None:
    talk.begin().show()
    talk.bus.lose()
    talk.bus.is_there = True
    talk.begin().show(number=1)
    assert talk.refused == []
    assert len(talk.bus.rules) == 4


def test_a_withdrawn_notice_is_not_handed_back(talk: Talk) -> None:
    talk.begin()
    talk.notifier.show(THANKS)
    talk.notifier.withdraw("THANKS:m1:p1")
    talk.bus.lose()
    assert talk.refused == []

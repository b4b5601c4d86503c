"""People and facts that many examples begin with, and short ways to look at them."""

from __future__ import annotations

from typing import Any

from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.reminders import Kind, Outlook, Reminder
from tests.domain.telling import instant, people, story, told

A, B = people("a", "b")
INTRO = told("03-02 10:00", "out", pid="a", kind="intro")
YES = told("03-04 16:00", "in", pid="a", kind="yes")
NO = told("03-04 16:00", "in", pid="a", kind="no")
MEETING = told(
    "03-02 10:00", "meeting", mid="m", pids=["a"], fmt="virtual", start="2026-03-10T14:00", end="2026-03-10T14:30"
)
HELD = told("03-10 14:35", "outcome", mid="m", outcome="held")
MET = [told("03-02 12:00", "encounter", mid="e", pids=["a"]), told("03-03 09:30", "thanked", mid="e", pids=["a"])]
KIT = told("03-03 09:31", "kit", pid="a", days=120)
FRIDAY_CHAT = told("03-06 15:00", "encounter", mid="e", pids=["a"])
ANSWER = told("03-04 16:00", "in", pid="a", kind="answer")
LATER = told("03-04 16:00", "in", pid="a", kind="later", ask_again_on="2026-05-02")
MISSED = told("03-10 15:00", "outcome", mid="m", outcome="no_show_me")
CANCELLED = told("03-09 17:00", "cancel", mid="m", by="me")
ACCEPTED = told("03-16 10:00", "opportunity", oid="o", state="accepted", helpers=["a"])
BOUNCE = told("03-02 21:30", "in", pid="a", kind="bounce")
MOVED = told("03-09 10:00", "moved", pid="a")

PROMISE = told("03-04 10:00", "promise", cid="c", pid="a", by="me", due_on="2026-03-12")
THEIRS = told("03-04 10:00", "promise", cid="c", pid="a", by="them", due_on="2026-03-10")
REFERRED = [told("03-04 10:00", "referral", by="a", to="b"), told("03-09 12:00", "encounter", mid="f", pids=["b"])]


def look_at(at: str, *facts: dict[str, Any], person: str = "a", **settings: object) -> Outlook:
    so_far = story([A, B, *facts], settings)
    return look(person, so_far.facts, so_far.timing, instant(at))


def only(at: str, *facts: dict[str, Any], kind: Kind | None = None, person: str = "a") -> Reminder:
    (reminder,) = [r for r in look_at(at, *facts, person=person).reminders if kind is None or r.kind is kind]
    return reminder


def kinds(outlook: Outlook) -> set[Kind]:
    return {reminder.kind for reminder in outlook.reminders}

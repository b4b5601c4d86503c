"""Says what happened in the words of a network file, and reads the stories kept as test data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from otnet_desktop.domain.facts import Fact
from otnet_desktop.domain.habits import read_settings
from otnet_desktop.domain.network import Network, read_network
from otnet_desktop.domain.outlook import look
from otnet_desktop.domain.reminders import Outlook, Reminder
from otnet_desktop.domain.timing import Timing
from otnet_desktop.domain.worktime import worktime

DATA = Path(__file__).parent / "data"
SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "network.json"

A_MONDAY = date(2026, 3, 2)
BOSTON = Timing(zone=ZoneInfo("America/New_York"))


def load(path: Path) -> Any:  # noqa: ANN401  (whatever the file holds)
    return json.loads(path.read_text(encoding="utf-8"))


def instant(wall: str, timing: Timing = BOSTON) -> datetime:
    """A local time as text, for example "2026-03-02T09:00" or, in 2026, "03-02 09:00"."""
    text = wall if wall.startswith("20") else f"2026-{wall}"
    local = datetime.fromisoformat(text)
    return worktime(timing).at(local.date(), local.time())


def wall(at: datetime, timing: Timing = BOSTON) -> str:
    """An instant as "2026-03-02T09:00" on the user's wall."""
    return worktime(timing).local(at).strftime("%Y-%m-%dT%H:%M")


@dataclass(frozen=True)
class Story:
    """Facts, and the habits with which to look at them."""

    network: Network

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.network.facts

    @property
    def timing(self) -> Timing:
        return self.network.timing


def story(facts: Iterable[dict[str, Any]], settings: dict[str, Any] | None = None, timing: Timing = BOSTON) -> Story:
    timing = read_settings(settings or {}, timing)
    return Story(read_network({"facts": list(facts)}, A_MONDAY, timing))


def told(at: str, what: str, /, **fields: object) -> dict[str, Any]:
    """One fact, at a local time in 2026 ("03-02 09:00")."""
    return {"type": what, "at": f"2026-{at}".replace(" ", "T"), **fields}


def people(*refs: str, at: str = "03-02 09:00") -> list[dict[str, Any]]:
    return [told(at, "add_person", pid=ref, name=ref.title()) for ref in refs]


def listed(reminders: Iterable[Reminder], timing: Timing = BOSTON) -> list[tuple[str, str, str]]:
    """Kind, person and due time, sorted, to be compared with what a story expects."""
    return sorted((str(reminder.kind), reminder.person, wall(reminder.due, timing)) for reminder in reminders)


def look_on(so_far: Story, person: str, at: str) -> Outlook:
    return look(person, so_far.facts, so_far.timing, instant(at, so_far.timing))


def says(outlook: Outlook) -> list[str]:
    """Reminders in short: "THANK_YOU/meeting 03-11 09:00 *"."""
    return [
        f"{r.kind}{'/' + r.variant if r.variant else ''} {wall(r.due)[5:].replace('T', ' ')}{' *' if r.active else ''}"
        for r in outlook.reminders
    ]


def meeting(mid: str, pid: str, booked: str, start: str, end: str, **more: object) -> dict[str, Any]:
    day, _ = start.split()
    return told(
        booked, "meeting", mid=mid, pids=[pid], start=iso(start), end=iso(f"{day} {end}"), **({"fmt": "virtual"} | more)
    )


def iso(text: str) -> str:
    return f"2026-{text}".replace(" ", "T")

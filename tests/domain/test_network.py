"""Networks told as facts: both ways of saying when, people by ref or name, and plain words for what is wrong."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.habits import read_settings
from otnet_desktop.domain.network import Network, full_name, read_network
from otnet_desktop.domain.timing import Timing
from tests.domain.telling import BOSTON, DATA, SAMPLE, instant, load

TODAY = date(2026, 3, 18)
ANA = {"id": "ana", "given": "Ana", "family": "Lima"}
BEN = {"id": "ben", "name": "Ben Ode"}


def _read(told: object) -> Network:
    return read_network(told, TODAY, BOSTON)


def _facts(*facts: dict[str, Any], person: dict[str, Any] = ANA) -> list[f.Fact]:
    """What is told inside Ana, without her introduction."""
    read = _read({"people": [person | {"facts": list(facts)}, BEN]})
    return [fact for fact in read.facts if not isinstance(fact, f.PersonAdded)]


def test_a_date_or_days_from_today_say_the_same() -> None:
    (off,) = _facts({"type": "out", "kind": "intro", "off": -2, "time": "10:00"})
    (at,) = _facts({"type": "out", "kind": "intro", "at": "2026-03-16T10:00"})
    (utc,) = _facts({"type": "out", "kind": "intro", "at": "2026-03-16T14:00Z"})
    assert off == at == utc == f.Sent(at=instant("03-16 10:00"), pid="ana", kind=f.OutKind.INTRO)


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        (
            {"type": "meeting", "mid": "m", "m_off": 2, "m_time": "14:00", "mins": 30, "fmt": "phone"},
            {"start": instant("03-20 14:00"), "end": instant("03-20 14:30"), "pids": ("ana",)},
        ),
        ({"type": "in", "kind": "later", "ask_off": 25}, {"ask_again_on": date(2026, 4, 12)}),
        ({"type": "in", "kind": "ooo", "return_on": "2026-03-24"}, {"return_on": date(2026, 3, 24)}),
        ({"type": "opportunity", "oid": "o", "deadline_off": 5}, {"deadline": date(2026, 3, 23), "pid": "ana"}),
        ({"type": "promise", "cid": "c", "by": "me", "due_off": -1}, {"due_on": date(2026, 3, 17)}),
        ({"type": "snooze", "key": "THANKS:m:@", "until_off": 1, "until_time": "09:00"}, {"key": "THANKS:m:ana"}),
        ({"type": "outcome", "mid": "m", "outcome": "held", "absent": ["Ben Ode"]}, {"absent": ("ben",)}),
        ({"type": "referral", "to": "Ben Ode"}, {"by": "ana", "to": "ben"}),
        ({"type": "opportunity", "oid": "o", "helpers": ["Ana Lima", "ben"]}, {"helpers": ("ana", "ben")}),
        ({"type": "encounter", "mid": "e", "join": True}, {"mid": "e", "pid": "ana"}),
        ({"type": "out", "kind": "a kind of its own"}, {"kind": f.OutKind.OTHER}),
        ({"type": "flag", "flag": "archived", "on": False}, {"on": False}),
        ({"type": "moved", "to_org": "brh"}, {"organisation": "brh", "address_lost": False}),
    ],
)
def test_fields(told: dict[str, Any], fact: dict[str, Any]) -> None:
    (read,) = _facts({"off": 0, "time": "09:00"} | told)
    assert {name: getattr(read, name) for name in fact} == fact


def test_facts_come_in_order_of_time_then_seq() -> None:
    read = _read({
        "people": [BEN],
        "facts": [
            {"type": "draft", "pid": "ben", "at": "2026-03-02T10:00", "seq": 7},
            {"type": "keypoint", "pid": "ben", "at": "2026-03-02T10:00", "seq": 3},
            {"type": "purpose", "pid": "ben", "at": "2026-03-02T09:00", "seq": 9},
        ],
    })  # fmt: skip
    assert [type(fact) for fact in read.facts] == [f.PersonAdded, f.PurposeSet, f.KeyPointNoted, f.DraftSaved]


def test_everybody_is_added_before_anything_else() -> None:
    for facts in ([], [{"type": "draft", "off": -9, "time": "10:00"}]):
        read = _read({"people": [ANA | {"facts": facts}]})
        assert isinstance(read.facts[0], f.PersonAdded)
        assert all(fact.at >= read.facts[0].at for fact in read.facts)


def test_a_purpose_somebody_is_listed_with_is_a_fact_too() -> None:
    person = ANA | {"purpose": {"kind": "mentorship", "statement": "How to begin"}}
    assert _facts(person=person) == [f.PurposeSet(at=instant("03-18 00:00"), seq=-1, pid="ana", kind="mentorship")]
    told = {"type": "purpose", "off": -2, "time": "09:00"}
    assert len(_facts(told, person=person)) == 1


def test_people_who_only_a_fact_adds() -> None:
    read = _read({"facts": [{"type": "add_person", "pid": "x", "name": "Xu", "at": "2026-03-02T09:00"}]})
    assert {ref: full_name(person) for ref, person in read.people.items()} == {"x": "Xu"}


def test_settings_of_the_file_go_first() -> None:
    told = {
        "max_nudges": 2,
        "work_time": "08:30:00",
        "quiet_days": [4],
        "zone": "Europe/London",
        "holidays": ["2026-12-25"],
    }
    timing = read_settings(told, BOSTON)
    assert timing == Timing(
        max_nudges=2, work_time=time(8, 30), quiet_days=frozenset({4}), zone=ZoneInfo("Europe/London"),
        holidays=frozenset({date(2026, 12, 25)}),
    )  # fmt: skip


def test_the_defaults_of_the_stories_are_ours() -> None:
    assert read_settings(load(DATA / "scenarios.json")["defaults"], Timing()) == Timing()


def test_the_sample_network_is_whole() -> None:
    network = _read(load(SAMPLE))
    assert (len(network.people), len(network.organisations)) == (60, 26)
    assert network.me["name"] == "Jordan Avery"
    assert all(fact.at.tzinfo is not None for fact in network.facts)


MEETING = {"type": "meeting", "mid": "m", "m_off": 1, "m_time": "09:00", "mins": 30, "off": 0, "time": "09:00"}
ENCOUNTER = {"type": "encounter", "mid": "m", "off": 0, "time": "09:00"}
PROMISE = {"type": "promise", "cid": "c", "by": "me", "off": 0, "time": "09:00"}
OUT = {"type": "out", "kind": "intro", "off": 0, "time": "09:00"}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ([], "holds no object"),
        ({"people": []}, "neither people nor facts"),
        ({"people": ["Ana"]}, 'Number 1 of "people" is not an object'),
        ({"people": {"a": 1}}, '"people" is not a list'),
        ({"people": [{"given": "Ana"}]}, 'Person 1 has no "id"'),
        ({"people": [ANA, ANA]}, 'Two people are called "ana"'),
        ({"people": [{"id": "a:b"}]}, "colon"),
        ({"people": [ANA], "settings": {"mood": 1}}, 'no setting "mood"'),
        ({"people": [ANA], "settings": {"max_nudges": "two"}}, "\"max_nudges\" cannot be 'two'"),
        ({"people": [ANA], "settings": {"follow_up_bd": 10**6}}, '"follow_up_bd" cannot be 1000000'),
        ({"people": [ANA], "settings": {"quiet_days": [9]}}, '"quiet_days" cannot be'),
        ({"people": [ANA], "settings": {"zone": "Nowhere/Land"}}, '"zone" cannot be'),
        ({"people": [ANA | {"facts": [MEETING, MEETING]}]}, 'Two meetings are called "m"'),
        ({"people": [ANA | {"facts": [ENCOUNTER, ENCOUNTER, MEETING]}]}, 'Two meetings are called "m"'),
        ({"people": [ANA | {"facts": [PROMISE, PROMISE]}]}, 'Two promises are called "c"'),
        ({"facts": [OUT]}, 'Fact 1 (out) cannot be used: "pid" does not say who'),
        ({"facts": [OUT | {"pid": "zed"}]}, 'nobody is called "zed"'),
    ],
)
def test_what_is_wrong_with_a_file(told: object, says: str) -> None:
    with pytest.raises(BadInput) as caught:
        _read(told)
    assert says in caught.value.title
    assert caught.value.hint


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"type": "dance"}, '"dance" is not a kind of fact'),
        ({}, '"type" is missing'),
        ({"type": "in", "kind": "maybe"}, '"kind" is "maybe", which is none of yes, question'),
        ({"type": "draft", "off": None}, 'neither "at" nor "off" says when'),
        ({"type": "draft", "off": None, "at": "soon"}, "\"at\" is not a time: 'soon'"),
        ({"type": "draft", "time": 9}, '"time" is not a clock time: 9'),
        ({"type": "draft", "off": 1.5}, '"off" is not a fitting whole number'),
        ({"type": "draft", "off": 10**9}, '"off" is not a fitting whole number'),
        ({"type": "draft", "off": None, "at": "9999-12-31T23:59"}, '"at" lies too far off: 9999-12-31'),
        ({"type": "draft", "off": None, "at": "0001-01-01T00:00+14:00"}, '"at" lies too far off: 0001-01-01'),
        ({"type": "draft", "off": None, "at": "1899-12-31T12:00"}, '"at" lies too far off: 1899-12-31'),
        ({"type": "draft", "off": None, "at": "3000-01-01T12:00"}, '"at" lies too far off: 3000-01-01'),
        ({"type": "draft", "off": -90_000}, '"off" lies too far off: 1779'),
        ({"type": "promise", "cid": "c", "by": "me", "due_on": "9999-01-01"}, '"due_on" lies too far off'),
        ({"type": "kit"}, '"days" is missing'),
        ({"type": "channel", "ok": "yes"}, '"ok" is neither true nor false'),
        ({"type": "promise", "cid": 5, "by": "me"}, '"cid" is not text'),
        ({"type": "promise", "cid": "c", "by": "me", "due_on": "tomorrow"}, "\"due_on\" is not a date: 'tomorrow'"),
        ({"type": "meeting", "mid": "m", "m_off": 1, "m_time": "09:00", "mins": 0}, "it ends before it begins"),
        ({"type": "encounter", "mid": "e", "pids": "ana"}, '"pids" is not a list of people'),
        ({"type": "encounter", "mid": "e", "pids": []}, '"pids" does not say who'),
        ({"type": "referral", "to": "Twin"}, 'several people are called "Twin"'),
        ({"type": "draft", "seq": "first"}, '"seq" is not a whole number'),
    ],
)
def test_what_is_wrong_with_a_fact(told: dict[str, Any], says: str) -> None:
    twins = [{"id": "t1", "name": "Twin"}, {"id": "t2", "name": "Twin"}]
    fact = {"off": 0, "time": "09:00"} | told
    with pytest.raises(BadInput) as caught:
        _read({"people": [ANA | {"facts": [OUT, fact]}, *twins]})
    assert says in caught.value.title
    assert "Fact 2 of Ana Lima" in caught.value.title


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 12, 31)])
def test_the_first_and_the_last_day_may_be_meant(day: date) -> None:
    (fact,) = _facts({"type": "draft", "at": f"{day}T12:00"})
    assert fact.at.astimezone(BOSTON.zone).date() == day

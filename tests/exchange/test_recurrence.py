"""Repeating dates, against python-dateutil where that answers, and within a bounded effort where it never would."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vRecur

from otnet_desktop.exchange.recurrence import A_TIME, MOST_TIMES, Effort, TooMuch, occurrences, rule_of

START = datetime(2026, 1, 29, 9, 30)  # noqa: DTZ001 - on the wall
FIRST, LAST = datetime(2026, 3, 1), datetime(2027, 3, 15)  # noqa: DTZ001


def ours(text: str, start: datetime = START, first: datetime = FIRST, last: datetime = LAST) -> list[datetime]:
    parts = vRecur.from_ical(text)
    until = parts["UNTIL"][0] if "UNTIL" in parts else None
    rule = rule_of(parts, until)
    assert rule is not None, text
    return list(occurrences(rule, start, first, last, Effort()))


def theirs(text: str, start: datetime = START, first: datetime = FIRST, last: datetime = LAST) -> list[datetime]:
    every = takewhile(lambda at: at < last, iter(rrulestr(text, dtstart=start)))
    found = [at for at in every if at >= first]
    return sorted({*found, *([start] if first <= start < last else [])})


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;COUNT=40",
        "FREQ=WEEKLY;BYDAY=MO,WE,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
        "FREQ=WEEKLY;UNTIL=20260401T093000",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=31,-1,15",
        "FREQ=MONTHLY;BYDAY=2TU,-1FR",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=MONTHLY;INTERVAL=5;BYDAY=1MO;COUNT=6",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=4,10",
        "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
        "FREQ=YEARLY;BYDAY=20MO,-1SU",
        "FREQ=YEARLY;BYYEARDAY=1,100,-1",
        "FREQ=YEARLY;BYMONTHDAY=1",
        "FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0,30;COUNT=500",
        "FREQ=DAILY;BYMONTH=5;BYDAY=SA,SU",
    ],
)
def test_a_rule_means_what_dateutil_says(text: str) -> None:
    assert ours(text) == theirs(text)
    assert ours(text)


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": freq, "INTERVAL": str(draw(st.integers(1, 5)))}
    numbered = freq in ("MONTHLY", "YEARLY") and draw(st.booleans())
    ordinals = ["1", "2", "-1", "-2"] if numbered else [""]  # dateutil takes a mixture for both at once
    day = st.tuples(st.sampled_from(ordinals), st.sampled_from(DAYS)).map("".join)
    optional = {
        "COUNT": st.integers(1, 60).map(str),
        "BYMONTH": st.lists(st.integers(1, 12).map(str), min_size=1, max_size=4, unique=True).map(",".join),
        "BYDAY": st.lists(day, min_size=1, max_size=4, unique=True).map(",".join),
        "WKST": st.sampled_from(DAYS),
    }
    if freq != "WEEKLY" and not numbered:  # together they may never come, and then dateutil never answers
        monthday = st.integers(-28, 28).filter(bool).map(str)
        optional["BYMONTHDAY"] = st.lists(monthday, min_size=1, max_size=8, unique=True).map(",".join)
    for name in draw(st.sets(st.sampled_from(sorted(optional)))):
        parts[name] = draw(optional[name])
    return ";".join(f"{name}={value}" for name, value in parts.items())


@given(rules(), st.datetimes(datetime(2020, 1, 1), datetime(2027, 6, 1)).map(lambda at: at.replace(microsecond=0)))  # noqa: DTZ001
def test_any_rule_means_what_dateutil_says(text: str, start: datetime) -> None:
    """But for the first date: RFC 5545 counts it even where the rule does not fit, and dateutil does not."""
    found, wanted = ours(text, start), theirs(text, start)
    counts_the_first = "COUNT" in text and next(iter(rrulestr(text, dtstart=start)), None) != start
    if counts_the_first:
        assert set(found) <= set(wanted)
        assert len(found) >= len(wanted) - 1
    else:
        assert found == wanted


HOSTILE = (
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=10",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=5",
    "FREQ=MONTHLY;BYDAY=6MO;COUNT=3",
    "FREQ=DAILY;INTERVAL=99999999;COUNT=4",
    "FREQ=YEARLY;INTERVAL=9999",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15",
    "FREQ=MONTHLY;BYSETPOS=400;BYDAY=MO;COUNT=2",
    f"FREQ=YEARLY;BYDAY=MO;BYSETPOS=-1;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))}",
    "FREQ=DAILY;COUNT=90000;BYMONTH=2;BYSETPOS=" + ",".join(map(str, range(1, 367))),
    "FREQ=DAILY;BYHOUR=" + "9,10," * 5000 + "9;BYMINUTE=" + "0," * 5000 + "0",
)


@pytest.mark.parametrize("start", [datetime(1601, 1, 1), START, datetime(2027, 1, 1)])  # noqa: DTZ001
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_rule_ends_soon(text: str, start: datetime) -> None:
    rule = rule_of(vRecur.from_ical(text), None)
    assert rule is not None
    effort, begun = Effort(), time.perf_counter()
    try:
        found = list(occurrences(rule, start, FIRST, LAST, effort))
    except TooMuch:
        found = []
    assert time.perf_counter() - begun < 1
    assert len(found) <= MOST_TIMES == 1000
    assert Effort().days - effort.days <= Effort().each + 366 + MOST_TIMES * A_TIME


def test_all_rules_of_a_file_share_one_effort() -> None:
    rule = rule_of(vRecur.from_ical("FREQ=DAILY;COUNT=9999"), None)
    assert rule is not None
    effort, last = Effort(days=7000), FIRST + timedelta(days=300)
    for _ in range(2):
        assert list(occurrences(rule, START, FIRST, last, effort))
    with pytest.raises(TooMuch):
        list(occurrences(rule, START, FIRST, last, effort))


def test_a_list_of_the_same_hour_is_one_hour() -> None:
    assert ours("FREQ=DAILY;BYHOUR=9,9,9;BYMINUTE=30,30;COUNT=40") == ours("FREQ=DAILY;COUNT=40")


def test_one_rule_that_costs_too_much_leaves_the_others_their_effort() -> None:
    bomb = rule_of(vRecur.from_ical(HOSTILE[-3]), None)
    assert bomb is not None
    effort = Effort()
    with pytest.raises(TooMuch):
        list(occurrences(bomb, START, FIRST, LAST, effort))
    assert Effort().days - effort.days < 1000


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;COUNT=2",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYSECOND=1",
    ],
)
def test_what_is_not_read_is_not_guessed(text: str) -> None:
    assert rule_of(vRecur.from_ical(text), None) is None

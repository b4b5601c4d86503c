"""The reminder clock: tells once, whatever time does. The clock is turned by hand; no test waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from otnet_desktop.app.heartbeat import LONGEST_NAP, TOLERANCE, Heartbeat
from tests.app.fake_clock import MONDAY_MORNING, FakeClock

pytestmark = pytest.mark.usefixtures("qapp")

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
NOTHING = timedelta(0)


class Story:
    """A heartbeat with a list of instants to tell, as the program would keep it."""

    def __init__(self, *due: datetime) -> None:
        self.clock = FakeClock()
        self.waiting = sorted(due)
        self.ticks: list[tuple[datetime, timedelta, bool]] = []
        self.told: list[datetime] = []
        self.zone = "Europe/Lisbon"
        self.zones: list[str] = []
        self.clears = True
        self.after_telling: Callable[[], object] = lambda: None
        self.heartbeat = Heartbeat(
            self.clock, self.next_instant, self.on_tick, zone=lambda: self.zone, on_zone=self.zones.append
        )

    def next_instant(self) -> datetime | None:
        return self.waiting[0] if self.waiting else None

    def on_tick(self, now: datetime, slept: timedelta, jumped: bool) -> None:
        self.ticks.append((now, slept, jumped))
        if self.clears:
            self.told += [due for due in self.waiting if due <= now]
            self.waiting = [due for due in self.waiting if due > now]
        self.after_telling()

    def nap(self) -> timedelta:
        """One undisturbed sleep of the timer and the waking after it."""
        nap = self.heartbeat.nap
        assert nap is not None
        self.clock.pass_time(nap)
        self.heartbeat.beat()
        return nap

    def stay_awake(self, span: timedelta) -> int:
        """Let ``span`` pass undisturbed; how often the program woke up."""
        end, wakings = self.clock.now() + span, 0
        while self.clock.now() < end:
            self.nap()
            wakings += 1
        return wakings


@pytest.fixture
def story(request: pytest.FixtureRequest) -> Iterator[Story]:
    made = Story(*getattr(request, "param", ()))
    made.heartbeat.start()
    yield made
    made.heartbeat.stop()


def test_with_nothing_due_it_wakes_once_a_minute_and_tells_nothing(story: Story) -> None:
    assert story.stay_awake(HOUR) <= 60
    assert story.ticks == []


def test_a_timer_that_slept_with_the_machine_tells_within_a_minute_of_waking() -> None:
    """A timer's time stands still during sleep, so its longest nap is the longest delay after it."""
    assert timedelta(seconds=60) >= LONGEST_NAP


@pytest.mark.parametrize("story", [(MONDAY_MORNING + timedelta(minutes=90, seconds=20),)], indirect=True)
def test_it_wakes_at_the_instant_and_tells_once(story: Story) -> None:
    story.stay_awake(2 * HOUR)
    assert story.ticks == [(MONDAY_MORNING + timedelta(minutes=90, seconds=20), NOTHING, False)]


@pytest.mark.parametrize("story", [(MONDAY_MORNING - HOUR,)], indirect=True)
def test_what_came_due_while_it_was_not_running_is_told_at_the_start(story: Story) -> None:
    assert story.ticks == [(MONDAY_MORNING, NOTHING, False)]


@pytest.mark.parametrize("story", [[MONDAY_MORNING + timedelta(days=day) for day in range(1, 21)]], indirect=True)
def test_three_weeks_with_the_lid_closed_are_one_tick(story: Story) -> None:
    story.clock.pass_time(timedelta(weeks=3))
    story.heartbeat.beat()
    [(now, slept, jumped)] = story.ticks
    assert now == MONDAY_MORNING + timedelta(weeks=3)
    assert slept == timedelta(weeks=3) - LONGEST_NAP
    assert not jumped
    assert len(story.told) == 20


def test_a_clock_set_forward_is_a_jump_and_not_a_sleep(story: Story) -> None:
    story.clock.set_wall(3 * HOUR)
    story.nap()
    assert story.ticks == [(MONDAY_MORNING + 3 * HOUR + LONGEST_NAP, NOTHING, True)]


def test_a_clock_set_back_is_a_jump_too_and_later_instants_still_come(story: Story) -> None:
    due = MONDAY_MORNING + timedelta(minutes=30)
    story.waiting = [due]
    story.clock.set_wall(-HOUR)
    story.nap()
    assert [jumped for _, _, jumped in story.ticks] == [True]
    assert story.told == []
    story.stay_awake(2 * HOUR)
    assert story.told == [due]


def test_a_clock_being_corrected_is_no_jump(story: Story) -> None:
    story.clock.set_wall(TOLERANCE - SECOND)
    story.nap()
    assert story.ticks == []


def test_a_busy_minute_is_no_sleep(story: Story) -> None:
    story.clock.pass_time(LONGEST_NAP + TOLERANCE)
    story.heartbeat.beat()
    assert story.ticks == []


def test_a_new_zone_is_told_before_the_tick(story: Story) -> None:
    zones_at_tick: list[list[str]] = []
    story.after_telling = lambda: zones_at_tick.append(list(story.zones))
    story.zone = "Australia/Melbourne"
    story.clock.pass_time(22 * HOUR)
    story.heartbeat.beat()
    story.nap()
    assert zones_at_tick == [["Australia/Melbourne"]]
    assert story.zones == ["Australia/Melbourne"]


def test_new_data_are_looked_at_at_once(story: Story) -> None:
    story.clock.pass_time(SECOND)
    story.waiting = [MONDAY_MORNING]
    story.heartbeat.replan()
    assert story.told == [MONDAY_MORNING]


def test_new_data_shorten_the_nap(story: Story) -> None:
    story.waiting = [MONDAY_MORNING + 5 * SECOND]
    story.heartbeat.replan()
    assert story.heartbeat.nap == 5 * SECOND


def test_an_instant_nobody_answers_is_told_again_but_costs_no_more_wakings(story: Story) -> None:
    story.waiting = [MONDAY_MORNING + SECOND]
    story.clears = False
    story.heartbeat.replan()
    story.nap()
    assert len(story.ticks) == 1
    assert story.stay_awake(HOUR) <= 60
    story.clears = True
    story.nap()
    assert story.told == [MONDAY_MORNING + SECOND]


def test_telling_may_ask_for_a_new_plan_before_anything_is_answered(story: Story) -> None:
    story.waiting = [MONDAY_MORNING]
    story.clears = False
    story.after_telling = story.heartbeat.replan
    story.heartbeat.replan()
    assert len(story.ticks) == 1


def test_a_tick_that_fails_is_not_the_last_one(story: Story) -> None:
    story.after_telling = lambda: 1 / 0
    story.waiting = [MONDAY_MORNING]
    with pytest.raises(ZeroDivisionError):
        story.heartbeat.replan()
    assert story.heartbeat.nap == LONGEST_NAP
    story.after_telling = lambda: None
    story.waiting = [MONDAY_MORNING]
    story.heartbeat.replan()
    assert story.told == [MONDAY_MORNING, MONDAY_MORNING]


def test_a_tick_that_fails_is_a_waking_all_the_same(story: Story) -> None:
    woke: list[bool] = []
    story.heartbeat.woke.connect(lambda: woke.append(True))
    story.after_telling = lambda: 1 / 0
    story.waiting = [MONDAY_MORNING]
    with pytest.raises(ZeroDivisionError):
        story.heartbeat.beat()
    assert woke == [True]


def test_telling_may_change_data(story: Story) -> None:
    """The tick marks a notification as shown, which announces a change, which asks for a new plan."""
    first, second = MONDAY_MORNING, MONDAY_MORNING + HOUR
    story.waiting = [first, second]
    story.after_telling = story.heartbeat.replan
    story.heartbeat.replan()
    assert story.told == [first]
    story.stay_awake(2 * HOUR)
    assert story.told == [first, second]


def test_a_tick_that_ends_the_program_is_the_last(story: Story) -> None:
    story.after_telling = story.heartbeat.stop
    story.waiting = [MONDAY_MORNING]
    story.heartbeat.replan()
    assert story.heartbeat.nap is None
    story.heartbeat.replan()
    assert story.heartbeat.nap is None

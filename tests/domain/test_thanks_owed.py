"""What is still to be thanked for, of thousands of occasions as of three."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, cast

import hypothesis.strategies as st
from hypothesis import given, settings

from otnet_desktop.domain.rules.gatherings import Occasion
from otnet_desktop.domain.rules.story import Settlement, Story
from otnet_desktop.domain.rules.thanks import open_occasions

BEGIN = datetime(2026, 3, 2, 9, tzinfo=UTC)
MIDS = ("m1", "m2", "m3", "m4", "a1", "a2")

instants = st.integers(0, 6).map(lambda hours: BEGIN + timedelta(hours=hours))


class Told(NamedTuple):
    """As much of a story as the rule reads."""

    occasions: list[Occasion]
    settlements: list[Settlement]


@st.composite
def stories(draw: st.DrawFn) -> Told:
    mids = draw(st.lists(st.sampled_from(MIDS), unique=True))
    kinds = {"m": "meeting", "a": "answer"}
    occasions = [Occasion(mid, kinds[mid[0]], draw(instants), draw(instants)) for mid in mids]
    thanks = st.builds(Settlement, st.sampled_from((*MIDS, "", "elsewhere")), instants, st.booleans())
    return Told(sorted(occasions, key=lambda one: one.place_in_time), draw(st.lists(thanks, max_size=4)))


def is_covered(occasion: Occasion, settled: Settlement, told: Told) -> bool:
    """The rule as it is said: a note for one occasion covers the earlier ones known when it was given."""
    about = next((one for one in told.occasions if one.mid == settled.mid), None)
    if about is occasion:
        return True
    if occasion.known_at > settled.at:
        return False
    if about is not None:
        return occasion.place_in_time <= about.place_in_time
    return settled.for_everything or (settled.mid == "" and occasion.kind == "answer")


@given(stories())
@settings(max_examples=50)
def test_a_note_covers_what_came_before_it(told: Told) -> None:
    owed = [one for one in told.occasions if not any(is_covered(one, settled, told) for settled in told.settlements)]
    assert open_occasions(cast("Story", told)) == owed


class Counting(list[Occasion]):
    """Counts how often one of them is looked at."""

    looks = 0

    def __iter__(self) -> Iterator[Occasion]:
        for one in super().__iter__():
            self.looks += 1
            yield one


def test_of_somebody_met_for_years_each_meeting_is_looked_at_once() -> None:
    many = [Occasion(f"m{number:04}", "meeting", BEGIN + timedelta(days=number), BEGIN) for number in range(3_000)]
    told = Told(many, [Settlement(one.mid, one.when + timedelta(hours=3)) for one in many[:-1]])
    counted = Counting(many)
    assert open_occasions(cast("Story", Told(counted, told.settlements))) == many[-1:]
    assert counted.looks <= 3 * len(many)

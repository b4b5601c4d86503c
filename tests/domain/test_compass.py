"""The map of areas and settings: what is derived, what is marked, and who stands next door."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.compass import Acquaintance, Cell, CompassMark, Mark, Standing, chart
from otnet_desktop.domain.people import PersonId

AREAS, SETTINGS = ("Children", "Mental Health"), ("school", "clinic", "home")
SCHOOL = Cell("Children", "school")


def someone(
    number: int,
    area: str = "Children",
    setting: str = "school",
    *,
    met: bool = False,
    planned: bool = False,
    may_be_asked: bool = True,
) -> Acquaintance:
    return Acquaintance(PersonId(number), (area,), (setting,), met, planned, may_be_asked)


def test_what_one_decided_counts_most_then_whom_one_met() -> None:
    met, planned, known = someone(1, met=True), someone(2, planned=True), someone(3)
    curious, out = (CompassMark(SCHOOL, mark, "why") for mark in (Mark.CURIOUS, Mark.RULED_OUT))
    for people, marks, standing in (
        ([met, planned, known], [curious], Standing.MET),
        ([planned, known], [curious], Standing.PLANNED),
        ([known], [curious], Standing.CURIOUS),
        ([known], [], Standing.KNOWN),
        ([met], [out], Standing.RULED_OUT),
        ([], [], Standing.OPEN),
    ):
        assert chart(AREAS, SETTINGS, people, marks).at(SCHOOL).standing is standing


def test_a_gap_is_where_one_is_curious_and_met_nobody() -> None:
    marks = [CompassMark(Cell("Mental Health", "home"), Mark.CURIOUS), CompassMark(SCHOOL, Mark.CURIOUS)]
    compass = chart(AREAS, SETTINGS, [someone(1, met=True)], marks)
    assert [gap.cell for gap in compass.gaps()] == [Cell("Mental Health", "home")]
    assert compass.in_use == ("school", "home")


def test_doors_are_those_met_next_door_the_same_setting_first() -> None:
    people = [
        someone(1, "Children", "clinic", met=True),
        someone(2, "Mental Health", "school", met=True),
        someone(3, "Mental Health", "clinic", met=True),  # shares neither
        someone(4, met=True),  # stands there already
        someone(5, "Children", "home"),  # not met
        someone(6, "Children", "home", met=True, may_be_asked=False),
    ]
    compass = chart(AREAS, SETTINGS, people, [])
    assert compass.doors(SCHOOL) == (PersonId(2), PersonId(1))
    assert compass.at(Cell("Children", "home")).met == (PersonId(6),), "met remains met"


def test_who_may_not_be_asked_and_was_not_met_is_not_on_the_map() -> None:
    assert chart(AREAS, SETTINGS, [someone(1, may_be_asked=False)], []).fields == {}


def test_own_words_come_after_those_of_the_vocabulary_and_the_unsaid_last() -> None:
    people = [someone(1, "Zebra care", "farm"), Acquaintance(PersonId(2), (), ("Alpaca yard",)), someone(3)]
    compass = chart(AREAS, SETTINGS, people, [])
    assert compass.areas == ("Children", "Mental Health", "Zebra care", "")
    assert compass.settings == ("school", "clinic", "home", "Alpaca yard", "farm")


@given(
    st.lists(
        st.builds(
            Acquaintance,
            st.integers(1, 9).map(PersonId),
            st.lists(st.sampled_from(["Children", "own"]), max_size=2, unique=True).map(tuple),
            st.lists(st.sampled_from(["school", "mine"]), max_size=2, unique=True).map(tuple),
            met=st.booleans(),
            planned=st.booleans(),
            may_be_asked=st.booleans(),
        ),
        unique_by=lambda one: one.person,
    )
)
def test_everybody_stands_where_they_say_and_opens_no_door_to_themselves(people: list[Acquaintance]) -> None:
    compass = chart(AREAS, SETTINGS, people, [])
    for one in people:
        there = {cell for cell, field in compass.fields.items() if one.person in (*field.met, *field.planned)}
        expected = set(one.cells) if one.met or (one.planned and one.may_be_asked) else set()
        assert there == expected
    for cell, field in compass.fields.items():
        assert not set(compass.doors(cell)) & {*field.met, *compass.closed}
        assert cell.area in compass.areas
        assert cell.setting in compass.settings

"""Going through questions one at a time, and how long there is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from otnet_desktop.domain.asking import asked_now, minutes_left, one_back, place_now, put_last
from otnet_desktop.domain.meetings import Question

A, B, C = Question("A"), Question("B", answer="kept"), Question("C")
END = datetime(2026, 3, 18, 16, tzinfo=UTC)


def test_the_first_that_was_not_asked_is_the_one_now() -> None:
    questions = asked_now((A, B, C))
    assert place_now(questions) == 1
    assert [question.asked for question in asked_now(asked_now(questions))] == [True, True, True]
    assert place_now(asked_now(asked_now(questions))) is None
    assert asked_now(()) == ()


def test_one_goes_back_to_the_one_before() -> None:
    questions = asked_now(asked_now((A, B, C)))
    assert place_now(one_back(questions)) == 1
    assert one_back(questions)[1].answer == "kept"
    assert place_now(one_back(asked_now(questions))) == 2, "from the end as well"
    assert one_back((A, B, C)) == (A, B, C)


def test_one_that_can_wait_comes_last() -> None:
    questions = put_last(asked_now((A, B, C)))
    assert [question.text for question in questions] == ["A", "C", "B"]
    assert put_last(()) == ()


def test_the_minute_that_has_begun_counts() -> None:
    assert minutes_left(END, END - timedelta(minutes=12)) == 12
    assert minutes_left(END, END - timedelta(minutes=11, seconds=1)) == 12
    assert minutes_left(END, END) == 0
    assert minutes_left(END, END + timedelta(minutes=3)) == -3

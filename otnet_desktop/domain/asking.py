"""Going through the questions of a meeting, one at a time: the first that was not asked is the one now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from otnet_desktop.domain.meetings import Question

Questions = tuple[Question, ...]


def place_now(questions: Questions) -> int | None:
    """Where the question now stands; none when all were asked."""
    return next((place for place, question in enumerate(questions) if not question.asked), None)


def asked_now(questions: Questions) -> Questions:
    """The question now was asked; the next one is up."""
    return _changed(questions, place_now(questions), asked=True)


def one_back(questions: Questions) -> Questions:
    """The question before the one now is up again."""
    now = place_now(questions)
    before = [place for place, question in enumerate(questions) if question.asked and (now is None or place < now)]
    return _changed(questions, before[-1] if before else None, asked=False)


def put_last(questions: Questions) -> Questions:
    """The question now comes after all others."""
    now = place_now(questions)
    if now is None:
        return questions
    return (*questions[:now], *questions[now + 1 :], questions[now])


def minutes_left(end: datetime, now: datetime) -> int:
    """Minutes until the end, the begun one counted; not positive once it is over."""
    return ceil((end - now) / timedelta(minutes=1))


def _changed(questions: Questions, place: int | None, *, asked: bool) -> Questions:
    if place is None:
        return questions
    return (*questions[:place], replace(questions[place], asked=asked), *questions[place + 1 :])

"""The same question, asked of several people: their answers side by side."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from otnet_desktop.domain.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered in one meeting."""

    meeting: Meeting
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and its answers, the earliest first."""

    question: str
    answers: tuple[Answer, ...]


def side_by_side(meetings: Iterable[Meeting]) -> list[Answered]:
    """The questions that have answers, most often answered first; worded alike but for case and marks is the same."""
    asked: dict[str, list[tuple[str, Answer]]] = {}
    for meeting in meetings:
        for question in meeting.kept.questions:
            if question.answer.strip():
                answer = Answer(meeting, question.answer.strip())
                asked.setdefault(folded(question.text), []).append((question.text.strip(), answer))
    found = [
        Answered(Counter(text for text, _ in told).most_common(1)[0][0], tuple(answer for _, answer in told))
        for told in asked.values()
    ]
    return sorted(found, key=lambda one: (-len(one.answers), folded(one.question)))


def folded(question: str) -> str:
    """What makes two questions the same: their letters and figures, whatever the case, accents, marks and blanks."""
    plain = unicodedata.normalize("NFKD", question.casefold())
    kept = "".join(sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join(kept.split())

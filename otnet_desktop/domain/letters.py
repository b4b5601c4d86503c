"""Letters that ship with the program, and how their gaps are filled.

Public: ``Letter``, ``Filled``, ``fill(letter, values, notes)``, ``blank_sheet(values)``, ``gaps_in(text)``,
``close_gap(text, field, value)``. What is not known is never left blank: it stays visible as a mark such as ‹your
name›, until somebody writes over it. Where there is a note that only its writer can word, the mark says it: ‹what you
took away: she knows every school›.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from textwrap import shorten

OPEN, CLOSE = "‹", "›"

MAY_BE_LEFT_OUT = frozenset(
    {"link_sentence", "promise_sentence", "optional_resource", "times_note", "zone_aside", "phone_sentence"}
)
"""Sentences, and asides, that a letter does without when there is nothing to say."""

GAPS = {
    "greeting_name": "their name",
    "greeting_names": "their names",
    "their_name": "the name of your contact there",
    "their_work": "their work",
    "their_field": "their field",
    "my_name": "your name",
    "my_stage": "what you are, such as an OT student",
    "my_school": "your school",
    "my_phone": "your phone number",
    "key_point_sentence": "why you write to them, from what you know of their work",
    "organisation": "the organisation",
    "setting": "their setting, such as hand therapy",
    "skill": "the skill",
    "topic": "the topic",
    "detail": "the detail you remember",
    "reason": "your reason",
    "publication": "what you read",
    "placement": "which placement",
    "coordinator": "your coordinator",
    "event": "where you met",
    "slot_1": "one time that suits you",
    "slot_2": "another time that suits you",
    "slot_list": "two or three times that suit you",
    "previous_subject": "the subject of your last message",
    "reminder_subject": "the subject of your last message",
    "sent_date": "when you wrote",
    "asked_month": "the month in which they said so",
    "ask_again_day": "the day on which you will write again",
    "meeting_day": "the day of the meeting",
    "on_meeting_day": "on which day",
    "meeting_when": "the day and the time",
    "length": "how many",
    "place_or_link": "where or by which link",
    "main_question": "your main question",
    "takeaway": "what you took away",
    "takeaway_2": "a second thing you took away",
    "takeaway_list": "what you took away",
    "answer": "what helped you most",
    "plan": "what you will do differently",
    "done": "what you have done because of it",
    "change": "what you did because of it",
    "item": "what was promised",
    "offer": "what they offered",
    "referred_name": "whom they pointed you to",
    "news": "the news",
}
"""What a mark says in place of each field."""

NOTED_AT_MOST = 90
"""Characters of a note; the rest is in the notes."""

FIELD = re.compile(r"\{(\w+)\}")
"""Any other brace stands for itself."""

MARK = re.compile(f"{OPEN}[^{OPEN}{CLOSE}\n]+{CLOSE}")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with gaps: names in braces, such as ``{greeting_name}``, stand for what the writer and reader are."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter as far as it could be filled."""

    subject: str
    body: str

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is still to be written, as the marks say it, each once."""
        return gaps_in(f"{self.subject}\n{self.body}")


def fill(
    letter: Letter,
    values: Mapping[str, str],
    translate: Callable[[str], str] = str,
    notes: Mapping[str, str] | None = None,
) -> Filled:
    """Put what is known into a letter; empty values count as unknown, and their marks tell what was noted."""
    known = {name: value for name, value in values.items() if value}

    def put(template: str) -> str:
        return _filled(template, known, notes or {}, translate)

    return Filled(put(letter.subject), put(letter.body))


def blank_sheet(values: Mapping[str, str], translate: Callable[[str], str] = str) -> Filled:
    """A greeting, room, and a name."""
    reader, me = (values.get(field) or mark_of(field, translate) for field in ("greeting_name", "my_name"))
    return Filled("", f"Dear {reader},\n\n\n\nKind regards,\n{me}")


def gaps_in(text: str) -> tuple[str, ...]:
    """What the marks in a text ask for, in order, each once."""
    return tuple(dict.fromkeys(mark.group()[1:-1] for mark in MARK.finditer(text)))


def first_gap(text: str) -> tuple[int, int] | None:
    """Where the first mark stands, from and to; none where nothing is missing."""
    found = MARK.search(text)
    return found.span() if found else None


def close_gap(text: str, field: str, value: str, translate: Callable[[str], str] = str) -> str:
    """The text with every mark of that field replaced, now that it is known."""
    return text.replace(mark_of(field, translate), value) if value else text


def mark_of(field: str, translate: Callable[[str], str] = str, note: str = "") -> str:
    """What stands in a letter for a field nobody knows yet."""
    asked = translate(GAPS.get(field, field))
    told = shorten(note.replace(OPEN, "").replace(CLOSE, ""), NOTED_AT_MOST, placeholder="…")
    return f"{OPEN}{asked}: {told}{CLOSE}" if told else f"{OPEN}{asked}{CLOSE}"


def fields_in(text: str) -> tuple[str, ...]:
    """The names in braces, in order, each once."""
    return tuple(dict.fromkeys(FIELD.findall(text)))


def _filled(template: str, known: Mapping[str, str], notes: Mapping[str, str], translate: Callable[[str], str]) -> str:
    def put(found: re.Match[str]) -> str:
        name = found[1]
        unknown = "" if name in MAY_BE_LEFT_OUT else mark_of(name, translate, notes.get(name, ""))
        return known.get(name) or unknown

    return _tidy(FIELD.sub(put, template))


def _tidy(text: str) -> str:
    """Without the spaces and empty lines that a sentence left out leaves behind."""
    lines = [" ".join(part for part in line.split(" ") if part) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

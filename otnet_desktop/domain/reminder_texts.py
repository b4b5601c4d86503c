"""What a reminder says: title, why it is here, one button, and a discreet title that names nobody.

Public: ``say`` for one reminder, ``announce`` for a notification, ``Tongue`` for how the reader speaks.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from otnet_desktop.domain.notice_templates import (
    AND_MORE,
    CATCH_UP,
    DIGEST,
    JUST,
    KIND_COUNTS,
    WITH_OTHERS,
    Choice,
    Counted,
    Template,
    Words,
)
from otnet_desktop.domain.notices import Form, Notice
from otnet_desktop.domain.reminder_templates import HOW_TO_MEET, WORDS
from otnet_desktop.domain.reminders import Kind, Reminder

LINES = 3
"""So many reminders of a digest are named; the rest is counted."""

DAYS_BEFORE_MONTHS = 60
SOON_MINUTES = 120

Fields = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Wording:
    """A reminder in words, to be shown as plain text."""

    title: str
    why: str
    button: str
    discreet: str


@dataclass(frozen=True, slots=True)
class Tongue:
    """How the reader speaks: what time it is for them, how they say days and times, and the names they use.

    ``name_of`` turns a ref into a given name ("" when unknown). ``translate`` gets whole templates, never filled ones.
    """

    now: datetime
    day_of: Callable[[datetime], date]
    say_day: Callable[[date], str]
    say_time: Callable[[datetime], str]
    name_of: Callable[[str], str]
    translate: Callable[[str], str] = str


def say(reminder: Reminder, tongue: Tongue) -> Wording:
    """The words for a reminder. What is not known is left out by choosing a shorter sentence."""
    words = _words_for(reminder)
    why = words.why
    if reminder.kind is Kind.MEETING_SOON:
        why = HOW_TO_MEET.get(reminder.variant, why)
    fields = _fields(reminder, tongue)
    return _fill(Words(words.title, why, words.button, words.discreet), fields, tongue)


def announce(notice: Notice, tongue: Tongue) -> Wording:
    """The words for a notification: those of its one reminder, or a summary of several."""
    if notice.form is Form.SINGLE:
        return say(notice.reminders[0], tongue)
    fields: Fields = {"count": len(notice.reminders)}
    if notice.form is Form.DIGEST:
        return _fill(DIGEST, fields | {"lines": _top_lines(notice.reminders, tongue)}, tongue)
    return _fill(CATCH_UP, fields | {"lines": _counts(notice.reminders, tongue)}, tongue)


def _words_for(reminder: Reminder) -> Words:
    """The most particular words there are."""
    plain = str(reminder.kind)
    variant = f"{plain}/{reminder.variant}"
    for name in (variant, plain):
        for mark in _marks(reminder):
            if name + mark in WORDS:
                return WORDS[name + mark]
    return next(words for name, words in WORDS.items() if name.startswith(plain))


def _marks(reminder: Reminder) -> Iterator[str]:
    if reminder.overdue:
        yield "+overdue"
    if reminder.values.get("times", "1") != "1":
        yield "+again"
    if "they" in reminder.values:
        yield f"+{reminder.values['they']}"
    if "place" in reminder.values:
        yield f"+{reminder.values['place']}"
    yield ""


def _fields(reminder: Reminder, tongue: Tongue) -> Fields:
    """Everything the templates may ask for, as far as it is known."""
    values = reminder.values
    fields: Fields = {name: values[name] for name in ("event", "text", "title") if values.get(name)}
    if given := tongue.name_of(reminder.person):
        fields["given"] = given
        fields["who"] = with_others(given, reminder, tongue)
    if referred := tongue.name_of(values.get("referred", "")):
        fields["referred"] = referred
    if "when" in values:
        fields |= _since(datetime.fromisoformat(values["when"]), tongue)
    if "start" in values:
        fields |= _until(datetime.fromisoformat(values["start"]), tongue)
    if "sent" in values:
        fields |= _sent(datetime.fromisoformat(values["sent"]), tongue)
    if "on" in values:
        on = date.fromisoformat(values["on"])
        fields["on_day"] = tongue.say_day(on)
        if (left := (on - tongue.day_of(tongue.now)).days) > 0:
            fields["days_left"] = left
    return fields


def with_others(given: str, reminder: Reminder, tongue: Tongue) -> str:
    """Whoever a reminder is about, and how many more it is about with them."""
    others = len(reminder.companions) - 1
    if others <= 0:
        return given
    return _filled(WITH_OTHERS, {"given": given, "others": others}, tongue) or given


def _since(when: datetime, tongue: Tongue) -> Fields:
    """How long ago something was."""
    day = tongue.day_of(when)
    days = (tongue.day_of(tongue.now) - day).days
    fields: Fields = {"day": tongue.say_day(day), "start_day": tongue.say_day(day)}
    if 0 <= days < len(JUST):
        fields["just"] = tongue.translate(JUST[days])
    elif days > 0:
        fields["days_since"] = days
    if days >= DAYS_BEFORE_MONTHS:
        fields["months_since"] = round(days / 30)
    return fields


def _sent(at: datetime, tongue: Tongue) -> Fields:
    """When I wrote last."""
    day = tongue.day_of(at)
    days = (tongue.day_of(tongue.now) - day).days
    fields: Fields = {"sent_day": tongue.say_day(day)}
    return fields | {"sent_just": tongue.translate(JUST[days])} if 0 <= days < len(JUST) else fields


def _until(start: datetime, tongue: Tongue) -> Fields:
    """How far ahead a meeting is."""
    minutes = round((start - tongue.now).total_seconds() / 60)
    fields: Fields = {"start_day": tongue.say_day(tongue.day_of(start)), "start_time": tongue.say_time(start)}
    return fields | {"minutes": minutes} if 0 < minutes <= SOON_MINUTES else fields


def _top_lines(reminders: Sequence[Reminder], tongue: Tongue) -> str:
    lines = [say(reminder, tongue).title for reminder in reminders[:LINES]]
    if (more := len(reminders) - LINES) > 0:
        lines.append(_filled(AND_MORE, {"more": more}, tongue) or "")
    return "\n".join(lines)


def _counts(reminders: Sequence[Reminder], tongue: Tongue) -> str:
    """So many of each kind, the most important first."""
    by_kind = Counter(reminder.kind for reminder in reminders)
    counts = (_filled(KIND_COUNTS[kind], {"n": by_kind[kind]}, tongue) for kind in Kind if kind in by_kind)
    return ", ".join(count for count in counts if count)


# -- filling in ------------------------------------------------------------------------------------------------


def _fill(words: Words, fields: Fields, tongue: Tongue) -> Wording:
    return Wording(
        _first(words.title, fields, tongue),
        _first(words.why, fields, tongue),
        tongue.translate(words.button),
        _first((words.discreet,), fields, tongue),
    )


def _first(choice: Choice, fields: Fields, tongue: Tongue) -> str:
    """The first text of which everything is known."""
    filled = (_filled(template, fields, tongue) for template in choice)
    return next((text for text in filled if text is not None), "")


def _filled(template: Template, fields: Mapping[str, str | int], tongue: Tongue) -> str | None:
    """The template translated and filled in, or None when something is missing."""
    if isinstance(template, Counted):
        if template.field not in fields:
            return None
        template = template.one if fields[template.field] == 1 else template.many
    needed = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    if not needed <= fields.keys():
        return None
    return tongue.translate(template).format_map(fields)

"""What fills the gaps of a letter, from what is known: profile, purpose, key points, meeting, and the writer.

Public: ``Known`` (what there is) and ``values_of(known)``. The letters are English, so days and sentences are as well,
whatever the reader's own language. Nothing is guessed: what is not known stays a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from otnet_desktop.domain.facts import MeetingFormat, Side
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import Profile
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.promises import Promise
from otnet_desktop.domain.reasons import Reason, letter_values

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
A_WEEK = timedelta(days=7)
SHORT_TAKEAWAY = 4
"""Words: longer ones are sentences, and stand in quotation marks."""

BY = {
    MeetingFormat.VIRTUAL: "by video",
    MeetingFormat.PHONE: "by phone",
    MeetingFormat.IN_PERSON: "in person",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a letter may draw on; empty where there is nothing.

    ``reader`` gets it, ``about`` is whom it is about (the same, but for a note to one’s coordinator); ``setting`` is
    a label, ``introduced_by``, ``referred`` and ``coordinator`` (of one's school) are names, ``zone_name`` and
    ``their_zone_name`` IANA names. ``slots`` are the times offered, as they are said: a line for each, or a sentence.
    """

    reader: Profile
    about: Profile
    me: Me
    now: datetime
    zone: tzinfo
    zone_name: str = ""
    their_zone_name: str = ""
    setting: str = ""
    key_point: str = ""
    introduced_by: str = ""
    referred: str = ""
    meeting: Meeting | None = None
    last_subject: str = ""
    last_sent: datetime | None = None
    put_off_at: datetime | None = None
    promise: Promise | None = None
    my_promise: str = ""
    coordinator: str = ""
    reason: Reason | None = None
    slots: tuple[str, ...] = ()
    slots_in_lines: bool = False

    def day(self, at: datetime) -> date:
        """The day of an instant, here."""
        return at.astimezone(self.zone).date()

    def long_day(self, at: datetime) -> str:
        """As in “12 March”."""
        day = self.day(at)
        return f"{day.day} {MONTHS[day.month - 1]}"

    def near_day(self, at: datetime) -> str:
        """A day of the week while that is clear, else the date."""
        day = self.day(at)
        return DAYS[day.weekday()] if abs(self.day(self.now) - day) < A_WEEK else self.long_day(at)


def values_of(known: Known) -> dict[str, str]:
    """The fields of every letter that can be said; "" for the others."""
    organisation = known.about.current.organisation
    values = {
        "greeting_name": known.reader.short_name,
        "their_name": known.about.full_name,
        "their_work": f"your work at {organisation}" if organisation else "your work",
        "organisation": organisation,
        "setting": _within_a_sentence(known.setting),
        "coordinator": known.coordinator,
        "event": known.meeting.plan.event if known.meeting and known.meeting.plan.event else known.about.event,
        "link_sentence": _link(known),
        "key_point_sentence": _key_point(known.key_point),
        "my_name": known.me.name,
        "my_stage": known.me.stage,
        "my_school": known.me.school,
        "my_phone": known.me.phone,
        "tz": _clock_of(known.zone_name),
        "my_tz": _clock_of(known.zone_name),
        "their_tz": _clock_of(known.their_zone_name or known.zone_name),
        "referred_name": known.referred,
        "item": known.promise.text if known.promise else "",
        "promise_sentence": f"I have not forgotten my promise: {_ended(known.my_promise)}" if known.my_promise else "",
        "previous_subject": _without_re(known.last_subject),
        "sent_date": known.long_day(known.last_sent) if known.last_sent else "",
        "asked_month": MONTHS[known.day(known.put_off_at).month - 1] if known.put_off_at else "",
    }
    return values | letter_values(known.reason) | _of_meeting(known) | _of_slots(known)


def promise_due(promises: list[Promise], ref: str) -> Promise | None:
    """The promise of that ref."""
    return next((promise for promise in promises if promise.ref == ref), None)


def my_open_promise(promises: list[Promise]) -> str:
    """What I promised last and have not done yet."""
    return next((promise.text for promise in reversed(promises) if promise.by is Side.ME and not promise.kept), "")


def _of_slots(known: Known) -> dict[str, str]:
    slots, clock = known.slots, _clock_of(known.zone_name)
    listed = f"{'; '.join(slots[:-1])} or {slots[-1]}" if len(slots) > 1 else "".join(slots)
    elsewhere = any("(" in slot for slot in slots) if slots else known.their_zone_name not in ("", known.zone_name)
    note = f"All times are {clock}; your local time is in brackets." if elsewhere else f"All times are {clock}."
    return {
        "slot_1": "".join(slots[:1]),
        "slot_2": "".join(slots[1:2]),
        "slot_list": "\n".join(f"- {slot}" for slot in slots) if known.slots_in_lines else listed,
        "times_note": note if clock else "",
    }


def _of_meeting(known: Known) -> dict[str, str]:
    meeting = known.meeting
    if meeting is None:
        return {}
    plan, kept = meeting.plan, meeting.kept
    takeaways = [_quoted(takeaway) for takeaway in kept.takeaways if takeaway.strip()]
    start = plan.start.astimezone(known.zone)
    asked = next((question.text for question in kept.questions if not question.asked), "")
    return {
        "meeting_day": known.near_day(plan.start),
        "meeting_date": known.long_day(plan.start),
        "meeting_time": f"{start:%H:%M}",
        "length": str(round((plan.end - plan.start).total_seconds() / 60)),
        "place_or_link": plan.link or plan.place or BY[plan.format],
        "main_question": _ended(asked).rstrip("."),
        "takeaway": "".join(takeaways[:1]),
        "takeaway_2": "".join(takeaways[1:2]),
        "takeaway_3": "".join(takeaways[2:3]),
    }


def _link(known: Known) -> str:
    if known.introduced_by:
        return f"{known.introduced_by} suggested that I write to you."
    return f"We met at {known.about.event}." if known.about.event else ""


def _key_point(text: str) -> str:
    return f"One thing I read about your work stayed with me: {_ended(text)}" if text.strip() else ""


def _ended(text: str) -> str:
    """With a full stop, unless it ends in a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in '.!?…”"' else f"{text}."


def _quoted(takeaway: str) -> str:
    text = takeaway.strip().rstrip(".").strip('“”"')
    return text if len(text.split()) <= SHORT_TAKEAWAY else f"“{text}”"


def _within_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: "school system", but "NICU and follow-up"."""
    first, _, _ = label.partition(" ")
    return label if first[1:] != first[1:].lower() else label[:1].lower() + label[1:]


def _without_re(subject: str) -> str:
    return subject.strip().removeprefix("Re:").strip()


def _clock_of(zone: str) -> str:
    """As in “New York time”."""
    city = zone.rpartition("/")[2].replace("_", " ")
    return f"{city} time" if city else ""

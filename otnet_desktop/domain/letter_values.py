"""What fills the gaps of a letter, from what is known: profile, purpose, key points, meeting, and the writer.

Public: ``Known`` (what there is), ``values_of(known)`` and ``notes_of(known)`` (what only its writer can put into
words). The letters are English, so days and sentences are as well, whatever the reader's own language. Nothing is
guessed: what is not known stays a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from otnet_desktop.domain.facts import MeetingFormat, Side
from otnet_desktop.domain.letter_greetings import greeting_names
from otnet_desktop.domain.letter_phrases import (
    clock_of,
    ended,
    in_setting,
    of_their_work,
    offer_of,
    said_takeaway,
    thing_of,
    with_article,
)
from otnet_desktop.domain.meetings import Meeting
from otnet_desktop.domain.people import Profile
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.promises import Promise
from otnet_desktop.domain.reasons import Reason, letter_values

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
A_WEEK = timedelta(days=7)
LONG_AGO = timedelta(days=180)
"""From then on a day is said with its year."""

BY = {
    MeetingFormat.VIRTUAL: "by video",
    MeetingFormat.PHONE: "by phone",
    MeetingFormat.IN_PERSON: "in person",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Everything a letter may draw on; empty where there is nothing.

    ``reader`` gets it, ``about`` is whom it is about (the same, but for a note to one’s coordinator); ``setting`` is
    a label and ``setting_code`` its code, ``introduced_by``, ``referred`` and ``coordinator`` (of one's school, where
    it is theirs to agree) are names, ``zone_name`` and ``their_zone_name`` IANA names. ``earlier`` is a meeting to be
    thankful for as well, ``slots`` are the times offered, as they are said: a line for each, or a sentence.
    """

    reader: Profile
    about: Profile
    me: Me
    now: datetime
    zone: tzinfo
    zone_name: str = ""
    their_zone_name: str = ""
    setting: str = ""
    setting_code: str = ""
    key_point: str = ""
    introduced_by: str = ""
    referred: str = ""
    readers: tuple[Profile, ...] = ()
    meeting: Meeting | None = None
    earlier: Meeting | None = None
    last_subject: str = ""
    last_sent: datetime | None = None
    put_off_at: datetime | None = None
    ask_again_on: datetime | None = None
    promise: Promise | None = None
    my_promise: str = ""
    news: str = ""
    coordinator: str = ""
    reason: Reason | None = None
    slots: tuple[str, ...] = ()
    slots_in_lines: bool = False

    def day(self, at: datetime) -> date:
        """The day of an instant, here."""
        return at.astimezone(self.zone).date()

    def long_day(self, at: datetime) -> str:
        """As in “12 March”; with the year where that is long ago."""
        day = self.day(at)
        said = f"{day.day} {MONTHS[day.month - 1]}"
        return f"{said} {day.year}" if abs(self.day(self.now) - day) > LONG_AGO else said

    def near_day(self, at: datetime) -> str:
        """As one says it: "today", a day of the week while that is clear, else the date."""
        day, today = self.day(at), self.day(self.now)
        beside = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((day - today).days)
        return beside or (DAYS[day.weekday()] if abs(today - day) < A_WEEK else self.long_day(at))

    def on_day(self, at: datetime) -> str:
        """The same after a verb: "today", "on Thursday"."""
        said = self.near_day(at)
        return said if said in ("yesterday", "today", "tomorrow") else f"on {said}"

    @property
    def their_zone(self) -> ZoneInfo | None:
        """Where they are, if clocks differ there now; none where it is the same or not known."""
        if not self.their_zone_name:
            return None
        there = ZoneInfo(self.their_zone_name)
        return None if self.now.astimezone(there).utcoffset() == self.now.astimezone(self.zone).utcoffset() else there


def values_of(known: Known) -> dict[str, str]:
    """The fields of every letter that can be said; "" for the others."""
    organisation = known.about.current.organisation
    setting = in_setting(known.setting_code, known.setting)
    values = {
        "greeting_name": greeting_names(known.readers or [known.reader]),
        "greeting_names": greeting_names(known.readers or [known.reader]),
        "their_name": known.about.full_name,
        "their_work": f"your work at {organisation}" if organisation else "your work",
        "their_field": setting or "your work",
        "organisation": organisation,
        "setting": setting,
        "coordinator": known.coordinator,
        "event": known.meeting.plan.event if known.meeting and known.meeting.plan.event else known.about.event,
        "link_sentence": _link(known),
        "key_point_sentence": of_their_work(known.key_point),
        "my_name": known.me.name,
        "my_stage": with_article(known.me.stage),
        "my_school": known.me.school,
        "my_phone": known.me.phone,
        "phone_sentence": f"Should anything change, my number is {known.me.phone}." if known.me.phone else "",
        "referred_name": known.referred,
        "item": thing_of(known.promise.text) if known.promise else "",
        "offer": offer_of(known.promise.text) if known.promise else "",
        "promise_sentence": f"I have not forgotten my promise: {ended(known.my_promise)}" if known.my_promise else "",
        "previous_subject": _without_re(known.last_subject),
        "reminder_subject": _reminder_subject(known),
        "sent_date": known.long_day(known.last_sent) if known.last_sent else "",
        "ask_again_day": known.long_day(known.ask_again_on) if known.ask_again_on else "",
        "asked_month": MONTHS[known.day(known.put_off_at).month - 1] if known.put_off_at else "",
    }
    return values | letter_values(known.reason) | _of_meeting(known) | _of_slots(known)


def notes_of(known: Known) -> dict[str, str]:
    """What one noted for the fields that only oneself can put into words."""
    takeaways = _takeaways(known)
    promise = known.promise.text if known.promise else ""
    noted = {
        "key_point_sentence": known.key_point,
        "takeaway": "".join(takeaways[:1]),
        "takeaway_2": "".join(takeaways[1:2]),
        "takeaway_list": "; ".join(takeaways),
        "item": promise,
        "offer": promise,
        "news": known.news,
    }
    return {field: note for field, note in noted.items() if note}


def promise_due(promises: list[Promise], ref: str) -> Promise | None:
    """The promise of that ref."""
    return next((promise for promise in promises if promise.ref == ref), None)


def my_open_promise(promises: list[Promise]) -> str:
    """What I promised last and have not done yet."""
    return next((promise.text for promise in reversed(promises) if promise.by is Side.ME and not promise.kept), "")


def _reminder_subject(known: Known) -> str:
    if known.last_subject:
        return f"Re: {_without_re(known.last_subject)}"
    return f"My note of {known.long_day(known.last_sent)}" if known.last_sent else ""


def _of_slots(known: Known) -> dict[str, str]:
    """Times, and on whose clock they are: not a word of that where it is theirs too."""
    slots, clock = known.slots, clock_of(known.zone_name)
    listed = f"{'; '.join(slots[:-1])} or {slots[-1]}" if len(slots) > 1 else "".join(slots)
    is_theirs_too = bool(known.their_zone_name) and known.their_zone is None
    return {
        "slot_1": "".join(slots[:1]),
        "slot_2": "".join(slots[1:2]),
        "slot_list": "\n".join(f"- {slot}" for slot in slots) if known.slots_in_lines else listed,
        "zone_aside": "" if is_theirs_too or not clock else f", {clock},",
        "times_note": "" if is_theirs_too or not clock else f"All times are {clock}.",
    }


def _of_meeting(known: Known) -> dict[str, str]:
    meeting = known.meeting
    if meeting is None:
        return {}
    plan, kept = meeting.plan, meeting.kept
    said = [said_takeaway(takeaway) for takeaway in _takeaways(known)]
    *most, last = said or [""]
    asked = next((question.text for question in kept.questions if not question.asked), "")
    where = plan.link or plan.place
    return {
        "meeting_day": known.near_day(plan.start),
        "on_meeting_day": known.on_day(plan.start),
        "meeting_when": _both_clocks(known, plan.start),
        "length": str(round((plan.end - plan.start).total_seconds() / 60)),
        "place_or_link": f"{BY[plan.format]}: {where}" if where else f"{BY[plan.format]}.",
        "main_question": ended(asked),
        "takeaway": "".join(said[:1]),
        "takeaway_2": "".join(said[1:2]),
        "takeaway_list": (f"{', '.join(most)} and {last}" if most else last) if all(said) else "",
    }


def _takeaways(known: Known) -> list[str]:
    """What was noted in the meeting; with an earlier one to be thankful for, first what that one left."""
    earlier = [note for note in known.earlier.kept.takeaways if note.strip()][:1] if known.earlier else []
    return earlier + ([note for note in known.meeting.kept.takeaways if note.strip()] if known.meeting else [])


def _both_clocks(known: Known, at: datetime) -> str:
    """As in “Thursday 19 March at 20:00 (Oslo time, 15:00 in New York)”."""
    there = known.their_zone or known.zone
    local = at.astimezone(there)
    said = f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} at {local:%H:%M}"
    if known.their_zone is None:
        return said
    here = clock_of(known.zone_name).removesuffix(" time")
    return f"{said} ({clock_of(known.their_zone_name)}, {at.astimezone(known.zone):%H:%M} in {here})"


def _link(known: Known) -> str:
    if known.introduced_by:
        return f"{known.introduced_by} suggested that I write to you."
    return f"We met at {known.about.event}." if known.about.event else ""


def _without_re(subject: str) -> str:
    return subject.strip().removeprefix("Re:").strip()

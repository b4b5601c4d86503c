"""Calendar files, read back by icalendar; links against the golden ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from otnet_desktop.exchange.calendar_links import OUTLOOK_HOME, google_link, outlook_link
from otnet_desktop.exchange.ics import CalendarEntry, Guest, write_entry, write_feed, write_invitation

NEW_YORK = ZoneInfo("America/New_York")
ENTRY = CalendarEntry(
    ref="m29",
    start=datetime(2026, 3, 24, 14, tzinfo=NEW_YORK),
    end=datetime(2026, 3, 24, 14, 30, tzinfo=NEW_YORK),
    stamp=datetime(2026, 3, 18, 14, tzinfo=UTC),
    summary="Talk with Nina Petrova; research, capstone",
    location="Video call",
    description="Prep sheet is in OTnet.\nNo private notes are exported.",
)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=120)


def event_of(text: str) -> Event:
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert isinstance(event, Event)
    assert not event.errors
    return event


def meaning(text: str) -> dict[str, object]:
    """What a calendar makes of a file."""
    event = event_of(text)
    told: dict[str, object] = {name: str(event[name]) for name in event if name not in {"DTSTART", "DTEND", "DTSTAMP"}}
    told |= {name: event.decoded(name).astimezone(UTC) for name in ("DTSTART", "DTEND", "DTSTAMP")}
    told["METHOD"] = str(Calendar.from_ical(text)["METHOD"])
    return told


def test_publish_means_what_the_golden_file_means(golden: Path) -> None:
    wanted = (golden / "meeting_publish.ics").read_text(encoding="utf-8")
    assert meaning(write_entry(ENTRY)) == meaning(wanted)
    (alarm,) = event_of(write_entry(ENTRY)).walk("VALARM")
    assert alarm.decoded("TRIGGER").total_seconds() == -30 * 60


def test_cancel_keeps_the_identity_and_invites_nobody() -> None:
    moved = CalendarEntry("m29", ENTRY.start, ENTRY.end, ENTRY.stamp, "Talk", sequence=1, cancelled=True)
    told = meaning(write_entry(moved))
    assert (told["UID"], told["SEQUENCE"], told["STATUS"], told["METHOD"]) == (
        "m29@otnet.invalid", "1", "CANCELLED", "CANCEL"
    )  # fmt: skip
    for text in (write_entry(moved), write_entry(ENTRY)):
        assert "ATTENDEE" not in text
        assert "ORGANIZER" not in text


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back(summary: str, location: str, description: str) -> None:
    text = write_entry(CalendarEntry("m", ENTRY.start, ENTRY.end, ENTRY.stamp, summary, location, description))
    event = event_of(text)
    assert event.get("SUMMARY", "") == summary
    assert event.get("LOCATION", "") == location
    assert event.get("DESCRIPTION", "") == description
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line


def test_links_are_the_golden_ones(golden: Path) -> None:
    google, outlook = (golden / "calendar_urls.txt").read_text(encoding="utf-8").split()
    entry = CalendarEntry(
        "m29", ENTRY.start, ENTRY.end, ENTRY.stamp, "Talk with Nina Petrova", "Video call", "Prep sheet is in OTnet"
    )
    assert google_link(entry, NEW_YORK) == google
    assert outlook_link(entry) == outlook
    assert outlook_link(entry, OUTLOOK_HOME).startswith("https://outlook.live.com/")


def test_links_keep_to_themselves() -> None:
    entry = CalendarEntry("m", ENTRY.start, ENTRY.end, ENTRY.stamp, "a&add=x@y#z", description="1+1 = 2?\n&")
    for link in (google_link(entry, NEW_YORK), outlook_link(entry)):
        assert "add=" not in link.replace("add%3D", "")
        assert "#" not in link


def test_an_invitation_names_who_asks_and_who_is_asked() -> None:
    me, guest = Guest("Jordan Avery", "jordan@school.example"), Guest('Renata "R" Núñez', "renata@larchmont.example")
    text = write_invitation(ENTRY, me, [guest])
    assert meaning(text)["METHOD"] == "REQUEST"
    event = event_of(text)
    assert str(event["ORGANIZER"]) == "mailto:jordan@school.example"
    assert str(event["ATTENDEE"]) == "mailto:renata@larchmont.example"
    assert event["ATTENDEE"].params["CN"] == "Renata R Núñez"
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert not event.walk("VALARM")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_a_cancellation_has_the_same_identity_and_a_higher_sequence() -> None:
    me, guest = Guest("", "jordan@school.example"), Guest("", "renata@larchmont.example")
    invited = meaning(write_invitation(ENTRY, me, [guest]))
    off = meaning(write_invitation(replace(ENTRY, sequence=1, cancelled=True), me, [guest]))
    assert (off["METHOD"], off["STATUS"], off["UID"]) == ("CANCEL", "CANCELLED", invited["UID"])
    assert int(str(off["SEQUENCE"])) > int(str(invited["SEQUENCE"]))


def test_a_feed_holds_many_and_keeps_one_free_where_it_should() -> None:
    later = replace(ENTRY, ref="m30", start=ENTRY.end, end=ENTRY.end.replace(hour=16), transparent=True, alarm_min=0)
    events = Calendar.from_ical(write_feed([later, ENTRY])).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == ["m29@otnet.invalid", "m30@otnet.invalid"]
    assert [str(event["TRANSP"]) for event in events] == ["OPAQUE", "TRANSPARENT"]

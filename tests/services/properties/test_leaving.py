"""Private notes leave the program only when they are asked for."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.people import Person
from tests.services.properties.every_act import live
from tests.services.properties.lives import FEW, Life, living
from tests.services.properties.meeting_acts import any_meeting, write_about_meeting
from tests.services.properties.people_acts import HOMEWORK, add_person, edit_person


def everybody(life: Life) -> list[Person]:
    """All people there are."""
    return life.workspace.store.people.many(life.workspace.store.people.everyone())


def unfolded(path: Path) -> str:
    """A file's text with its folded lines whole again (RFC 6350, 3.2)."""
    return path.read_bytes().decode().replace("\r\n ", "")


@FEW
@given(st.data())
def test_notes_leave_only_when_asked_for(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life)
        add_person(life)
        edit_person(life)
        out = life.folder / "out.vcf"
        life.workspace.exporting.write("vcard4", out)
        without = unfolded(out)
        life.workspace.exporting.write("vcard4", out, private=True)
        with_notes = unfolded(out)
        for word in life.words:
            assert not (word.is_private and word.text in without), word
        for person in everybody(life):
            assert person.profile.full_name in without
            assert all(line in with_notes for line in person.profile.note.split() if line.startswith("Zx"))


@FEW
@given(st.data())
def test_what_was_found_out_about_people_never_leaves_with_a_card(data: st.DataObject) -> None:
    """Research and messages are in the archive and in no card, not even in one with private notes."""
    with living(data.draw) as life:
        live(life)
        out = life.folder / "out.vcf"
        life.workspace.exporting.write("vcard4", out, private=True)
        told = unfolded(out)
        kept = {word for person in everybody(life) for word in person.profile.note.split()}
        kept |= {word for person in everybody(life) for line in person.profile.foreign for word in line.split(":")}
        for word in life.words:
            assert not word.is_private or word.text in kept or word.text not in told, word


@FEW
@given(st.data())
def test_notes_of_a_meeting_never_leave_with_its_calendar_entry(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, (write_about_meeting, *HOMEWORK))
        meeting = any_meeting(life)
        links = life.workspace.scheduling.links(meeting, "Meeting")
        told = life.workspace.scheduling.calendar_text(meeting, "Meeting").replace("\r\n ", "") + " ".join(
            links.values()
        )
        asked = (meeting.plan.title, meeting.plan.place)
        assert not [word.text for word in life.words if word.text in told and word.text not in asked]

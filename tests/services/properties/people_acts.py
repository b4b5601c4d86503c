"""What a user may do about people and what they find out about them, one act a function. See ``lives``."""

from __future__ import annotations

from dataclasses import replace

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Person, Profile, Status
from otnet_desktop.domain.research import KeyPoint, Purpose
from tests.services.properties.lives import Act, Life


def add_person(life: Life) -> Person:
    """Somebody with a name, an address, a place and perhaps a note."""
    ref = f"p{life.number()}"
    given, family, place = life.word(ref, private=False), life.word(ref, private=False), life.word(private=False)
    address = ContactPoint(ContactKind.EMAIL, f"{life.word(ref, private=False)}@example.org", primary=True)
    note = life.word(ref) if life.whether() else ""
    affiliations = (Affiliation(place, "School OT", setting="school"),)
    profile = Profile(given, family, contact_points=(address,), affiliations=affiliations, note=note)
    return life.workspace.people.add(profile, ref=ref)


def edit_person(life: Life) -> None:
    person = life.workspace.people.get(life.person())
    profile = replace(person.profile, note=life.word(person.ref), tags=(life.word(person.ref, private=False),))
    life.workspace.people.save(person.id, profile)


def change_jobs(life: Life) -> None:
    person = life.person()
    place = Affiliation(life.word(private=False)) if life.whether() else None
    life.workspace.people.moved(person, place, address_lost=life.whether())


def keep_in_touch(life: Life) -> None:
    life.workspace.people.keep_in_touch(life.person(), life.one(30, 90, 0))


def introduce(life: Life) -> None:
    life.workspace.people.referred(life.person(), life.person())


def check_address(life: Life) -> None:
    life.workspace.people.channel(life.person(), ok=life.whether())


def put_aside(life: Life) -> None:
    life.workspace.people.set_status(life.person(), life.one(Status.ARCHIVED, Status.DO_NOT_CONTACT, Status.DECEASED))


def take_back_status(life: Life) -> None:
    life.workspace.people.set_status(life.person(), life.one(*Status), on=False)


def remove_person(life: Life) -> None:
    life.workspace.people.remove(life.person())


def remove_several(life: Life) -> None:
    life.workspace.several.remove(life.group())


def tag_several(life: Life) -> None:
    life.workspace.several.tag(life.group(), life.one("alumni", "mentor"))


def restore_person(life: Life) -> None:
    """Whoever was deleted last, or everybody in the trash."""
    heads = [trashed.id for trashed in life.workspace.trash.all()]
    life.workspace.trash.restore(heads if life.whether() else heads[:1])


def delete_for_good(life: Life) -> None:
    life.workspace.trash.delete_for_good([trashed.id for trashed in life.workspace.trash.all()[-1:]])


TRASH: tuple[Act, ...] = (restore_person, remove_several, tag_several, delete_for_good)
PEOPLE: tuple[Act, ...] = (edit_person, keep_in_touch, introduce, change_jobs, check_address)
STATUS: tuple[Act, ...] = (put_aside, take_back_status)


def take_notes(life: Life) -> None:
    person = life.person()
    life.workspace.research.save_notes(person, f"# {life.word(person)}\n\n- {life.word(person)}")


def note_key_point(life: Life) -> None:
    person = life.person()
    life.workspace.research.add_key_point(person, KeyPoint(life.word(person), life.word(person)))


def say_why(life: Life) -> None:
    person = life.person()
    life.workspace.research.say_why(person, life.one("setting_info", "fieldwork_placement"))
    life.workspace.research.say_what(person, life.word(person))


def answer_gate(life: Life) -> None:
    person = life.person()
    purpose = life.workspace.research.of(person).purpose or Purpose("capstone_site")
    life.workspace.research.answer_gate(person, purpose, life.one(*f.Gate))


HOMEWORK: tuple[Act, ...] = (take_notes, note_key_point, say_why, answer_gate)

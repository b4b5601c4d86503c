"""Who asked not to be contacted, or has died, is let be: also after an import, an undo of something else, a restart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.facts import InKind
from otnet_desktop.domain.people import PersonId, Status
from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, Life, listed, living
from tests.services.properties.people_acts import (
    STATUS,
    add_person,
    edit_person,
    put_aside,
    remove_person,
    remove_several,
)
from tests.services.properties.program_acts import FILES, HISTORY, undo
from tests.services.properties.writing_acts import hear

CLOSED = (Status.DO_NOT_CONTACT, Status.DECEASED)
ABOUT_STATUS = {
    "Reopen person", "Archive person", "Do not contact", "Record a death", "Log answer",
    "Delete person", "Delete people", "Restore person", "Restore people",
}  # fmt: skip
"""What the steps are called that touch a status, or bring somebody back or take them away."""


def closed(life: Life) -> dict[PersonId, Status]:
    """Everyone who is not to be written to."""
    people = life.workspace.store.people
    return {person.id: person.status for person in people.many(people.everyone()) if person.status in CLOSED}


def newest_step(life: Life, *, back: bool) -> str:
    """What an undo, or a redo, is about to touch."""
    return life.workspace.history.undo_title() if back else life.workspace.history.redo_title()


@FEW
@given(st.data())
def test_only_the_users_word_opens_writing_again(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, most=5)
        life.workspace.people.set_status(add_person(life).id, life.one(*CLOSED))
        edit_person(life)
        for _ in range(data.draw(st.integers(5, 15))):
            before = closed(life)
            titles = {newest_step(life, back=True), newest_step(life, back=False)}
            act = life.does(put_aside, *FILES * 9, *HISTORY * 9, *EVERY_ACT)
            if act in (*STATUS, remove_person, remove_several) or (act in HISTORY and titles & ABOUT_STATUS):
                continue
            after = closed(life)
            assert before.keys() <= after.keys(), act
            assert all(after[person].strictness >= status.strictness for person, status in before.items())


@FEW
@given(st.data())
def test_nothing_is_asked_for_and_nothing_written_against_a_wish(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, (put_aside, hear, *EVERY_ACT))
        life.wake(data.draw(st.integers(0, 60)))
        refs = {life.workspace.people.get(person).ref for person in closed(life)}
        told = [reminder for notice in life.workspace.noticing.look() for reminder in notice.reminders]
        assert not refs & {reminder.person for reminder in (*listed(life.workspace), *told)}
        for person in closed(life):
            for write in (life.workspace.outreach.may_write, life.workspace.composing.begin):
                try:
                    write(person)
                except NotAllowed:
                    continue
                raise AssertionError(person)


@FEW
@given(st.data())
def test_a_wish_told_in_an_answer_holds(data: st.DataObject) -> None:
    with living(data.draw) as life:
        add_person(life)
        live(life, (hear,), most=6)
        asked = {
            person
            for person in life.workspace.store.people.everyone()
            if any(m.kind == InKind.DO_NOT_CONTACT for m in life.workspace.outreach.of(person))
        }
        assert asked == closed(life).keys()


@FEW
@given(st.data())
def test_an_import_creates_no_reminders(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life)
        before = [(reminder.key, reminder.due) for reminder in listed(life.workspace)]
        for _ in range(3):
            act = life.one(*FILES)
            act(life)
        assert [(reminder.key, reminder.due) for reminder in listed(life.workspace)] == before
        if life.workspace.history.undo_title() == "Import":
            undo(life)
        assert [(reminder.key, reminder.due) for reminder in listed(life.workspace)] == before

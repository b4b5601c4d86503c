"""Whoever comes back from the trash is as they were, whatever they were part of."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.store.content import content_hash
from tests.services.properties.every_act import live
from tests.services.properties.lives import FEW, listed, living
from tests.services.properties.people_acts import add_person, edit_person, remove_person
from tests.services.properties.test_removal import ACTS


@FEW
@given(st.data())
def test_who_is_restored_at_once_is_exactly_as_before(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, ACTS)
        add_person(life)
        store = life.workspace.store
        people = list(dict.fromkeys(life.person() for _ in range(life.one(1, 1, 2, 3))))
        before, due = content_hash(store.database), [reminder.key for reminder in listed(life.workspace)]
        life.workspace.people.remove(*people)
        if life.whether():
            life.restart()
        life.workspace.trash.restore([trashed.id for trashed in life.workspace.trash.all() if trashed.person in people])
        assert content_hash(life.workspace.store.database) == before
        assert [reminder.key for reminder in listed(life.workspace)] == due
        assert life.workspace.care.check() == []


@FEW
@given(st.data())
def test_who_is_restored_later_fits_into_what_is_there_by_then(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, ACTS)
        for _ in range(life.one(1, 2)):
            add_person(life)
            life.workspace.people.remove(life.person())
            live(life, ACTS, most=6)
        for trashed in life.draw(st.permutations(life.workspace.trash.all())):
            before = content_hash(life.workspace.store.database)
            life.workspace.trash.restore([trashed.id])
            after = content_hash(life.workspace.store.database)
            assert life.workspace.people.get(trashed.person).profile.full_name == trashed.name
            assert life.workspace.care.check() == []
            life.workspace.history.undo()
            assert content_hash(life.workspace.store.database) == before
            life.workspace.history.redo()
            assert content_hash(life.workspace.store.database) == after
        assert life.workspace.trash.all() == []


def texts_in(folder: Path) -> bytes:
    """Every file of the data, but for dated backups."""
    files = (path for path in folder.rglob("*") if path.is_file() and "backups" not in path.parts)
    return b"".join(path.read_bytes() for path in files)


@FEW
@given(st.data())
def test_who_is_deleted_for_good_is_in_no_file(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, ACTS)
        add_person(life)
        person = life.workspace.people.get(life.person())
        theirs = [word.text.encode() for word in life.words if word.about == person.ref]
        life.workspace.people.remove(person.id)
        for act in (edit_person, remove_person):
            if life.whether():
                life.does(act)
        if life.whether():
            life.restart()
        life.workspace.trash.delete_for_good([t.id for t in life.workspace.trash.all() if t.person == person.id])
        assert life.workspace.trash.wipe()
        left = texts_in(life.folder / "data").lower()
        assert [word for word in theirs if word.lower() in left] == []
        assert life.workspace.care.check() == []
        while life.workspace.history.undo():
            pass
        assert person.id not in life.workspace.store.people.everyone()

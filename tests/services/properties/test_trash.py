"""Whoever comes back from the trash is as they were, whatever they were part of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.store.content import content_hash
from tests.services.properties.every_act import live
from tests.services.properties.lives import FEW, listed, living
from tests.services.properties.people_acts import add_person
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

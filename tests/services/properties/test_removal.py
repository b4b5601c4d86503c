"""Who is deleted is gone from everywhere, and comes back whole when that is undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.store.content import content_hash
from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, Life, listed, living
from tests.services.properties.people_acts import HOMEWORK, add_person
from tests.services.properties.program_acts import import_file
from tests.services.properties.writing_acts import WRITING

ACTS = (*WRITING, *HOMEWORK, *(act for act in EVERY_ACT if act is not import_file))
"""A file may bring somebody in once more, as somebody else."""

KEEPS = ("journal", "trash")
"""Tables of these names keep what can be undone or restored."""


def rows(life: Life) -> list[str]:
    """Everything that is written in the tables of the data, but for what can be brought back."""
    sql = life.workspace.store.database.sql
    names = [str(name) for (name,) in sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in names if not name.startswith((*KEEPS, "sqlite_", "find_"))]
    return [f"{name}: {row}" for name in ours for row in sql(f"SELECT * FROM {name}")]


@FEW
@given(st.data())
def test_who_is_deleted_is_gone_from_everywhere(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, ACTS)
        add_person(life)
        everyone = life.workspace.store.people.everyone()
        person = life.workspace.people.get(life.one(*everyone))
        alone = [m for m in life.workspace.meetings.of(person.id) if m.plan.people == (person.id,)]
        theirs = [word.text for word in life.words if word.about == person.ref]
        theirs += [
            word for m in alone for word in (m.kept.notes, m.plan.title, m.plan.place, *m.kept.takeaways) if word
        ]
        before = content_hash(life.workspace.store.database)
        due = [reminder.key for reminder in listed(life.workspace)]

        life.workspace.people.remove(person.id)
        if life.whether():
            life.restart()
        assert [line for line in rows(life) for word in theirs if word in line] == []
        for word in theirs:
            assert life.workspace.store.search.search(word) == []
        assert person.ref not in {reminder.person for reminder in listed(life.workspace)}
        assert not [word for word in theirs if word in str(listed(life.workspace))]
        assert life.workspace.care.check() == []

        life.workspace.history.undo()
        assert content_hash(life.workspace.store.database) == before
        assert [reminder.key for reminder in listed(life.workspace)] == due

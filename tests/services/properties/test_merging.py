"""Two people become one who has everything of both, and come apart again exactly."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from otnet_desktop.domain.merge import Side
from otnet_desktop.services.merging import Pair
from otnet_desktop.store.content import content_hash
from tests.services.properties.every_act import EVERY_ACT, live
from tests.services.properties.lives import FEW, Life, listed, living
from tests.services.properties.people_acts import HOMEWORK, PEOPLE, add_person, introduce
from tests.services.properties.program_acts import restart
from tests.services.properties.writing_acts import WRITING

ACTS = (*EVERY_ACT, *HOMEWORK, *PEOPLE, *WRITING, introduce)
PAIRS = 13 if settings().max_examples >= 500 else 1
"""Pairs of each life: a thousand in all, when looked at closely."""

OUTSIDE = ("journal", "trash", "sqlite_", "find_", "merge_log", "notice_shown")
"""What keeps what was, and what is derived from the texts."""


def written(life: Life) -> str:
    """Everything that is written in the tables, apart from the originals in the log."""
    sql = life.workspace.store.database.sql
    names = [str(name) for (name,) in sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in names if not name.startswith(OUTSIDE)]
    return "\n".join(f"{name}: {row}" for name in ours for row in sql(f"SELECT * FROM {name}"))


def counted(life: Life, select: str) -> int:
    return int(life.workspace.store.database.sql(f"SELECT count(*) FROM {select}").fetchone()[0])


def two(life: Life) -> Pair:
    """Any two people; there are two at least."""
    everyone = life.workspace.store.people.everyone()
    while len(everyone) < 2:
        everyone = [*everyone, add_person(life).id]
    one = life.one(*everyone)
    return life.workspace.merging.pair(one, life.one(*(person for person in everyone if person != one)))


@FEW
@given(st.data())
def test_everything_of_both_is_kept_and_comes_apart_again(data: st.DataObject) -> None:
    with living(data.draw) as life:
        live(life, ACTS)
        two(life)
        for _ in range(life.one(0, 4, 8)):
            life.does(*ACTS)
        for _ in range(PAIRS):
            merge_and_take_back(life, two(life))


def merge_and_take_back(life: Life, pair: Pair) -> None:
    """Everything is there afterwards, once, and everything is as before in the end."""
    before, due = content_hash(life.workspace.store.database), [reminder.key for reminder in listed(life.workspace)]
    texts = written(life)
    words = [word.text for word in life.words if word.text in texts]
    thanks, letters = counted(life, "fact WHERE type = 'thanked'"), counted(life, "message")

    life.workspace.merging.merge(pair, {conflict.field: life.one(*Side) for conflict in pair.conflicts})
    after = written(life)
    assert [word for word in words if word not in after] == []
    assert counted(life, "fact WHERE type = 'thanked'") == thanks
    assert counted(life, "message") == letters
    assert life.workspace.people.get(pair.stays.id).status is pair.status
    assert life.workspace.store.people.id_of(pair.goes.ref) is None
    assert pair.goes.ref not in {reminder.person for reminder in listed(life.workspace)}
    assert f":{pair.goes.ref}:" not in after.replace('"', ":").replace("'", ":")
    assert life.workspace.care.check() == []

    if life.whether():
        restart(life)
    life.workspace.history.undo()
    assert content_hash(life.workspace.store.database) == before
    assert [reminder.key for reminder in listed(life.workspace)] == due
    assert life.workspace.care.check() == []

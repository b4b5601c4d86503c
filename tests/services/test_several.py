"""Several people at once: one step, one undo, and nobody is touched whom it does not concern."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otnet_desktop.domain.errors import BadInput, NotSaved
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.content import content_hash
from tests.services.acquaintances import somebody


@pytest.fixture
def people(workspace: Workspace) -> list[PersonId]:
    """Ann, Bo with a tag, and Cy with whom there shall be no contact."""
    made = [somebody(workspace, name) for name in ("Ann", "Bo", "Cy")]
    workspace.people.save(made[1].id, replace(made[1].profile, tags=("alumni", "mentor")))
    workspace.people.set_status(made[2].id, Status.DO_NOT_CONTACT)
    return [person.id for person in made]


def tags(workspace: Workspace) -> list[tuple[str, ...]]:
    return [person.profile.tags for person in workspace.people.many(workspace.store.people.everyone())]


def statuses(workspace: Workspace) -> list[Status]:
    return [person.status for person in workspace.people.many(workspace.store.people.everyone())]


def test_a_tag_is_given_to_those_who_lack_it(workspace: Workspace, people: list[PersonId]) -> None:
    before = content_hash(workspace.store.database)
    assert workspace.several.tag(people, "  alumni ") == 2
    assert tags(workspace) == [("alumni",), ("alumni", "mentor"), ("alumni",)]
    assert list(workspace.roster.tags()) == ["alumni", "mentor"]
    assert workspace.history.undo() == "Tag people"
    assert content_hash(workspace.store.database) == before


def test_a_tag_is_taken_off_those_who_have_it(workspace: Workspace, people: list[PersonId]) -> None:
    assert workspace.several.untag(people, "alumni") == 1
    assert tags(workspace) == [(), ("mentor",), ()]
    assert workspace.history.undo() == "Take a tag off"


def test_a_tag_is_a_word(workspace: Workspace, people: list[PersonId]) -> None:
    with pytest.raises(BadInput, match="needs a word"):
        workspace.several.tag(people, "  ")


def test_all_are_archived_and_the_stricter_status_holds(workspace: Workspace, people: list[PersonId]) -> None:
    before = content_hash(workspace.store.database)
    assert workspace.several.set_status(people, Status.ARCHIVED) == 2
    assert statuses(workspace) == [Status.ARCHIVED, Status.ARCHIVED, Status.DO_NOT_CONTACT]
    assert workspace.history.undo() == "Archive people"
    assert content_hash(workspace.store.database) == before
    assert workspace.care.check() == []


def test_what_changes_nothing_is_no_step(workspace: Workspace, people: list[PersonId]) -> None:
    newest = workspace.history.newest()
    assert workspace.several.set_status(people, Status.ARCHIVED, on=False) == 0
    assert workspace.several.untag(people, "nobody's") == 0
    assert workspace.history.newest() == newest


def test_they_are_deleted_together_after_a_backup(workspace: Workspace, people: list[PersonId]) -> None:
    before = content_hash(workspace.store.database)
    workspace.several.remove(people[:2])
    assert workspace.store.people.everyone() == [people[2]]
    assert [backup.reason for backup in workspace.care.backups()] == ["delete"]
    assert workspace.care.backups()[0].people == 3
    assert workspace.history.undo() == "Delete people"
    assert content_hash(workspace.store.database) == before


def test_without_a_backup_nobody_is_deleted(workspace: Workspace, people: list[PersonId]) -> None:
    workspace.store.backups.folder.write_text("a file in its place")
    with pytest.raises(NotSaved):
        workspace.several.remove(people)
    assert workspace.store.people.everyone() == people

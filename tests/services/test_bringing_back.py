"""People come back out of a backup or an archive as one step, and a look into it says who is missing today."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.backups import Standing
from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.services.exporting import ARCHIVE
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock

HISTORY = Path(__file__).parents[1] / "history"


@pytest.fixture
def elsewhere(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    """Another data folder."""
    opened = open_workspace(tmp_path / "elsewhere", clock, lambda: ZoneInfo("America/New_York"))
    yield opened
    opened.close()


def kept(workspace: Workspace) -> Path:
    """A backup of it as it is now."""
    return workspace.care.back_up()[0]


def packed(workspace: Workspace, folder: Path) -> Path:
    """An archive of it as it is now."""
    workspace.exporting.write(ARCHIVE, folder / "all.zip")
    return folder / "all.zip"


def standings(workspace: Workspace, source: Path) -> dict[str, Standing]:
    return {person.name: person.standing for person in workspace.bringing_back.look_into(source).people}


def bring(workspace: Workspace, source: Path, *names: str) -> list[PersonId]:
    inside = workspace.bringing_back.look_into(source).people
    return workspace.bringing_back.bring(source, [p.id for p in inside if not names or p.name in names])


def test_a_look_says_who_is_missing_and_who_has_changed(workspace: Workspace) -> None:
    person, (ann, bo, cy) = renata(workspace), [somebody(workspace, name) for name in ("Ann", "Bo", "Cy")]
    source = kept(workspace)
    workspace.people.set_status(ann.id, Status.ARCHIVED)
    workspace.promises.make(cy.id, Side.ME, "A book")
    workspace.people.remove(bo.id)
    workspace.people.remove(person.id)
    workspace.trash.delete_for_good([t.id for t in workspace.trash.all() if t.ref == "renata"])
    somebody(workspace, "Dee")
    inside = workspace.bringing_back.look_into(source)
    assert {p.name: p.standing for p in inside.people} == {
        "Ann": Standing.CHANGED,
        "Bo": Standing.IN_TRASH,
        "Cy": Standing.CHANGED,
        "Renata Okafor": Standing.MISSING,
    }
    assert (inside.meetings, inside.since) == (0, 1)
    assert inside.count(Standing.MISSING, Standing.IN_TRASH) == 2


def test_nothing_differs_right_after_a_backup(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.meetings.book(plan_with(workspace, person.id))
    source = kept(workspace)
    workspace.reminders.refresh()
    assert standings(workspace, source) == {"Renata Okafor": Standing.SAME}


def test_one_comes_back_as_one_step_with_what_was_due(workspace: Workspace) -> None:
    person, ann = renata(workspace), somebody(workspace, "Ann")
    start = workspace.clock.now() - timedelta(hours=3)
    workspace.meetings.held(MeetingPlan((person.id, ann.id), start, start + timedelta(minutes=30)))
    workspace.promises.make(person.id, Side.ME, "Send the guide", workspace.clock.now().date())
    due, source = [reminder.key for reminder in workspace.reminders.due()], kept(workspace)
    workspace.people.remove(person.id)
    before = content_hash(workspace.store.database)
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    (back,) = bring(workspace, source, "Renata Okafor")
    assert len(heard) == 1
    assert workspace.people.get(back).ref == "renata"
    assert sorted(reminder.key for reminder in workspace.reminders.due()) == sorted(due)
    assert workspace.history.undo_title() == "Bring back person"
    assert workspace.care.check() == []
    workspace.history.undo()
    assert content_hash(workspace.store.database) == before


def test_whoever_is_here_by_now_stays_as_they_are(workspace: Workspace) -> None:
    person = renata(workspace)
    source = kept(workspace)
    workspace.people.set_status(person.id, Status.DO_NOT_CONTACT)
    assert bring(workspace, source) == []
    assert workspace.people.get(person.id).status is Status.DO_NOT_CONTACT
    assert workspace.history.undo_title() == "Do not contact"


@pytest.mark.parametrize("status", [Status.DO_NOT_CONTACT, Status.DECEASED])
def test_silence_asked_for_since_holds(workspace: Workspace, status: Status) -> None:
    person = renata(workspace)
    source = kept(workspace)
    workspace.people.set_status(person.id, status)
    workspace.people.remove(person.id)
    (back,) = bring(workspace, source)
    assert workspace.people.get(back).status is status
    assert workspace.people.outlook(back).status is status
    assert workspace.care.check() == []


def test_silence_comes_along(workspace: Workspace, elsewhere: Workspace) -> None:
    elsewhere.people.set_status(renata(elsewhere).id, Status.DO_NOT_CONTACT)
    (came,) = bring(workspace, kept(elsewhere))
    assert workspace.people.outlook(came).status is Status.DO_NOT_CONTACT


def test_an_archive_is_looked_into_as_well(workspace: Workspace, elsewhere: Workspace, tmp_path: Path) -> None:
    somebody(elsewhere, "Ann")
    source = packed(elsewhere, tmp_path)
    assert standings(workspace, source) == {"Ann": Standing.MISSING}
    assert len(bring(workspace, source)) == 1
    assert standings(workspace, source) == {"Ann": Standing.SAME}


@pytest.mark.parametrize("schema", [1, 2])
def test_an_older_schema_is_brought_up_to_date_in_a_copy(workspace: Workspace, tmp_path: Path, schema: int) -> None:
    old, before = tmp_path / "old.db", gzip.decompress((HISTORY / f"schema_{schema}.db.gz").read_bytes())
    old.write_bytes(before)
    assert len(bring(workspace, old)) > 0
    assert old.read_bytes() == before
    assert [*workspace.store.check.in_file(), *workspace.store.check.in_search()] == []
    assert [path.name for path in workspace.store.database.path.parent.glob(".otnet*")] == []


def test_a_damaged_backup_is_refused_with_nothing_changed(workspace: Workspace) -> None:
    renata(workspace)
    source = kept(workspace)
    source.write_bytes(source.read_bytes()[:-4096])
    with pytest.raises(BadInput):
        workspace.bringing_back.look_into(source)
    with pytest.raises(BadInput):
        workspace.bringing_back.bring(source, [1])


def test_a_damaged_archive_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "no.zip", "w") as archive:
        archive.writestr("otnet-archive.json", "{}")
    with pytest.raises(BadInput):
        workspace.bringing_back.look_into(tmp_path / "no.zip")


def plan_with(workspace: Workspace, *people: PersonId) -> MeetingPlan:
    start = workspace.clock.now() + timedelta(days=2)
    return MeetingPlan(people, start, start + timedelta(minutes=30))

"""Our own archive among the files of an import: new people come whole, whoever is here stays as they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import ContactKind, ContactPoint, Person, Profile, Status
from otnet_desktop.services.exporting import ARCHIVE
from otnet_desktop.services.import_plan import Choice, Fate, ImportPlan
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock

MAIL = ContactPoint(ContactKind.EMAIL, "ann@mill.example")


@pytest.fixture
def elsewhere(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    """Another data folder."""
    opened = open_workspace(tmp_path / "elsewhere", clock, lambda: ZoneInfo("America/New_York"))
    yield opened
    opened.close()


def archive_of(workspace: Workspace, folder: Path) -> Path:
    workspace.exporting.write(ARCHIVE, folder / "all.zip")
    return folder / "all.zip"


def ann_with_a_mail(workspace: Workspace, note: str = "") -> Person:
    profile = Profile(given="Ann", family="Lee", contact_points=(MAIL,), note=note)
    return workspace.people.add(profile)


def counts(plan: ImportPlan) -> tuple[int, ...]:
    (file,) = plan.files
    report = file.report
    return report.created, report.updated, report.unchanged, report.unclear, len(report.rejected)


def everybody(workspace: Workspace) -> list[Person]:
    return workspace.people.many(workspace.store.people.everyone())


def test_new_people_come_with_all_that_is_theirs(workspace: Workspace, elsewhere: Workspace, tmp_path: Path) -> None:
    somebody(workspace, "Zoe")
    person, ann = renata(elsewhere), somebody(elsewhere, "Ann")
    start = elsewhere.clock.now() + timedelta(days=2)
    elsewhere.meetings.book(MeetingPlan((person.id, ann.id), start, start + timedelta(minutes=30)))
    elsewhere.promises.make(person.id, Side.ME, "Send the guide", elsewhere.clock.now().date())
    elsewhere.people.set_status(ann.id, Status.DO_NOT_CONTACT)
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path)])
    assert counts(plan) == (2, 0, 0, 0, 0)
    before = content_hash(workspace.store.database)
    heard: list[frozenset[Room]] = []
    workspace.announcer.subscribe(lambda changed: heard.append(changed.rooms))
    imported = workspace.importing.carry_out(plan)
    assert len(imported.newcomers) == 2
    assert heard == [frozenset(Room) - {Room.PREFERENCES}]
    assert [r.key for r in workspace.reminders.due()] == [r.key for r in elsewhere.reminders.due()] != []
    assert workspace.store.people.by_ref("ann").status is Status.DO_NOT_CONTACT
    assert workspace.care.check() == []
    assert workspace.history.undo_title() == "Import"
    workspace.history.undo()
    assert content_hash(workspace.store.database) == before


def test_the_same_archive_again_changes_nothing(workspace: Workspace, elsewhere: Workspace, tmp_path: Path) -> None:
    somebody(workspace, "Zoe")
    renata(elsewhere)
    path = archive_of(elsewhere, tmp_path)
    workspace.importing.carry_out(workspace.importing.plan([path]))
    before = content_hash(workspace.store.database)
    plan = workspace.importing.plan([path])
    assert counts(plan) == (0, 0, 1, 0, 0)
    assert workspace.importing.carry_out(plan).newcomers == ()
    assert content_hash(workspace.store.database) == before


def a_talk(elsewhere: Workspace) -> Person:
    """Ann, of whom a note is told, has a meeting with Renata; the latter."""
    ann, person = ann_with_a_mail(elsewhere, note="Likes tea"), renata(elsewhere)
    start = elsewhere.clock.now() + timedelta(days=2)
    elsewhere.meetings.book(MeetingPlan((person.id, ann.id), start, start + timedelta(minutes=30), title="Talk"))
    return person


def test_whoever_is_here_by_another_ref_is_brought_together(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    here = ann_with_a_mail(workspace)
    a_talk(elsewhere)
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path)])
    assert counts(plan) == (1, 1, 0, 0, 0)
    workspace.importing.carry_out(plan)
    assert workspace.people.get(here.id).profile.note == "Likes tea"
    assert [meeting.plan.title for meeting in workspace.meetings.of(here.id)] == ["Talk"]
    assert len(everybody(workspace)) == 2


def test_who_is_gone_since_the_archive_was_looked_into_stays_out(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    here = ann_with_a_mail(workspace)
    person = a_talk(elsewhere)
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path)])
    workspace.people.remove(here.id)
    done = workspace.importing.carry_out(plan)
    assert (len(done.newcomers), done.updated, done.looked_at_again) == (1, 0, 1)
    assert counts(plan) == (1, 0, 0, 1, 0)
    assert [one.profile for one in everybody(workspace)] == [person.profile]
    assert workspace.care.check() == []


def test_what_was_said_of_somebody_who_is_gone_since_stays_out_too(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    here = ann_with_a_mail(workspace)
    elsewhere.people.add(Profile(given="Ann", family="Lee"))
    renata(elsewhere)
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path)])
    (unclear,) = (entry for entry in plan.entries() if entry.fate is Fate.UNCLEAR)
    workspace.importing.resolve(unclear, Choice.SAME_PERSON)
    workspace.people.remove(here.id)
    done = workspace.importing.carry_out(plan)
    assert (len(done.newcomers), done.looked_at_again, unclear.choice) == (1, 1, Choice.LEAVE_OUT)


def test_an_equal_name_is_unclear_until_somebody_says(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    ann_with_a_mail(workspace)
    other = elsewhere.people.add(Profile(given="Ann", family="Lee"))
    elsewhere.promises.make(other.id, Side.ME, "A book")
    path = archive_of(elsewhere, tmp_path)
    plan = workspace.importing.plan([path])
    assert counts(plan) == (0, 0, 0, 1, 0)
    (entry,) = plan.entries()
    workspace.importing.resolve(entry, Choice.AS_NEW)
    (came,) = workspace.importing.carry_out(plan, tags=["moved"]).newcomers
    assert workspace.people.get(came).profile.tags == ("moved",)
    assert [promise.text for promise in workspace.promises.of(came)] == ["A book"]
    assert counts(workspace.importing.plan([path])) == (0, 0, 1, 0, 0)


def test_another_file_may_say_more_about_somebody_who_comes(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    somebody(workspace, "Zoe")
    ann = ann_with_a_mail(elsewhere)
    elsewhere.promises.make(ann.id, Side.ME, "A book")
    card = tmp_path / "ann.vcf"
    card.write_text("BEGIN:VCARD\nVERSION:4.0\nFN:Ann Lee\nEMAIL:ann@mill.example\nNOTE:Likes tea\nEND:VCARD\n")
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path), card])
    assert [entry.fate for entry in plan.entries()] == [Fate.NEW, Fate.UPDATE]
    (came,) = workspace.importing.carry_out(plan).newcomers
    assert workspace.people.get(came).profile.note == "Likes tea"
    assert [promise.text for promise in workspace.promises.of(came)] == ["A book"]


def test_who_came_since_the_plan_was_made_comes_once(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    somebody(workspace, "Zoe")
    renata(elsewhere)
    path = archive_of(elsewhere, tmp_path)
    plans = [workspace.importing.plan([path]) for _ in range(2)]
    for plan in plans:
        workspace.importing.carry_out(plan)
    assert len(everybody(workspace)) == 2


def test_an_archive_changed_meanwhile_is_refused_with_nothing_changed(
    workspace: Workspace, elsewhere: Workspace, tmp_path: Path
) -> None:
    somebody(workspace, "Zoe")
    renata(elsewhere)
    plan = workspace.importing.plan([archive_of(elsewhere, tmp_path)])
    somebody(elsewhere, "Bo")
    archive_of(elsewhere, tmp_path)
    before = content_hash(workspace.store.database)
    with pytest.raises(BadInput, match="changed meanwhile"):
        workspace.importing.carry_out(plan)
    assert content_hash(workspace.store.database) == before


def test_a_damaged_archive_is_refused(workspace: Workspace, elsewhere: Workspace, tmp_path: Path) -> None:
    renata(elsewhere)
    path = archive_of(elsewhere, tmp_path)
    path.write_bytes(path.read_bytes()[:2000] + b"\0" * 50 + path.read_bytes()[2050:])
    assert counts(workspace.importing.plan([path])) == (0, 0, 0, 0, 1)

"""Deleted, and back after weeks, or gone for good with nothing left of them."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import NotFound
from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.people import ContactKind, ContactPoint, PersonId, Profile, Status
from otnet_desktop.exchange.vcard.outgoing import Version, write_cards
from otnet_desktop.services.exporting import VCARD_4
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock

DESK = ContactPoint(ContactKind.EMAIL, "desk@mill.example")


def restore(workspace: Workspace, *people: PersonId) -> None:
    workspace.trash.restore([trashed.id for trashed in workspace.trash.all() if trashed.person in people])


def files(workspace: Workspace) -> bytes:
    """Every file of the data, the backups too."""
    folder = workspace.store.database.path.parent
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()).lower()


def test_what_was_due_is_due_again_and_thanks_are_not_asked_for_twice(
    workspace: Workspace, clock: SettableClock
) -> None:
    person = renata(workspace)
    start = clock.now() - timedelta(hours=3)
    meeting = workspace.meetings.held(MeetingPlan((person.id,), start, start + timedelta(minutes=30)))
    workspace.promises.make(person.id, Side.ME, "Send the guide", clock.now().date())
    before = [reminder.key for reminder in workspace.reminders.due()]
    assert f"THANKS:{meeting.ref}:renata" in before
    workspace.thanks.thank([person.id], meeting.ref, f.ThanksHow.CARD)
    after = [reminder.key for reminder in workspace.reminders.due()]
    workspace.people.remove(person.id)
    assert workspace.reminders.due() == []
    restore(workspace, person.id)
    assert [reminder.key for reminder in workspace.reminders.due()] == after
    assert workspace.care.check() == []


def test_restoring_tells_that_they_are_here_again(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.people.set_status(person.id, Status.DO_NOT_CONTACT)
    workspace.people.remove(person.id)
    restore(workspace, person.id)
    assert workspace.people.outlook(person.id).status is Status.DO_NOT_CONTACT
    assert [hit.id for hit in workspace.roster.find("Okafor")] == [person.id]
    assert workspace.history.undo_title() == "Restore person"


def test_who_was_imported_again_meanwhile_is_somebody_of_their_own(workspace: Workspace, tmp_path: Path) -> None:
    person, cards = renata(workspace), tmp_path / "cards.vcf"
    workspace.exporting.write(VCARD_4, cards)
    workspace.people.remove(person.id)
    workspace.importing.carry_out(workspace.importing.plan([cards]))
    restore(workspace, person.id)
    uids = [known.profile.uid for known in workspace.people.many(workspace.store.people.everyone())]
    assert len(set(uids)) == 2
    assert workspace.people.get(person.id).ref == "renata"
    assert workspace.care.check() == []


@pytest.mark.parametrize("status", [Status.DO_NOT_CONTACT, Status.DECEASED])
@pytest.mark.parametrize(
    ("brought", "holds"),
    [
        (Profile(given="Renata", uid="card-1"), True),
        (Profile(given="Ann", family="Okafor", contact_points=(DESK,)), True),
        (Profile(given="Bo", family="Lee", contact_points=(DESK,)), False),
        (Profile(given="Ann", family="Okafor"), False),
    ],
)
def test_who_asked_for_silence_has_asked_for_it_though_deleted_since(
    workspace: Workspace, tmp_path: Path, status: Status, brought: Profile, holds: bool
) -> None:
    person = workspace.people.add(Profile(given="Ann", family="Okafor", uid="card-1", contact_points=(DESK,)))
    workspace.people.set_status(person.id, status)
    workspace.people.remove(person.id)
    cards = tmp_path / "cards.vcf"
    cards.write_text("".join(write_cards([brought, Profile(given="Zoe")], Version.FOUR)))
    plan = workspace.importing.plan([cards])
    assert [entry.stays_closed for entry in plan.entries()] == [status if holds else None, None]
    assert [remark.line for remark in plan.files[0].report.told] == ([1] if holds else [])
    came, zoe = workspace.importing.carry_out(plan).newcomers
    assert workspace.people.get(came).status is (status if holds else Status.ACTIVE)
    assert workspace.people.outlook(came).status is (status if holds else Status.ACTIVE)
    assert workspace.people.get(zoe).status is Status.ACTIVE
    assert workspace.care.check() == []


def test_nobody_is_restored_twice(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.people.remove(person.id)
    (trashed,) = workspace.trash.all()
    restore(workspace, person.id)
    with pytest.raises(NotFound):
        workspace.trash.restore([trashed.id])
    with pytest.raises(NotFound):
        workspace.trash.delete_for_good([trashed.id])


def test_after_thirty_days_they_go_by_themselves(workspace: Workspace, clock: SettableClock) -> None:
    gone, later = renata(workspace), somebody(workspace, "Bo")
    workspace.people.remove(gone.id)
    clock.advance(days=2)
    workspace.people.remove(later.id)
    clock.advance(days=28)
    assert workspace.trash.purge() == 0, "the clock may have been set ahead"
    clock.advance(hours=23)
    assert workspace.trash.purge() == 0
    clock.advance(hours=1)
    assert workspace.trash.purge() == 1
    assert [trashed.person for trashed in workspace.trash.all()] == [later.id]
    assert workspace.trash.purge() == 0
    assert workspace.trash.wipe()
    assert b"okafor" not in files(workspace)
    workspace.history.undo()
    assert workspace.store.people.everyone() == [later.id]


def test_of_whoever_is_deleted_for_good_only_dated_backups_know(workspace: Workspace, clock: SettableClock) -> None:
    """Everything that holds their name, their notes or the key of a reminder."""
    canary = somebody(workspace, "Zyxwvu")
    bo = somebody(workspace, "Bo")
    workspace.research.save_notes(canary.id, "About Zyxwvu")
    workspace.people.referred(bo.id, canary.id)
    start = clock.now() - timedelta(hours=3)
    workspace.meetings.held(MeetingPlan((canary.id,), start, start + timedelta(minutes=30)))
    workspace.noticing.look()
    clock.advance(days=1)
    workspace.noticing.look()
    workspace.history.undo()
    workspace.history.redo()
    assert workspace.store.database.sql("SELECT 1 FROM notice_shown WHERE key LIKE '%zyxwvu%'").fetchone()
    workspace.care.back_up()
    workspace.people.remove(canary.id)
    workspace.trash.delete_for_good([workspace.trash.all()[0].id])
    assert workspace.trash.wipe()
    assert b"zyxwvu" in files(workspace)
    shutil.rmtree(workspace.store.backups.folder)
    assert b"zyxwvu" not in files(workspace)
    assert workspace.history.undo_title() == ""


@pytest.mark.parametrize("way_back", ["restored", "undone"])
def test_nothing_is_left_of_who_was_here_again_in_between(workspace: Workspace, way_back: str) -> None:
    person = renata(workspace)
    workspace.people.remove(person.id)
    if way_back == "restored":
        restore(workspace, person.id)
    else:
        workspace.history.undo()
    workspace.people.remove(person.id)
    workspace.trash.delete_for_good([workspace.trash.all()[0].id])
    assert workspace.trash.wipe()
    assert b"okafor" not in files(workspace)


def test_backups_are_renewed_where_one_asks(workspace: Workspace, clock: SettableClock) -> None:
    renata(workspace)
    workspace.care.back_up()
    for aside in ("damaged-20260101-000000", "restoring"):  # a restore that a power cut stopped
        workspace.store.database.path.with_name(f"otnet.db.{aside}").write_text("okafor")
    workspace.people.remove(*workspace.store.people.everyone())
    workspace.trash.delete_for_good([workspace.trash.all()[0].id])
    workspace.trash.wipe()
    clock.advance(seconds=1)
    workspace.care.renew_backups()
    (kept,) = workspace.care.backups()
    assert workspace.care.trouble_of(kept) == ""
    assert b"okafor" not in files(workspace)

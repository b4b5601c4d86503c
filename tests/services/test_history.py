"""Undo of what is shown, and what changed about somebody, when and from where."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain.changes import Changed
from otnet_desktop.domain.errors import NotAllowed
from otnet_desktop.domain.history import Deed, Detail, Origin, Source
from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile, Status
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.content import content_hash
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import SettableClock

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name};;;;\r\nEMAIL:{email}\r\nNOTE:{note}\r\nEND:VCARD\r\n"


def test_what_changed_is_told_newest_first_with_both_states(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    clock.advance(minutes=5)
    profile = replace(workspace.people.get(person.id).profile, role="mentor", nickname="Ren")
    workspace.people.save(person.id, profile)
    workspace.people.set_status(person.id, Status.ARCHIVED)
    told = workspace.history.of(person.id)
    assert [change.title for change in told] == ["Archive person", "Edit person", "Add person"]
    assert told[0].details == (Detail("status", "active", "archived"),)
    assert set(told[1].details) == {Detail("nickname", "", "Ren"), Detail("role", person.profile.role, "mentor")}
    assert told[1].at == clock.now()


def test_a_change_is_told_as_it_was_then_and_not_as_it_is_now(workspace: Workspace) -> None:
    person = somebody(workspace, "Ann").id
    for nickname in ("A", "B", "C"):
        profile = replace(workspace.people.get(person).profile, nickname=nickname)
        workspace.people.save(person, profile)
    told = [change.details[0] for change in workspace.history.of(person)[:3]]
    assert told == [Detail("nickname", "B", "C"), Detail("nickname", "A", "B"), Detail("nickname", "", "A")]


def test_nothing_is_told_of_what_was_taken_back_or_belongs_to_others(workspace: Workspace) -> None:
    ann, bo = somebody(workspace, "Ann").id, somebody(workspace, "Bo").id
    workspace.research.save_notes(ann, "Hers")
    workspace.history.undo()
    workspace.research.save_notes(bo, "His")
    assert [change.title for change in workspace.history.of(ann)] == ["Add person"]


def test_what_was_taken_back_and_done_again_is_told_with_when(workspace: Workspace, clock: SettableClock) -> None:
    ann = somebody(workspace, "Ann").id
    workspace.research.save_notes(ann, "Hers")
    clock.advance(minutes=5)
    workspace.history.undo()
    taken_back, edited, _added = workspace.history.of(ann)
    assert [(change.title, change.deed, change.is_undone) for change in (taken_back, edited)] == [
        ("Edit notes", Deed.UNDO, False),
        ("Edit notes", Deed.DONE, True),
    ]
    assert (taken_back.at, taken_back.details) == (clock.now(), (Detail("note", "Hers", ""),))
    assert edited.details == (Detail("note", "", "Hers"),)
    clock.advance(minutes=5)
    workspace.history.redo()
    again, undone, edited, _added = workspace.history.of(ann)
    assert [again.deed, undone.deed, edited.deed] == [Deed.REDO, Deed.UNDO, Deed.DONE]
    assert (again.at, again.details, undone.details, edited.is_undone) == (clock.now(), (), (), False)
    assert edited.details == (Detail("note", "", "Hers"),)
    assert workspace.store.check.in_journal() == []
    workspace.history.undo()
    workspace.history.undo()
    assert (workspace.store.people.everyone(), workspace.store.check.in_journal()) == ([], [])


def test_a_command_that_takes_back_is_named_as_one(workspace: Workspace, tmp_path: Path) -> None:
    ann = somebody(workspace, "Ann").id
    workspace.research.save_notes(ann, "Hers")
    told = Source(Origin.COMMAND_LINE)
    command = open_workspace(tmp_path / "data", workspace.clock, lambda: ZoneInfo("UTC"), source=told)
    command.history.undo()
    command.history.redo()
    command.close()
    assert [change.source for change in workspace.history.of(ann)] == [told, told, Source(), Source()]


def test_a_merge_names_who_it_was_with(workspace: Workspace) -> None:
    phone = ContactPoint(ContactKind.PHONE, "604 555 0102")
    mails = [ContactPoint(ContactKind.EMAIL, f"{name}@x.example") for name in ("ann", "bo")]
    ann, bo = (workspace.people.add(Profile(given=mail.value[:2], contact_points=(phone, mail))) for mail in mails)
    workspace.merging.merge(workspace.merging.pair(ann.id, bo.id))
    merged = workspace.history.of(ann.id)[0]
    assert merged.title == "Merge people"
    told = {Detail("email", "", "bo@x.example"), Detail("merge_log", "", "bo")}
    assert set(merged.details) == told, "she keeps her number, whatever row it stands in"


def test_numbers_of_rows_given_to_others_are_not_taken_for_theirs(workspace: Workspace) -> None:
    ann, bo = somebody(workspace, "Ann").id, somebody(workspace, "Bo").id
    address = ContactPoint(ContactKind.EMAIL, "ann@x.example")
    workspace.people.save(ann, replace(workspace.people.get(ann).profile, contact_points=(address,)))
    workspace.people.save(ann, replace(workspace.people.get(ann).profile, contact_points=()))
    other = replace(address, value="bo@x.example")
    workspace.people.save(bo, replace(workspace.people.get(bo).profile, contact_points=(other,)))
    told = [detail for change in workspace.history.of(ann) for detail in change.details]
    assert told == [Detail("email", "ann@x.example", ""), Detail("email", "", "ann@x.example")]


def test_an_import_is_named_by_its_files_and_a_command_as_one(workspace: Workspace, tmp_path: Path) -> None:
    person = somebody(workspace, "Ann").id
    path = tmp_path / "phone book.vcf"
    path.write_text(CARD.format(name="Ann", email="ann@x.example", note="New"), "utf-8")
    known = replace(
        workspace.people.get(person).profile, contact_points=(ContactPoint(ContactKind.EMAIL, "ann@x.example"),)
    )
    workspace.people.save(person, known)
    workspace.importing.carry_out(workspace.importing.plan([path]))
    newest = workspace.history.of(person)[0]
    assert (newest.title, newest.source) == ("Import", Source(Origin.FILES, ("phone book.vcf",)))
    assert Detail("note", "", "New") in newest.details
    assert workspace.history.of(person)[1].source == Source()
    command = open_workspace(
        tmp_path / "data", workspace.clock, lambda: ZoneInfo("UTC"), source=Source(Origin.COMMAND_LINE)
    )
    command.people.keep_in_touch(person, 30)
    assert command.history.of(person)[0].source.origin is Origin.COMMAND_LINE
    command.close()


def test_only_what_was_shown_is_taken_back(workspace: Workspace) -> None:
    """A command may be run while the window is open: its Undo is about what stands in its menu."""
    ann, heard = somebody(workspace, "Ann").id, list[Changed]()
    shown = workspace.history.newest()
    somebody(workspace, "Bo")
    before = content_hash(workspace.store.database)
    workspace.announcer.subscribe(heard.append)
    with pytest.raises(NotAllowed, match="something else was done meanwhile \\(Add person\\)"):
        workspace.history.undo(shown)
    assert content_hash(workspace.store.database) == before
    assert heard[0].people is None
    assert workspace.history.undo(workspace.history.newest()) == "Add person"
    assert workspace.people.get(ann).id == ann


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_a_file_whose_name_is_no_text_is_named_as_far_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"M\xfcller.vcf")
    path.write_text(CARD.format(name="Ann", email="ann@x.example", note=""), "utf-8")
    workspace.importing.carry_out(workspace.importing.plan([path]))
    (ann,) = workspace.store.people.everyone()
    assert workspace.history.of(ann)[0].source.files == ("M\ufffdller.vcf",)


@pytest.mark.parametrize("elsewhere", ["DELETE FROM contact_point", "DELETE FROM person"])
def test_undo_of_what_is_otherwise_by_now_is_refused_whole(workspace: Workspace, elsewhere: str) -> None:
    person = renata(workspace)
    workspace.people.save(
        person.id,
        replace(
            workspace.people.get(person.id).profile,
            nickname="R",
            contact_points=(ContactPoint(ContactKind.EMAIL, "r@x.example"),),
        ),
    )
    workspace.store.database.sql(elsewhere)
    before = content_hash(workspace.store.database)
    with pytest.raises(NotAllowed, match="changed elsewhere"):
        workspace.history.undo()
    assert content_hash(workspace.store.database) == before
    assert workspace.history.undo_title() == "Edit person"


def test_redo_of_what_is_otherwise_by_now_is_refused_whole(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.research.save_notes(person.id, "One")
    workspace.history.undo()
    workspace.store.database.sql("DELETE FROM person")
    with pytest.raises(NotAllowed, match="changed elsewhere"):
        workspace.history.redo()
    assert workspace.history.redo_title() == "Edit notes"


def test_where_undo_ends_is_known(workspace: Workspace, clock: SettableClock) -> None:
    assert workspace.history.ends_at() is None
    workspace.people.remove(somebody(workspace, "Ann").id)
    workspace.trash.delete_for_good([trashed.id for trashed in workspace.trash.all()])
    assert workspace.history.ends_at() == clock.now()
    assert workspace.history.undo() == ""

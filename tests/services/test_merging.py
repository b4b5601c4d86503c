"""Merging at somebody's word: what is handed over, what is settled, what holds, and that it comes apart exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.merge import NAME, Clash, Side, Wording
from otnet_desktop.domain.messages import Draft
from otnet_desktop.domain.people import ContactKind, ContactPoint, Person, Profile, Status
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.research import KeyPoint, Research
from otnet_desktop.services.merging import original
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import Backup, Reason
from otnet_desktop.store.content import content_hash
from tests.factories import plan
from tests.services.clocks import SettableClock
from tests.services.plans import changes_anything

PHONE = ContactPoint(ContactKind.PHONE, "604 555 0102")


def emily(workspace: Workspace, family: str, **more: object) -> Person:
    profile = Profile(given="Emily", family=family, contact_points=(PHONE,), **more)  # type: ignore[arg-type]
    return workspace.people.add(profile, ref=family.casefold())


@pytest.fixture
def clark(workspace: Workspace) -> Person:
    return emily(workspace, "Clark", note="Met in Oslo.", tags=("alumni",))


@pytest.fixture
def novak(workspace: Workspace) -> Person:
    return emily(workspace, "Novak", note="Runs a club.", tags=("mentor",), birthday="1990-01-02")


def merge(workspace: Workspace, one: Person, other: Person, **choices: Side) -> Person:
    pair = workspace.merging.pair(one.id, other.id)
    return workspace.people.get(workspace.merging.merge(pair, choices))


def held(workspace: Workspace, *people: Person, days: int = -1) -> str:
    """A meeting that took place, not thanked for yet."""
    meeting = workspace.meetings.book(plan(*(person.id for person in people), in_days=days))
    workspace.meetings.went(meeting.id, f.MeetingOutcome.HELD)
    return meeting.ref


def kinds(workspace: Workspace) -> list[Kind]:
    return [reminder.kind for reminder in [*workspace.reminders.due(), *workspace.reminders.upcoming()]]


def test_who_comes_back_from_the_trash_knows_whom_the_other_is_part_of(
    workspace: Workspace, clark: Person, novak: Person
) -> None:
    bo = workspace.people.add(Profile(given="Bo", met_via="novak"), ref="bo")
    workspace.people.referred(novak.id, bo.id)
    workspace.people.referred(bo.id, novak.id)
    workspace.reminders.dismiss("LOOP:bo:novak")
    workspace.people.remove(bo.id)
    merge(workspace, clark, novak)
    workspace.trash.restore([trashed.id for trashed in workspace.trash.all()])
    told = [fact for person in (clark, bo) for fact in workspace.store.facts.about([person.id])]
    assert [(fact.by, fact.to) for fact in told if isinstance(fact, f.Referred)] == [("clark", "bo"), ("bo", "clark")]
    assert [fact.key for fact in told if isinstance(fact, f.Dismissed)] == ["LOOP:bo:clark"]
    assert workspace.people.get(bo.id).profile.met_via == "clark"


def test_who_comes_back_from_the_trash_is_still_told_apart(workspace: Workspace, clark: Person) -> None:
    cleo, novak = (emily(workspace, family) for family in ("Cleo", "Novak"))
    workspace.duplicates.not_the_same([cleo.id, novak.id])
    workspace.people.remove(cleo.id)
    merge(workspace, clark, novak)
    workspace.trash.restore([trashed.id for trashed in workspace.trash.all()])
    assert workspace.store.not_same.pairs() == {(clark.id, cleo.id)}


def test_what_is_typed_while_the_backup_is_made_is_kept(
    workspace: Workspace, clark: Person, novak: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = workspace.store.backups.make

    def made(reason: Reason, at: datetime) -> Backup:
        workspace.people.save(clark.id, replace(clark.profile, nickname="Em"))
        return make(reason, at)

    monkeypatch.setattr(workspace.store.backups, "make", made)
    assert merge(workspace, clark, novak).profile.nickname == "Em"


def test_one_has_what_both_had(workspace: Workspace, clark: Person, novak: Person) -> None:
    workspace.research.add_key_point(clark.id, KeyPoint("Likes splints"))
    workspace.research.add_key_point(novak.id, KeyPoint("likes splints"))
    workspace.research.add_key_point(novak.id, KeyPoint("Teaches"))
    workspace.promises.make(novak.id, f.Side.ME, "Send the guide")
    held(workspace, novak)
    one = merge(workspace, clark, novak, **{NAME: Side.GOES})
    assert (one.id, one.ref) == (clark.id, clark.ref)
    assert one.profile.full_name == "Emily Novak"
    assert one.profile.also_named == ("Emily Clark",)
    assert one.profile.tags == ("alumni", "mentor")
    assert one.profile.birthday == "1990-01-02"
    assert one.profile.contact_points == (PHONE,)
    assert one.profile.note == "Met in Oslo.\n\nFrom “Emily Novak”:\n\nRuns a club."
    assert [point.text for point in workspace.research.of(one.id).key_points] == ["Likes splints", "Teaches"]
    assert [promise.text for promise in workspace.promises.of(one.id)] == ["Send the guide"]
    assert len(workspace.meetings.of(one.id)) == 1
    assert workspace.roster.find("Clark")[0].id == one.id
    assert workspace.care.check() == []


def test_it_comes_apart_exactly_also_after_a_restart(
    workspace: Workspace, clark: Person, novak: Person, tmp_path: Path
) -> None:
    held(workspace, clark, novak)
    before = content_hash(workspace.store.database)
    merge(workspace, clark, novak)
    workspace.close()
    again = open_workspace(tmp_path / "data", workspace.clock, lambda: ZoneInfo("America/New_York"))
    assert again.history.undo() == "Merge people"
    assert content_hash(again.store.database) == before
    assert again.people.outlook(novak.id).stage == "met"
    assert again.history.redo() == "Merge people"
    assert again.store.people.id_of("novak") is None
    again.close()


@pytest.mark.parametrize("status", [Status.DO_NOT_CONTACT, Status.DECEASED, Status.ARCHIVED])
@pytest.mark.parametrize("first", [True, False])
def test_the_strictest_status_holds_at_once(
    workspace: Workspace, clark: Person, novak: Person, status: Status, first: bool
) -> None:
    held(workspace, clark)
    assert Kind.THANK_YOU in kinds(workspace)
    workspace.people.set_status((clark if first else novak).id, status)
    one = merge(workspace, clark, novak)
    assert one.status is status
    assert kinds(workspace) == []
    assert workspace.care.check() == []


def test_a_wish_for_silence_outlives_that_it_was_once_taken_back(
    workspace: Workspace, clark: Person, novak: Person, clock: SettableClock
) -> None:
    workspace.people.set_status(clark.id, Status.DO_NOT_CONTACT)
    clock.advance(seconds=60)
    workspace.people.set_status(novak.id, Status.DO_NOT_CONTACT)
    workspace.people.set_status(novak.id, Status.DO_NOT_CONTACT, on=False)
    assert merge(workspace, clark, novak).status is Status.DO_NOT_CONTACT
    assert workspace.people.outlook(clark.id).status is Status.DO_NOT_CONTACT


def test_thanks_are_neither_lost_nor_doubled(workspace: Workspace, clark: Person, novak: Person) -> None:
    both, owed = held(workspace, clark, novak, days=-2), held(workspace, novak)
    workspace.thanks.thank([novak.id], both, f.ThanksHow.EMAIL)
    merge(workspace, clark, novak)
    told = [r.meeting for r in workspace.people.outlook(clark.id).reminders if r.kind is Kind.THANK_YOU]
    assert told == [owed]


def test_somebody_who_was_there_under_one_name_was_there(workspace: Workspace, clark: Person, novak: Person) -> None:
    meeting = workspace.meetings.book(plan(clark.id, novak.id, in_days=-1))
    workspace.meetings.went(meeting.id, f.MeetingOutcome.HELD, [clark.id])
    merge(workspace, clark, novak)
    (shared,) = workspace.meetings.of(clark.id)
    assert (shared.plan.people, shared.absent) == ((clark.id,), ())


def test_nobody_introduces_themselves(workspace: Workspace, clark: Person, novak: Person) -> None:
    friend = workspace.people.add(Profile(given="Cid", met_via="novak"), ref="cid")
    workspace.people.referred(clark.id, novak.id)
    workspace.people.referred(novak.id, friend.id)
    merge(workspace, clark, novak)
    facts = [fact for fact in workspace.store.facts.everything() if isinstance(fact, f.Referred)]
    assert [(fact.by, fact.to) for fact in facts] == [("clark", "cid")]
    assert workspace.people.get(friend.id).profile.met_via == "clark"


def test_what_was_put_off_stays_put_off(workspace: Workspace, clark: Person, novak: Person) -> None:
    held(workspace, novak)
    (reminder,) = workspace.reminders.due()
    workspace.reminders.snooze(reminder.key, workspace.clock.now() + timedelta(days=2))
    merge(workspace, clark, novak)
    assert workspace.reminders.due() == []
    (put_off,) = [r for r in workspace.reminders.upcoming() if r.kind is Kind.THANK_YOU]
    assert put_off.key.endswith(":clark")


def test_a_letter_to_both_is_a_letter_to_one(workspace: Workspace, clark: Person, novak: Person) -> None:
    message = workspace.outreach.save_draft(Draft(clark.id, f.OutKind.UPDATE, "News", "Dear both", also=(novak.id,)))
    workspace.outreach.sent(message)
    merge(workspace, clark, novak)
    (letter,) = workspace.outreach.of(clark.id)
    assert (letter.person, letter.also) == (clark.id, ())


def test_both_originals_are_in_the_log(workspace: Workspace, clark: Person, novak: Person) -> None:
    merge(workspace, clark, novak)
    (logged,) = workspace.merging.history(clark.id)
    assert [logged.stays, logged.goes] == [original(one, Research()) for one in (clark, novak)]
    assert (logged.at, logged.later) == (workspace.clock.now(), 0)


def test_how_much_stands_before_the_undo_of_a_merge_is_known(
    workspace: Workspace, clark: Person, novak: Person
) -> None:
    merge(workspace, clark, novak)
    (logged,) = workspace.merging.history(clark.id)
    assert logged.step == workspace.history.newest()
    workspace.research.save_notes(clark.id, "Something new")
    assert [joined.later for joined in workspace.merging.history(clark.id)] == [1]
    workspace.history.undo()
    assert [joined.later for joined in workspace.merging.history(clark.id)] == [0]
    workspace.store.database.sql("DELETE FROM journal_group")  # as after very many steps
    assert [(joined.step, joined.later) for joined in workspace.merging.history(clark.id)] == [(0, None)]


def test_the_first_merge_of_a_sitting_is_backed_up(
    workspace: Workspace, clark: Person, novak: Person, clock: SettableClock
) -> None:
    third = emily(workspace, "Nowak")
    merge(workspace, clark, novak)
    merge(workspace, clark, third)
    made = [backup for backup in workspace.store.backups.all() if backup.reason is Reason.MERGE]
    assert [backup.people for backup in made] == [3]
    clock.advance(seconds=3700)
    merge(workspace, clark, emily(workspace, "Ito"))
    assert len([backup for backup in workspace.store.backups.all() if backup.reason is Reason.MERGE]) == 2


def test_either_card_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    cards = tmp_path / "two.vcf"
    cards.write_text(
        "".join(
            f"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:{uid}\r\nFN:Emily {name}\r\nN:{name};Emily;;;\r\n"
            f"TEL:604 555 0102\r\nNOTE:{name} note\r\nROLE:{name} role\r\nEND:VCARD\r\n"
            for uid, name in (("u1", "Clark"), ("u2", "Novak"))
        )
    )
    workspace.importing.carry_out(workspace.importing.plan([cards]))
    (twins,) = workspace.duplicates.find().twins
    workspace.merging.merge(workspace.merging.pair(*twins.people), {NAME: Side.GOES})
    plan = workspace.importing.plan([cards])
    assert not changes_anything(plan)
    assert [entry.fate for entry in plan.entries()] == ["same", "same"]


def test_the_words_in_the_notes_are_the_reader_s(workspace: Workspace, clark: Person) -> None:
    other = emily(workspace, "Ito", birthday="1991-01-01")
    third = emily(workspace, "Roe", birthday="1992-01-01")
    wording = Wording("Von „{name}“:", "{field} = {value}", {"birthday": "Geburtstag"})
    pair = workspace.merging.pair(other.id, third.id)
    assert workspace.merging.preview(pair, {}, wording).note == "Von „Emily Roe“:\n\n- Geburtstag = 1992-01-01"
    assert clark.id


def test_one_is_one(workspace: Workspace, clark: Person) -> None:
    with pytest.raises(BadInput):
        workspace.merging.pair(clark.id, clark.id)


def test_not_the_same_is_remembered_and_goes_with_either(workspace: Workspace, clark: Person, novak: Person) -> None:
    assert [twins.people for twins in workspace.duplicates.find().twins] == [(clark.id, novak.id)]
    assert workspace.duplicates.around([novak.id]) == workspace.duplicates.find()
    workspace.duplicates.not_the_same([novak.id, clark.id])
    assert workspace.duplicates.find().twins == ()
    workspace.history.undo()
    assert len(workspace.duplicates.find().twins) == 1
    workspace.history.redo()
    workspace.people.remove(novak.id)
    assert workspace.store.not_same.pairs() == frozenset()
    workspace.history.undo()
    assert workspace.store.not_same.pairs() == {(clark.id, novak.id)}


def test_a_judgement_goes_on_with_whoever_stays(workspace: Workspace, clark: Person, novak: Person) -> None:
    third = emily(workspace, "Roe")
    workspace.duplicates.not_the_same([third.id, novak.id])
    merge(workspace, clark, novak)
    assert workspace.store.not_same.pairs() == {(clark.id, third.id)}


def test_created_is_when_the_first_of_them_was(workspace: Workspace, clock: SettableClock) -> None:
    first = emily(workspace, "Clark")
    earlier = datetime(2025, 1, 1, tzinfo=ZoneInfo("UTC"))
    second = workspace.people.add(Profile(given="Emily", family="Novak"), at=earlier)
    assert merge(workspace, first, second).created_at == earlier


def test_thanks_given_under_both_names_are_both_on_record(workspace: Workspace, clark: Person, novak: Person) -> None:
    both = held(workspace, clark, novak)
    for person in (clark, novak):
        workspace.thanks.thank([person.id], both, f.ThanksHow.EMAIL)
    merge(workspace, clark, novak)
    given = [fact for fact in workspace.store.facts.about([clark.id]) if isinstance(fact, f.Thanked)]
    assert [fact.forced for fact in given] == [False, True]


def test_who_was_invited_has_not_joined_later(workspace: Workspace, clark: Person, novak: Person) -> None:
    meeting = workspace.meetings.book(plan(clark.id))
    workspace.meetings.join(meeting.id, novak.id)
    merge(workspace, clark, novak)
    told = workspace.store.facts.about([clark.id])
    assert [fact for fact in told if isinstance(fact, f.Joined)] == []
    assert [fact.pids for fact in told if isinstance(fact, f.MeetingAgreed)] == [("clark",)]


def test_the_log_goes_with_whoever_it_is_about(workspace: Workspace, clark: Person, novak: Person) -> None:
    merge(workspace, clark, novak)
    workspace.people.remove(clark.id)
    assert workspace.merging.history(clark.id) == []
    workspace.history.undo()
    assert len(workspace.merging.history(clark.id)) == 1


def test_three_become_one_in_one_step_and_what_wins_may_be_anybodys(
    workspace: Workspace, clark: Person, novak: Person
) -> None:
    third = emily(workspace, "Roe", note="Plays the cello.", birthday="1990-01-03")
    held(workspace, novak)
    before = content_hash(workspace.store.database)
    alike = workspace.merging.alike([third.id, clark.id, novak.id])
    assert [person.id for person in alike.people] == [clark.id, novak.id, third.id]
    assert alike.clashes == (
        Clash(NAME, ("Emily Clark", "Emily Novak", "Emily Roe")),
        Clash("birthday", ("", "1990-01-02", "1990-01-03")),
    )
    workspace.merging.join([third.id, clark.id, novak.id], {NAME: novak.id, "birthday": third.id})
    one = workspace.people.get(clark.id).profile
    assert (one.full_name, one.birthday, one.tags) == ("Emily Novak", "1990-01-03", ("alumni", "mentor"))
    assert set(one.also_named) == {"Emily Clark", "Emily Roe"}
    assert one.contact_points == (PHONE,)
    for text in ("Met in Oslo.", "Runs a club.", "Plays the cello.", "1990-01-02"):
        assert text in one.note
    assert [joined.goes.ref for joined in workspace.merging.history(clark.id)] == ["roe", "novak"]
    assert kinds(workspace) == [Kind.THANK_YOU]
    assert workspace.history.undo_title() == "Merge people"
    workspace.history.undo()
    assert content_hash(workspace.store.database) == before


def test_the_strictest_of_several_holds_and_one_is_not_several(
    workspace: Workspace, clark: Person, novak: Person
) -> None:
    third = emily(workspace, "Roe")
    workspace.people.set_status(third.id, Status.DO_NOT_CONTACT)
    assert workspace.merging.alike([clark.id, novak.id, third.id]).status is Status.DO_NOT_CONTACT
    workspace.merging.join([clark.id, novak.id, third.id])
    assert workspace.people.get(clark.id).status is Status.DO_NOT_CONTACT
    with pytest.raises(BadInput):
        workspace.merging.join([clark.id, clark.id])

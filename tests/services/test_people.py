"""People: added, changed, closed and removed, with what follows for reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from otnet_desktop.domain.changes import Changed, Room
from otnet_desktop.domain.errors import BadInput, NotFound
from otnet_desktop.domain.facts import InKind, OpportunityState, OutKind
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.messages import Draft, Reply
from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, ContactState, Profile, Status
from otnet_desktop.domain.reminders import Kind, Stage
from otnet_desktop.services.workspace import Workspace
from tests.services.acquaintances import renata, somebody
from tests.services.clocks import BOSTON, SettableClock

START = datetime(2026, 3, 20, 14, 0, tzinfo=BOSTON)


def test_a_newcomer_is_an_idea_with_nothing_due(workspace: Workspace) -> None:
    person = renata(workspace)
    assert workspace.people.outlook(person.id).stage is Stage.IDEA
    assert workspace.reminders.due() == workspace.reminders.upcoming() == []


@pytest.mark.parametrize("profile", [Profile(), Profile(given="  ")])
def test_nobody_is_added_without_a_name(workspace: Workspace, profile: Profile) -> None:
    with pytest.raises(BadInput, match="no name"):
        workspace.people.add(profile)


def test_everyone_listening_hears_once(workspace: Workspace) -> None:
    heard: list[Changed] = []
    stop = workspace.announcer.subscribe(heard.append)
    renata(workspace)
    stop()
    somebody(workspace, "Kai")
    (changed,) = heard
    assert changed.touches(Room.PEOPLE)


def test_what_was_edited_is_kept(workspace: Workspace) -> None:
    person = renata(workspace)
    profile = replace(person.profile, pronouns="she/her", tags=("schools",), note="Met at a fair")
    workspace.people.save(person.id, profile)
    assert workspace.people.get(person.id).profile == profile


def test_a_new_address_settles_an_address_problem(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    workspace.outreach.log_reply(Reply(person.id, InKind.BOUNCE))
    assert [r.kind for r in workspace.reminders.due()] == [Kind.FIX_ADDRESS]
    bounced = replace(person.profile.contact_points[0], state=ContactState.BOUNCED)
    new = ContactPoint(ContactKind.EMAIL, "renata.okafor@larchmont.example.org")
    workspace.people.save(person.id, replace(person.profile, contact_points=(bounced, new)))
    assert Kind.FIX_ADDRESS not in [r.kind for r in workspace.reminders.due()]


def test_a_web_page_settles_no_address_problem(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    workspace.outreach.log_reply(Reply(person.id, InKind.BOUNCE))
    page = ContactPoint(ContactKind.WEBSITE, "https://larchmont.example.org")
    workspace.people.save(person.id, replace(person.profile, contact_points=(*person.profile.contact_points, page)))
    assert [r.kind for r in workspace.reminders.due()] == [Kind.FIX_ADDRESS]


@pytest.mark.parametrize("status", [Status.ARCHIVED, Status.DO_NOT_CONTACT, Status.DECEASED])
def test_whoever_is_closed_has_nothing_due_and_comes_back_whole(workspace: Workspace, status: Status) -> None:
    person = renata(workspace)
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO))
    before = workspace.reminders.upcoming()
    assert [r.kind for r in before] == [Kind.FOLLOW_UP]
    workspace.people.set_status(person.id, status)
    assert workspace.people.get(person.id).status is status
    assert workspace.reminders.due() == workspace.reminders.upcoming() == []
    workspace.people.set_status(person.id, status, on=False)
    assert workspace.people.get(person.id).status is Status.ACTIVE
    assert workspace.reminders.upcoming() == before


def test_a_move_keeps_the_old_place_with_its_end(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    workspace.people.moved(person.id, Affiliation("Harbor Clinic", "OT"), address_lost=True)
    profile = workspace.people.get(person.id).profile
    assert [(a.organisation, a.until) for a in profile.affiliations] == [
        ("Harbor Clinic", None),
        ("Larchmont Schools", clock.now().date()),
    ]
    assert profile.contact_points[0].state is ContactState.RETIRED
    assert [r.kind for r in workspace.reminders.due()] == [Kind.FIX_ADDRESS]


def test_whoever_is_deleted_is_found_nowhere_and_undo_brings_all_back(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.research.save_notes(person.id, "sensory garden")
    workspace.outreach.log_sent(Draft(person.id, OutKind.INTRO, body="unicorn"))
    workspace.people.remove(person.id)
    with pytest.raises(NotFound):
        workspace.people.get(person.id)
    for word in ("renata", "garden", "unicorn"):
        assert workspace.store.search.search(word) == []
    assert workspace.reminders.upcoming() == []
    assert workspace.history.undo() == "Delete person"
    assert workspace.people.get(person.id).profile.note == "sensory garden"
    for word in ("renata", "garden", "unicorn"):
        assert [hit.id for hit in workspace.store.search.search(word)] == [person.id]
    assert [r.kind for r in workspace.reminders.upcoming()] == [Kind.FOLLOW_UP]


def test_whoever_shared_a_meeting_or_a_post_with_somebody_deleted_is_looked_at_again(workspace: Workspace) -> None:
    gone, stays = renata(workspace), somebody(workspace, "Kai")
    workspace.meetings.book(MeetingPlan((gone.id, stays.id), START, START + timedelta(hours=1)))
    workspace.promises.note_opportunity("Post", OpportunityState.ACCEPTED, person=gone.id, helpers=[stays.id])
    heard: list[Changed] = []
    workspace.announcer.subscribe(heard.append)
    workspace.people.remove(gone.id)
    assert workspace.care.check() == []
    assert heard[0].people == frozenset({gone.id, stays.id})
    workspace.history.undo()
    assert workspace.care.check() == []
    workspace.history.redo()
    assert workspace.care.check() == []


def test_archiving_never_loosens_what_is_stricter(workspace: Workspace) -> None:
    person = renata(workspace)
    workspace.outreach.log_reply(Reply(person.id, InKind.DO_NOT_CONTACT))
    workspace.people.set_status(person.id, Status.ARCHIVED)
    assert workspace.people.get(person.id).status is Status.DO_NOT_CONTACT
    workspace.people.set_status(person.id, Status.DO_NOT_CONTACT, on=False)
    assert workspace.people.get(person.id).status is Status.ARCHIVED
    assert workspace.care.check() == []
    workspace.people.set_status(person.id, Status.DECEASED)
    workspace.outreach.log_reply(Reply(person.id, InKind.DO_NOT_CONTACT))
    assert workspace.people.get(person.id).status is Status.DECEASED


def test_a_move_is_dated_by_the_users_calendar(workspace: Workspace, clock: SettableClock) -> None:
    person = renata(workspace)
    clock.set("2026-03-18T22:00")  # the 19th in UTC
    workspace.people.moved(person.id, Affiliation("Harbor Clinic"))
    new, old = workspace.people.get(person.id).profile.affiliations
    assert new.since == old.until == date(2026, 3, 18)


def test_an_introduction_asks_to_close_the_loop(workspace: Workspace, clock: SettableClock) -> None:
    by, to = renata(workspace), somebody(workspace, "Kai")
    workspace.people.referred(by.id, to.id)
    clock.advance(days=1)
    workspace.meetings.met_by_chance([to.id])
    assert (Kind.CLOSE_LOOP, "renata") in [(r.kind, r.person) for r in workspace.reminders.upcoming()]

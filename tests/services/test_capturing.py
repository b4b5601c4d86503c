"""Several people in one step: new ones, known ones, what to remember, and the event they were met at."""

from __future__ import annotations

from otnet_desktop.domain.people import Affiliation
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.services.capturing import choose, counts
from otnet_desktop.services.import_plan import Choice, Fate
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.content import content_hash
from tests.factories import add_person, profile

LINES = "Ada Lin, OTR/L, Harbor Kids Clinic, sensory gardens\nBo Ek, Elm School"


def names(workspace: Workspace) -> list[str]:
    return sorted(person.profile.full_name for person in workspace.store.people.many(workspace.store.people.everyone()))


def test_several_people_are_one_step(workspace: Workspace) -> None:
    before = content_hash(workspace.store.database)
    kept = workspace.capturing.keep(workspace.capturing.plan(LINES), event="AOTA 2026", met=True)
    assert names(workspace) == ["Ada Lin", "Bo Ek"]
    ada = workspace.people.get(kept[0]).profile
    assert (ada.event, ada.how_met, ada.current.organisation) == ("AOTA 2026", "conference", "Harbor Kids Clinic")
    (point,) = workspace.research.of(kept[0]).key_points
    assert (point.text, point.source) == ("sensory gardens", "AOTA 2026")
    reminders = [reminder for person in kept for reminder in workspace.people.outlook(person).reminders]
    assert [(one.kind, one.values.get("event")) for one in reminders] == [(Kind.THANK_YOU, "AOTA 2026")] * 2
    assert workspace.capturing.events() == ["AOTA 2026"]
    workspace.history.undo()
    assert content_hash(workspace.store.database) == before


def test_without_an_event_nothing_is_due(workspace: Workspace) -> None:
    (person,) = workspace.capturing.keep(workspace.capturing.plan("Ada Lin, Harbor"))
    assert workspace.people.outlook(person).reminders == ()
    assert workspace.meetings.of(person) == []


def test_somebody_known_learns_more(workspace: Workspace) -> None:
    ada = add_person(
        workspace.store, profile("Ada Lin", affiliations=(Affiliation("Harbor Kids Clinic"),)), "ada", "name:ada lin"
    )
    capture = workspace.capturing.plan("Ada Lin, Harbor Kids Clinic, ada@harbor.example, swings")
    assert counts(capture.lines) == (0, 1)
    assert workspace.capturing.keep(capture) == [ada]
    assert names(workspace) == ["Ada Lin"]
    assert workspace.people.get(ada).profile.contact_points[0].value == "ada@harbor.example"
    assert [point.text for point in workspace.research.of(ada).key_points] == ["swings"]
    workspace.capturing.keep(workspace.capturing.plan("Ada Lin, Harbor Kids Clinic, swings"))
    assert [point.text for point in workspace.research.of(ada).key_points] == ["swings"]


def test_an_equal_name_may_be_somebody_else(workspace: Workspace) -> None:
    ada = add_person(workspace.store, profile("Ada Lin", affiliations=(Affiliation("Elm"),)), "ada", "name:ada lin")
    capture = workspace.capturing.plan("Ada Lin")
    assert (capture.lines[0].entry.fate, capture.people[ada].current.organisation) == (Fate.UNCLEAR, "Elm")
    choose(capture, 1, Choice.AS_NEW)
    assert counts(capture.lines) == (1, 0)
    assert workspace.capturing.keep(capture) != [ada]
    assert names(workspace) == ["Ada Lin", "Ada Lin"]


def test_the_same_person_on_two_lines_is_one(workspace: Workspace) -> None:
    kept = workspace.capturing.keep(workspace.capturing.plan("Ada Lin, Elm, swings\nAda Lin, Elm, gardens"))
    assert len(kept) == 1
    assert [point.text for point in workspace.research.of(kept[0]).key_points] == ["swings", "gardens"]


def test_what_is_too_long_for_a_key_point_goes_to_the_notes(workspace: Workspace) -> None:
    (person,) = workspace.capturing.keep(workspace.capturing.plan(f"Ada Lin, Elm, {'long ' * 40}"))
    assert workspace.research.of(person).key_points == ()
    assert workspace.research.of(person).notes == ("long " * 40).strip()

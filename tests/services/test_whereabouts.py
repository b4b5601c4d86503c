"""Where people are, and what is refused about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import Affiliation
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.organisations import Organisation
from tests.factories import profile


def test_somebody_is_where_they_say_or_else_where_they_work(workspace: Workspace) -> None:
    with workspace.store.transaction():
        workspace.store.organisations.add(
            Organisation("Larchmont USD", zone="America/Los_Angeles", website="https://larchmont.example")
        )
    at_work = profile("Ada Lin", affiliations=(Affiliation("Larchmont USD"),))

    place = workspace.people.place(at_work)
    assert str(place.zone) == "America/Los_Angeles"
    assert place.website == "https://larchmont.example"
    assert str(workspace.people.place(replace(at_work, zone="Europe/London")).zone) == "Europe/London"
    assert workspace.people.place(profile("Ada Lin")).zone is None


def test_a_zone_nobody_knows_is_refused_when_typed_and_borne_when_imported(workspace: Workspace) -> None:
    with pytest.raises(BadInput):
        workspace.people.add(profile("Ada Lin", zone="Mars/Olympus"))
    ada = workspace.people.add(profile("Ada Lin"))
    strange = replace(ada.profile, zone="W. Europe Standard Time")
    with workspace.store.transaction():
        workspace.store.people.save(ada.id, strange, (), workspace.clock.now())

    assert workspace.people.place(strange).zone is None
    workspace.people.save(ada.id, replace(strange, pronouns="she/her"))
    assert workspace.people.get(ada.id).profile.pronouns == "she/her"
    with pytest.raises(BadInput):
        workspace.people.save(ada.id, replace(strange, zone="Europe"))


def test_the_cadence_is_the_one_chosen_last(workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    assert workspace.people.cadence(ada) is None

    workspace.people.keep_in_touch(ada, 120)
    workspace.people.keep_in_touch(ada, 60)

    assert workspace.people.cadence(ada) == 60
    workspace.people.keep_in_touch(ada, 0)
    assert workspace.people.cadence(ada) == 0


def test_people_are_called_by_their_short_name(workspace: Workspace) -> None:
    ada = workspace.people.add(profile("Ada Lin"))

    assert workspace.people.short_name(ada.ref) == "Ada"
    assert workspace.people.short_name("nobody") == ""
    assert workspace.people.short_name("") == ""

"""A plan that was read for a while, in which something was done here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from otnet_desktop.domain.people import Profile
from otnet_desktop.services.import_plan import Choice, Fate, ImportPlan
from otnet_desktop.services.importing import Imported
from otnet_desktop.services.workspace import Workspace
from tests.services.test_importing import ANN_AT_WORK, card, everyone, planned

ANN = card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101")


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    return tmp_path / "cards.vcf"


def fates(plan: ImportPlan) -> list[Fate]:
    return [entry.fate for entry in plan.entries()]


def test_who_was_added_meanwhile_is_updated_and_not_here_twice(workspace: Workspace, cards: Path) -> None:
    plan, _ = planned(workspace, cards, ANN, card("Ben Brown"))
    assert fates(plan) == [Fate.NEW, Fate.NEW]
    workspace.people.add(ANN_AT_WORK)
    done = workspace.importing.carry_out(plan)
    assert (len(done.newcomers), done.updated, done.looked_at_again) == (1, 1, 1)
    assert fates(plan) == [Fate.UPDATE, Fate.NEW]
    assert (plan.files[0].report.created, plan.files[0].report.updated) == (1, 1)
    assert sorted(person.full_name for person in everyone(workspace)) == ["Ann Archer", "Ben Brown"]
    ann = next(person for person in everyone(workspace) if person.given == "Ann")
    assert len(ann.contact_points) == 2


def test_who_may_be_somebody_who_came_meanwhile_stays_out(workspace: Workspace, cards: Path) -> None:
    plan, (entry, ben) = planned(workspace, cards, card("Ann Archer"), card("Ben Brown"))
    ann = workspace.people.add(ANN_AT_WORK)
    done = workspace.importing.carry_out(plan)
    assert (len(done.newcomers), done.looked_at_again) == (1, 1)
    assert (entry.fate, entry.choice, entry.whom) == (Fate.UNCLEAR, Choice.LEAVE_OUT, ann.id)
    assert ben.fate is Fate.NEW


def test_what_was_about_somebody_who_is_gone_stays_out_and_is_told(workspace: Workspace, cards: Path) -> None:
    ann = workspace.people.add(ANN_AT_WORK)
    plan, (entry,) = planned(workspace, cards, ANN)
    workspace.people.remove(ann.id)
    assert workspace.importing.carry_out(plan) == Imported(looked_at_again=1)
    assert (entry.fate, plan.files[0].report.unclear, everyone(workspace)) == (Fate.UNCLEAR, 1, [])


def test_who_was_brought_back_by_undo_is_found_too(workspace: Workspace, cards: Path) -> None:
    ann = workspace.people.add(ANN_AT_WORK)
    workspace.people.remove(ann.id)
    plan, _ = planned(workspace, cards, ANN)
    assert fates(plan) == [Fate.NEW]
    workspace.history.undo()
    assert workspace.importing.carry_out(plan) == Imported((), 1, looked_at_again=1)


def test_nothing_is_looked_at_again_where_nothing_was_done(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    plan, _ = planned(workspace, cards, ANN, card("Ben Brown"))
    workspace.people.add(Profile(given="Zoe"))
    assert workspace.importing.carry_out(plan).looked_at_again == 0


def test_an_unclear_entry_that_is_said_to_be_a_newcomer_follows_them(workspace: Workspace, cards: Path) -> None:
    other = cards.with_name("more.vcf")
    other.write_text(card("Ann Archer", "NOTE:met in Oslo"))
    cards.write_text(ANN)
    plan = workspace.importing.plan([cards, other])
    first, second = plan.entries()
    assert second.fate is Fate.UNCLEAR
    workspace.importing.resolve(second, Choice.SAME_PERSON)
    workspace.people.add(replace(ANN_AT_WORK, note="Plays the cello."))
    assert workspace.importing.carry_out(plan).looked_at_again == 1
    (ann,) = everyone(workspace)
    assert (first.fate, ann.note) == (Fate.UPDATE, "Plays the cello.\n\nmet in Oslo")

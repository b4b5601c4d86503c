"""Several files, or several entries of one, that tell of the same newcomer; and what is refused, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.people import Profile
from otnet_desktop.services.import_plan import Choice, Fate, ImportPlan
from otnet_desktop.services.importing import refused
from otnet_desktop.services.workspace import Workspace
from tests.services.test_importing import card, everyone

ANN = card("Ann Archer", "EMAIL:ann@mill.example")
ONLY_A_NAME = card("Ann Archer", "NOTE:met in Oslo")


def plan_of(workspace: Workspace, folder: Path, *texts: str) -> ImportPlan:
    """A plan of one file for each text."""
    files = [folder / f"{number}.vcf" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    return workspace.importing.plan(files)


def notes(people: list[Profile]) -> list[str]:
    return sorted(person.note for person in people)


@pytest.mark.parametrize("ids", [("UID:u1", "UID:u2"), ("NOTE:met in Oslo", "NOTE:met in Rome")])
def test_two_entries_of_one_file_are_never_merged_unasked(
    workspace: Workspace, tmp_path: Path, ids: tuple[str, str]
) -> None:
    twice = "".join(card("Ann Archer", told, "EMAIL:ann@mill.example") for told in ids)
    plan = plan_of(workspace, tmp_path, twice)
    assert [entry.fate for entry in plan.entries()] == [Fate.NEW, Fate.NEW]
    workspace.importing.carry_out(plan)
    assert len(workspace.duplicates.find().twins) == 1
    again = plan_of(workspace, tmp_path, twice)
    assert [entry.fate for entry in again.entries()] == [Fate.SAME, Fate.SAME]


def test_the_same_entry_twice_in_a_file_is_one_newcomer(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_of(workspace, tmp_path, ANN + ANN)
    assert [entry.fate for entry in plan.entries()] == [Fate.NEW, Fate.SAME]


@pytest.mark.parametrize(
    ("choice", "told"),
    [(Choice.SAME_PERSON, ["met in Oslo"]), (Choice.AS_NEW, ["", "met in Oslo"]), (Choice.LEAVE_OUT, [""])],
)
def test_a_name_met_again_in_another_file_waits_for_a_word(
    workspace: Workspace, tmp_path: Path, choice: Choice, told: list[str]
) -> None:
    plan = plan_of(workspace, tmp_path, ANN, ONLY_A_NAME)
    known, unclear = plan.entries()
    assert (known.fate, unclear.fate) == (Fate.NEW, Fate.UNCLEAR)
    assert workspace.importing.whom(plan, unclear) == known.incoming
    workspace.importing.resolve(unclear, choice)
    workspace.importing.carry_out(plan)
    assert notes(everyone(workspace)) == told


def test_somebody_here_is_known_by_what_an_earlier_entry_adds(workspace: Workspace, tmp_path: Path) -> None:
    workspace.importing.carry_out(plan_of(workspace, tmp_path, ANN))
    numbered = card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 604 555 0101")
    by_number = card("Ann Archer", "TEL:+1 604 555 0101", "EMAIL:archer@home.example", "NOTE:met in Oslo")
    plan = plan_of(workspace, tmp_path, numbered, by_number)
    assert [entry.fate for entry in plan.entries()] == [Fate.UPDATE, Fate.UPDATE]
    workspace.importing.carry_out(plan)
    assert notes(everyone(workspace)) == ["met in Oslo"]


def test_what_is_left_out_is_told_with_its_place_and_reason(workspace: Workspace, tmp_path: Path) -> None:
    plan = plan_of(workspace, tmp_path, ANN, ONLY_A_NAME)
    gone = tmp_path / "gone.vcf"
    plan.files += workspace.importing.plan([gone]).files
    lines = list(refused(plan))
    assert len(lines) == 2
    assert lines[0].startswith(f"{tmp_path / '1.vcf'}:1: Ann Archer was left out (")
    assert lines[1].startswith(f"{gone}: The file cannot be read")
    (unclear,) = [entry for entry in plan.entries() if entry.fate is Fate.UNCLEAR]
    workspace.importing.resolve(unclear, Choice.AS_NEW)
    assert list(refused(plan)) == lines[1:]


def test_a_format_nobody_knows_is_refused_with_those_that_can_be_read(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="wordstar") as told:
        workspace.importing.plan([tmp_path / "x"], "wordstar")
    assert "vcard" in told.value.hint

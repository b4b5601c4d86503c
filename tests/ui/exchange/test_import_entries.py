"""Entries of a preview by number: over several files, by state, with their remarks; and those nobody can tell."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.people import Profile
from otnet_desktop.exchange.report import FileReport, Rejected, Remark
from otnet_desktop.services.import_plan import Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.ui.exchange.import_entries import Entries
from otnet_desktop.ui.exchange.import_rows import ImportModel
from otnet_desktop.ui.exchange.import_words import State


@pytest.fixture
def plan() -> ImportPlan:
    """Three files; their entries stand on lines 1, 11, 21 ..., what was refused on those behind."""
    plan = ImportPlan()
    for name, fates, refusals, remarks in (
        ("a.vcf", (Fate.NEW, Fate.UNCLEAR), ("empty",), (0, 12, 3, 30)),
        ("b.vcf", (), ("torn", "odd"), ()),
        ("c.vcf", (Fate.UPDATE, Fate.UNCLEAR, Fate.NEW), (), (29,)),
    ):
        file = FilePlan(FileReport(name, "vcard"))
        for number, fate in enumerate(fates):
            place, _keys = plan.spool.put(Profile(given=f"{name} {number}"))
            file.entries.append(PlannedEntry(10 * number + 1, place, plan.spool, fate, 0))
        for number, reason in enumerate(refusals, start=len(fates)):
            file.report.rejected.append(Rejected(10 * number + 1, reason))
        file.report.warnings += [Remark(line, f"about line {line}") for line in remarks]
        plan.files.append(file)
    return plan


def test_numbers_go_through_all_files_with_what_was_refused_after_the_rest_of_each(plan: ImportPlan) -> None:
    entries = Entries(plan)
    rows = [entries.row(number) for number in entries.numbers(None)]
    assert [(row.path, row.state) for row in rows] == [
        ("a.vcf", State.NEW),
        ("a.vcf", State.UNCLEAR),
        ("a.vcf", State.REFUSED),
        ("b.vcf", State.REFUSED),
        ("b.vcf", State.REFUSED),
        ("c.vcf", State.UPDATE),
        ("c.vcf", State.UNCLEAR),
        ("c.vcf", State.NEW),
    ]
    assert [row.name for row in rows[5:]] == ["c.vcf 0", "c.vcf 1", "c.vcf 2"]


@pytest.mark.parametrize("state", [state for state in State if state is not State.REMARK])
def test_the_numbers_of_a_state_are_those_of_its_rows(plan: ImportPlan, state: State) -> None:
    entries = Entries(plan)
    expected = [number for number in entries.numbers(None) if entries.row(number).state is state]
    assert list(entries.numbers(state)) == expected
    assert entries.counts()[state] == len(expected)


def test_a_remark_is_told_of_the_entry_on_whose_lines_it_stands(plan: ImportPlan) -> None:
    entries = Entries(plan)
    rows = [entries.row(number) for number in entries.numbers(None)]
    told = {row.name: row.remarks for row in rows if row.remarks}
    assert told == {
        "a.vcf 0": ("about line 3",),
        "a.vcf 1": ("about line 12",),
        "c.vcf 2": ("about line 29",),
    }
    remarks = [entries.row(number) for number in entries.numbers(State.REMARK)]
    assert [(row.path, row.name) for row in remarks] == [
        ("a.vcf", ""),
        ("a.vcf", "a.vcf 0"),
        ("a.vcf", "a.vcf 1"),
        ("a.vcf", ""),
        ("c.vcf", "c.vcf 2"),
    ]


@pytest.mark.parametrize(
    ("state", "lines", "found"),
    [
        (None, [range(8)], ["a.vcf 1", "c.vcf 1"]),
        (None, [range(1), range(6, 7)], ["c.vcf 1"]),
        (None, [range(2, 6)], []),
        (State.UNCLEAR, [range(1)], ["a.vcf 1"]),
        (State.UNCLEAR, [range(1, 2)], ["c.vcf 1"]),
        (State.NEW, [range(2)], []),
        (State.REMARK, [range(5)], []),
    ],
)
def test_the_unclear_ones_among_chosen_lines(
    plan: ImportPlan, state: State | None, lines: list[range], found: list[str]
) -> None:
    model = ImportModel(plan, lambda _entry: "")
    model.show_state(state)
    assert [entry.incoming.given for entry in model.unclear(lines)] == found


def test_showing_and_choosing_everything_makes_no_row(plan: ImportPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in plan.files:
        file.entries = [entry for entry in file.entries if entry.fate is not Fate.UNCLEAR]
    monkeypatch.setattr(Entries, "row", None)
    model = ImportModel(plan, lambda _entry: "")
    model.show_state(State.NEW)
    model.show_state(None)
    assert list(model.unclear([range(model.rowCount())])) == []

"""What is planned, what somebody says about it, and what is carried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from otnet_desktop.domain.people import Affiliation, ContactKind, ContactPoint, Profile
from otnet_desktop.exchange.columns.layout import TableMapping
from otnet_desktop.services.import_plan import Choice, Fate, ImportPlan, PlannedEntry
from otnet_desktop.services.importing import Imported, Stopped
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.backup_files import Backup, Reason
from tests.factories import profile
from tests.services.plans import changes_anything

ANN_AT_WORK = profile(
    "Ann Archer",
    contact_points=(ContactPoint(ContactKind.EMAIL, "ann@mill.example"),),
    affiliations=(Affiliation("Mill Clinic", "Hand therapist"),),
)


def card(name: str, *lines: str) -> str:
    given, _, family = name.partition(" ")
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{name}", *lines, "END:VCARD", ""])


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    return tmp_path / "cards.vcf"


def planned(workspace: Workspace, file: Path, *texts: str) -> tuple[ImportPlan, list[PlannedEntry]]:
    file.write_text("".join(texts))
    plan = workspace.importing.plan([file])
    return plan, list(plan.entries())


def everyone(workspace: Workspace) -> list[Profile]:
    return [person.profile for person in workspace.store.people.many(workspace.store.people.everyone())]


def test_an_update_says_which_fields_it_adds(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    _, (entry,) = planned(workspace, cards, card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101"))
    assert (entry.fate, "contact_points" in entry.adds, "note" in entry.adds) == (Fate.UPDATE, True, False)


def test_what_is_unclear_stays_out_until_somebody_says(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    plan, (entry,) = planned(workspace, cards, card("Ann Archer", "NOTE:met in Oslo"))
    assert entry.fate is Fate.UNCLEAR
    assert workspace.importing.whom(plan, entry).current.organisation == "Mill Clinic"
    assert not changes_anything(plan)
    assert workspace.importing.carry_out(plan) == Imported()
    assert everyone(workspace) == [replace(ANN_AT_WORK, uid=everyone(workspace)[0].uid)]


def test_the_same_person_is_brought_together(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    plan, (entry,) = planned(workspace, cards, card("Ann Archer", "NOTE:met in Oslo"))
    workspace.importing.resolve(entry, Choice.AS_NEW)
    workspace.importing.resolve(entry, Choice.SAME_PERSON)
    assert changes_anything(plan)
    assert workspace.importing.carry_out(plan) == Imported((), 1)
    (ann,) = everyone(workspace)
    assert (ann.note, ann.current.title) == ("met in Oslo", "Hand therapist")


def test_somebody_else_of_that_name_is_added(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    plan, (entry,) = planned(workspace, cards, card("Ann Archer", "NOTE:met in Oslo"))
    workspace.importing.resolve(entry, Choice.AS_NEW)
    assert len(workspace.importing.carry_out(plan).newcomers) == 1
    assert sorted(person.note for person in everyone(workspace)) == ["", "met in Oslo"]


def test_what_was_edited_while_the_plan_lay_open_is_kept(workspace: Workspace, cards: Path) -> None:
    ann = workspace.people.add(ANN_AT_WORK)
    plan, _ = planned(workspace, cards, card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101"))
    workspace.people.save(ann.id, replace(ann.profile, pronouns="she/her"))
    workspace.importing.carry_out(plan)
    (now,) = everyone(workspace)
    assert (now.pronouns, len(now.contact_points)) == ("she/her", 2)


def test_a_field_may_be_left_as_it_is_or_taken_from_the_file(workspace: Workspace, cards: Path) -> None:
    ann = workspace.people.add(replace(ANN_AT_WORK, nickname="Annie", pronouns="she/her"))
    news = "EMAIL:ann@mill.example", "TEL:+1 555 0101", "NICKNAME:Nan", "NOTE:met in Oslo"
    plan, (entry,) = planned(workspace, cards, card("Ann Archer", *news))
    assert (entry.adds, entry.differs) == (("contact_points", "note", "foreign"), ("nickname",))
    workspace.importing.turn(entry, "nickname")
    workspace.importing.turn(entry, "note")
    workspace.importing.turn(entry, "note")
    workspace.importing.turn(entry, "contact_points")
    assert workspace.importing.carry_out(plan) == Imported((), 1)
    now = workspace.people.get(ann.id).profile
    assert (now.nickname, now.note, now.pronouns) == ("Nan", "met in Oslo", "she/her")
    assert now.contact_points == ANN_AT_WORK.contact_points


def test_a_field_left_as_it_is_stays_so_whatever_is_typed_meanwhile_or_another_entry_says(
    workspace: Workspace, cards: Path
) -> None:
    ann = workspace.people.add(ANN_AT_WORK)
    ben = workspace.people.add(profile("Ben Brown", contact_points=(ContactPoint(ContactKind.EMAIL, "b@x.example"),)))
    texts = (
        card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101", "NICKNAME:Nan"),
        card("Ben Brown", "EMAIL:b@x.example", "NICKNAME:Benny"),
        card("Ben Brown", "EMAIL:b@x.example", "NICKNAME:Benjy"),
    )
    plan, (first, second, _third) = planned(workspace, cards, *texts)
    workspace.importing.turn(first, "nickname")
    workspace.importing.turn(second, "nickname")
    workspace.people.save(ann.id, replace(ann.profile, nickname="Annie"))
    workspace.importing.carry_out(plan)
    assert workspace.people.get(ann.id).profile.nickname == "Annie"
    assert workspace.people.get(ben.id).profile.nickname == ""


def test_what_is_typed_while_the_backup_is_made_is_kept(
    workspace: Workspace, cards: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = workspace.people.add(ANN_AT_WORK)
    plan, _ = planned(workspace, cards, card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101"))
    make = workspace.store.backups.make

    def made(reason: Reason, at: datetime) -> Backup:
        workspace.people.save(ann.id, replace(ann.profile, nickname="Annie"))
        return make(reason, at)

    monkeypatch.setattr(workspace.store.backups, "make", made)
    workspace.importing.carry_out(plan)
    (now,) = everyone(workspace)
    assert (now.nickname, len(now.contact_points)) == ("Annie", 2)


def test_an_update_of_which_everything_is_left_out_is_none(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    plan, (entry,) = planned(workspace, cards, card("Ann Archer", "EMAIL:ann@mill.example", "TEL:+1 555 0101"))
    before = changes_anything(plan)
    for name in entry.adds:
        workspace.importing.turn(entry, name)
    assert (before, changes_anything(plan)) == (True, False)
    assert workspace.importing.carry_out(plan) == Imported()


def test_everyone_in_the_files_was_met_at_an_event(workspace: Workspace, cards: Path) -> None:
    ann = workspace.people.add(replace(ANN_AT_WORK, event="CAOT 2024"))
    plan, _ = planned(workspace, cards, card("Ann Archer", "EMAIL:ann@mill.example"), card("Ben Brown"))
    workspace.importing.carry_out(plan, event="AOTA 2026")
    events = {person.full_name: person.event for person in everyone(workspace)}
    assert events == {"Ann Archer": "CAOT 2024", "Ben Brown": "AOTA 2026"}
    assert workspace.people.get(ann.id).profile.event == "CAOT 2024"
    assert [person.how_met for person in everyone(workspace)] == ["", "conference"]


def test_tags_go_to_everyone_in_the_file_and_come_off_with_one_undo(workspace: Workspace, cards: Path) -> None:
    ann = card("Ann Archer", "EMAIL:ann@mill.example")
    workspace.importing.carry_out(planned(workspace, cards, ann)[0])
    workspace.people.add(profile("Zoe Other"))
    texts = ann, card("Ben Brown"), card("Ann Archer")
    plan, entries = planned(workspace, cards, *texts)
    assert [entry.fate for entry in entries] == [Fate.SAME, Fate.NEW, Fate.UNCLEAR]
    workspace.importing.carry_out(plan, ("conference",))
    assert {p.full_name: p.tags for p in everyone(workspace)} == {
        "Ann Archer": ("conference",), "Ben Brown": ("conference",), "Zoe Other": (),
    }  # fmt: skip
    assert workspace.history.undo() == "Import"
    assert {p.full_name: p.tags for p in everyone(workspace)} == {"Ann Archer": (), "Zoe Other": ()}
    assert workspace.importing.carry_out(workspace.importing.plan([cards])).newcomers


def test_reading_stops_when_nobody_wants_it_any_more(workspace: Workspace, cards: Path) -> None:
    cards.write_text("".join(card(f"Ann Archer{number}") for number in range(1200)))
    asked: list[int] = []

    def keep_going(read: int) -> bool:
        asked.append(read)
        return read < 1000

    plan = workspace.importing.plan([cards], keep_going=keep_going)
    assert asked[:2] == [500, 1000]
    assert set(asked[2:]) <= {1000}, "nothing more was read"
    assert not list(plan.entries())


def test_no_further_file_is_opened_when_nobody_wants_it_any_more(workspace: Workspace, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.vcf" for number in range(9)]
    for file in files:
        file.write_text(card(f"Ann {file.stem}"))
    plan = workspace.importing.plan(files, keep_going=lambda read: read < 3)
    assert [Path(file.report.path).stem for file in plan.files] == ["0", "1", "2"]
    assert not list(plan.entries())


def test_bringing_in_stops_when_nobody_wants_it_any_more_and_leaves_nothing(workspace: Workspace, cards: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    before = workspace.history.undo_title()
    cards.write_text("".join(card(f"Ben Brown{number}") for number in range(1200)))
    plan = workspace.importing.plan([cards])
    asked: list[int] = []

    def keep_going(count: int) -> bool:
        asked.append(count)
        return count < 1000

    with pytest.raises(Stopped):
        workspace.importing.carry_out(plan, keep_going=keep_going)
    assert asked == [0, 500, 1000]
    assert [person.full_name for person in everyone(workspace)] == ["Ann Archer"]
    assert workspace.history.undo_title() == before
    assert len(workspace.importing.carry_out(plan).newcomers) == 1200


def test_a_worker_gathers_for_itself(workspace: Workspace) -> None:
    """What the window does while an import runs in a worker is a step of its own."""
    inside, done = Event(), Event()

    def work() -> None:
        with workspace.steps.together("Import"):
            inside.set()
            done.wait(5)
        workspace.store.database.let_go()

    worker = Thread(target=work)
    worker.start()
    inside.wait(5)
    try:
        assert workspace.steps._gathering is None
    finally:
        done.set()
        worker.join()


def test_what_was_said_of_columns_holds_for_the_next_table_with_the_same(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Wer;Was\nAna Lee;0341 5550104\n")
    assert not changes_anything(workspace.importing.plan([file]))
    (unknown,) = workspace.importing.tables.unknown([file])
    workspace.importing.tables.save(unknown.table, TableMapping({"Wer": "display"}))
    (entry,) = workspace.importing.plan([file]).entries()
    assert entry.incoming.display == "Ana Lee"


def test_birthdays_that_could_be_two_days_are_read_as_one_writes_them_at_home(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "outlook.csv"
    file.write_text("First Name,Last Name,E-mail Address,Birthday\nAna,Lee,a@mill.example,3/4/1990\n")
    (boston,) = workspace.importing.plan([file]).entries()
    assert boston.incoming.birthday == "1990-03-04"
    workspace.preferences.change(zone="Europe/London")
    (leeds,) = workspace.importing.plan([file]).entries()
    assert leeds.incoming.birthday == "1990-04-03"


@pytest.mark.parametrize("key", [None, "of protected data"])
def test_what_is_laid_aside_is_as_secret_as_the_data(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.setattr(workspace.store.database, "key", key)
    plan, lines = workspace.importing.plan([]), workspace.exporting._lines()
    for laid in (plan.spool._profiles, plan.spool._known_by, lines._laid):
        assert bool(laid._key) is (key is not None)


def test_the_same_entry_twice_is_one_person_though_both_were_unclear(workspace: Workspace, tmp_path: Path) -> None:
    workspace.people.add(ANN_AT_WORK)
    files = [tmp_path / "one.vcf", tmp_path / "two.vcf"]
    for file, note in zip(files, ("met in Oslo", "sails"), strict=True):
        file.write_text(card("Ann Archer", "UID:7", f"NOTE:{note}"))
    plan = workspace.importing.plan(files)
    for entry in plan.entries():
        workspace.importing.resolve(entry, Choice.AS_NEW)
    (came,) = workspace.importing.carry_out(plan).newcomers
    assert workspace.people.get(came).profile.note == "met in Oslo\n\nsails"
    assert not changes_anything(workspace.importing.plan(files))

"""What is done while the power may go: each function works in a data folder and marks what it told the user.

``content HASH`` marks what the data are at a moment, ``made PATH`` a file the user was told of.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.backup_files import Reason
from otnet_desktop.store.content import content_hash
from otnet_desktop.store.database import PRAGMAS
from otnet_desktop.store.store import Store
from tests.campaigns.power.recorder import mark
from tests.factories import NOW, add_meeting, add_person, profile, school_ot
from tests.services.clocks import SettableClock

EDITS = int(os.environ.get("OTNET_POWER_EDITS", "40"))


def opened(folder: Path) -> Workspace:
    PRAGMAS["synchronous"] = int(os.environ.get("OTNET_POWER_SYNCHRONOUS", PRAGMAS["synchronous"]))
    workspace = open_workspace(folder, SettableClock(NOW), lambda: ZoneInfo("Europe/Berlin"))
    mark_content(workspace.store)
    return workspace


def mark_content(store: Store) -> None:
    mark(f"content {content_hash(store.database)}")


def fill(folder: Path) -> None:
    """Some people, before anybody looks."""
    store = Store.open(folder)
    renata, bo = add_person(store, school_ot(), "renata"), add_person(store, "Bo Ek", "bo")
    add_meeting(store, renata, bo, in_days=-3)
    for number in range(30):
        add_person(store, profile(f"Colleague {number}", note="knows a lot " * 40))
    store.close()


def edit(folder: Path) -> None:
    """Somebody adds, writes, deletes, takes back; now and then the log is folded back as in an idle moment."""
    workspace = opened(folder)
    renata = workspace.store.people.by_ref("renata").id
    clock = workspace.clock
    assert isinstance(clock, SettableClock)
    for number in range(EDITS):
        match number % 5:
            case 0:
                workspace.people.add(profile(f"Person {number}"))
            case 1 | 3:
                workspace.research.save_notes(renata, f"note {number} " * (1 + number * 20))
            case 2:
                workspace.people.remove(workspace.store.people.everyone()[0])
            case _:
                workspace.history.undo()
        mark_content(workspace.store)
        clock.advance(minutes=1)
        if number % 10 == 9:
            workspace.care.tidy()
    workspace.close()


def start(folder: Path) -> None:
    """A start: it makes the data, or brings them to the newest schema."""
    store = Store.open(folder)
    mark_content(store)
    store.close()


def begin(folder: Path) -> None:
    """The very first start, and the first person."""
    workspace = opened(folder)
    workspace.people.add(profile("The first"))
    mark_content(workspace.store)
    workspace.close()


def bring_in(folder: Path) -> None:
    """Some hundred people come from a file."""
    cards = folder.with_name("people.vcf")
    cards.write_text("".join(card(number) for number in range(300)))
    workspace = opened(folder)
    workspace.importing.carry_out(workspace.importing.plan([cards]))
    mark_content(workspace.store)
    workspace.close()


def card(number: int) -> str:
    lines = ("BEGIN:VCARD", "VERSION:4.0", f"FN:Guest {number}", f"EMAIL:guest{number}@example.org", "END:VCARD")
    return "".join(f"{line}\r\n" for line in lines)


def back_up(folder: Path) -> None:
    """Backups while somebody writes, thinned as the days go by, then one that takes the place of all."""
    workspace = opened(folder)
    renata = workspace.store.people.by_ref("renata").id
    clock = workspace.clock
    assert isinstance(clock, SettableClock)
    for day in range(3):
        workspace.research.save_notes(renata, f"day {day} " * 200)
        mark_content(workspace.store)
        made = workspace.care.back_up_if_due()
        assert made is not None
        mark(f"made {made.path.relative_to(folder)}")
        clock.advance(days=1, minutes=1)
    workspace.close()


def restore(folder: Path) -> None:
    """The oldest backup comes back while the data are open, and somebody goes on writing."""
    workspace = opened(folder)
    restored = workspace.care.restore(workspace.store.backups.all()[-1].path)
    assert restored.kept is not None
    mark_content(workspace.store)
    mark(f"made {restored.kept.relative_to(folder)}")
    workspace.research.save_notes(workspace.store.people.by_ref("renata").id, "afterwards")
    mark_content(workspace.store)
    workspace.close()


def prepare_restore(folder: Path) -> None:
    """A backup, and data that went on."""
    fill(folder)
    store = Store.open(folder)
    store.backups.make(Reason.ASKED, NOW - timedelta(days=1))
    for number in range(60):
        add_person(store, replace(profile(f"Later {number}"), note="x" * 3000))
    store.close()


def restore_damaged(folder: Path) -> None:
    """The same where the data cannot be opened any more."""
    from otnet_desktop.services.care import restore_into

    (backup,) = (folder / "backups").glob("*.db")
    restored = restore_into(folder, backup, NOW)
    assert restored.kept is not None
    mark(f"made {restored.kept.relative_to(folder)}")


def archive(folder: Path) -> None:
    """Everything into one file, twice under the same name."""
    workspace = opened(folder)
    out = folder / "everything.otnet"
    for number in range(2):
        workspace.exporting.write_archive(out)
        mark(f"made {out.relative_to(folder)}")
        workspace.people.add(profile(f"Between {number}"))
        mark_content(workspace.store)
    workspace.close()


def wipe(folder: Path) -> None:
    """Somebody is deleted for good, and the file written anew."""
    workspace = opened(folder)
    workspace.people.remove(workspace.store.people.by_ref("bo").id)
    mark_content(workspace.store)
    workspace.trash.delete_for_good([trashed.id for trashed in workspace.trash.all()])
    mark_content(workspace.store)
    workspace.trash.wipe()
    mark_content(workspace.store)
    workspace.close()

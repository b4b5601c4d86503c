"""From one key to another with all files of a data folder, so that at no moment some are of the one and none can tell.

Everything is first written anew beside what it is to replace (``otnet.db.anew``), and a plan says what belongs
together. Then the data file takes its place: with that one rename the change is made. The rest follows, and where the
machine stops in between, the next start sees by the first bytes of the data file which way to go: forward, if it is of
the new key already, or back, with what was prepared taken away. For neither is a passphrase needed.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from otnet_desktop.store.backup_files import FOLDER
from otnet_desktop.store.mark import mark_of
from otnet_desktop.store.overwriting import supplant, take_away
from otnet_desktop.store.passport import FILE_NAME
from otnet_desktop.store.private_files import flush_folder, write_private

PLAN = f"{FILE_NAME}.changeover"
ANEW = ".anew"


@dataclass(slots=True)
class Plan:
    """The mark of the new key ("" for none), and what is to be done in the folder, by names within it."""

    mark: str
    replaced: list[str] = field(default_factory=list)
    """Each has its new form beside it."""
    removed: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Put it on the disk, wholly or not at all. Raises OSError."""
        write_private(folder / PLAN, json.dumps(asdict(self), indent=1).encode())


def read_plan(folder: Path) -> Plan | None:
    """What somebody began there; none mostly. Whoever wrote it, it reaches no file but those of the data."""
    try:
        plan = Plan(**json.loads((folder / PLAN).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    homes = (folder, folder / FOLDER)
    for names in (plan.replaced, plan.removed):
        names[:] = [name for name in names if (folder / name).parent in homes and (folder / name).name != ".."]
    return plan


def anew(path: Path) -> Path:
    """Where the new form of a file waits."""
    return path.with_name(path.name + ANEW)


def settle(folder: Path) -> bool:
    """Finish what was begun, or undo it; whether there was anything. While nobody has the data open. Raises OSError."""
    plan = read_plan(folder)
    if plan is None:
        return False
    if is_made(folder, plan):
        go_forward(folder, plan)
    else:
        go_back(folder, plan)
    return True


def is_made(folder: Path, plan: Plan) -> bool:
    """Whether the data file is of the new key already. Raises OSError where it is there and cannot be read."""
    data = folder / FILE_NAME
    if data.is_file():
        data.open("rb").close()  # what cannot be read just now has no mark, as if it were plain
    mark = mark_of(data)
    return (mark.hex() if mark else "") == plan.mark


def go_forward(folder: Path, plan: Plan) -> None:
    """The data file is of the new key: all others follow it."""
    for name in plan.replaced:
        path = folder / name
        if anew(path).exists():
            supplant(anew(path), path)
    for name in plan.removed:
        take_away(folder / name)
    end(folder, plan)


def go_back(folder: Path, plan: Plan) -> None:
    """The data file is of the old key: what was prepared goes."""
    for name in (FILE_NAME, *plan.replaced):
        take_away(anew(folder / name))
    end(folder, plan)


def end(folder: Path, plan: Plan) -> None:
    """Everything is done, and on the disk, before the plan goes."""
    for inside in {(folder / name).parent for name in (FILE_NAME, *plan.replaced, *plan.removed)}:
        flush_folder(inside)
    (folder / PLAN).unlink(missing_ok=True)
    flush_folder(folder)

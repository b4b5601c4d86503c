"""People in and out of files, and networks told as facts."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from otnet_desktop.app.commands.answer import Answer
from otnet_desktop.app.commands.showing import find_person
from otnet_desktop.app.commands.times import day_from
from otnet_desktop.app.resources import root
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.network import read_network
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.exchange.archive import is_archive
from otnet_desktop.exchange.recognise import FileFormat
from otnet_desktop.exchange.report import FileReport, Rejected
from otnet_desktop.services.care import restore_into
from otnet_desktop.services.exporting import ARCHIVE, CALENDAR
from otnet_desktop.services.import_plan import FilePlan, ImportPlan
from otnet_desktop.services.importing import refused
from otnet_desktop.services.network import replay
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.passing import passing_folder

if TYPE_CHECKING:
    from otnet_desktop.exchange.columns.layout import TableMapping

SAMPLE = "sample/network.json"

NAMED = 3
"""People whose notes are to be looked at, by name; the window tells of each."""


def bring_in(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """Bring people in; status 1 when anything was refused or left out."""
    paths = [Path(name) for name in given.files]
    mapping = said_of_columns(workspace, paths, given)
    if len(paths) == 1 and not workspace.store.people.is_anybody_here() and is_archive(paths[0]):
        plan = ImportPlan([FilePlan(brought_back(workspace, paths[0], dry_run=given.dry_run))])
    else:
        plan = workspace.importing.plan(paths, given.format or "", mapping=mapping)
        if not given.dry_run:
            workspace.importing.carry_out(plan)
    complaints = tuple(refused(plan))
    data = {"files": [file.report.as_json() for file in plan.files]}
    return Answer(data, tuple(accounts(plan)), complaints, status=1 if complaints else 0)


def said_of_columns(workspace: Workspace, paths: list[Path], given: argparse.Namespace) -> TableMapping | None:
    """What was typed about the columns of tables. Raises BadInput for a column or a field that is none."""
    if not given.map and not given.dates:
        return None
    from otnet_desktop.services.tables import typed_mapping

    mapping = typed_mapping(given.map, given.dates)
    workspace.importing.tables.refuse_strangers(paths, mapping)
    return mapping


def brought_back(workspace: Workspace, archive: Path, *, dry_run: bool) -> FileReport:
    """Where nobody is yet, an archive comes back whole, as ``restore`` would bring it."""
    report = FileReport(str(archive), FileFormat.ARCHIVE.value)
    try:
        if dry_run:
            with passing_folder(workspace.store.database.path.parent) as folder:
                report.created = restore_into(folder, archive, workspace.clock.now()).people
        else:
            report.created = workspace.care.restore(archive).people
    except BadInput as error:
        report.rejected.append(Rejected(0, error.told))
    return report


def accounts(plan: ImportPlan) -> list[str]:
    """One line a file."""
    return [
        f"{file.report.path}: {file.report.read} read, {file.report.created} new, {file.report.updated} updated, "
        f"{file.report.unchanged} unchanged, {file.report.unclear} unclear, {len(file.report.rejected)} refused"
        for file in plan.files
    ]


def write_out(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """Write everyone, or some people; what may tell who a client is, is said and keeps nothing back."""
    people = list(dict.fromkeys(find_person(workspace, asked).id for asked in given.person))
    written = workspace.exporting.write(given.format, Path(given.out), private=given.private, people=people)
    what = "meetings" if given.format == CALENDAR else "people"
    complaints = client_words(workspace, given.format, people, private=given.private)
    return Answer({"written": written, "path": given.out}, (f"{written} {what} written to {given.out}",), complaints)


def client_words(workspace: Workspace, format_name: str, people: list[PersonId], *, private: bool) -> tuple[str, ...]:
    """What the window says before an export."""
    if format_name == ARCHIVE:
        count = workspace.privacy.texts_to_look_at()
        said = "It holds notes that may tell who a client is ({count}). Keep the file to yourself."
        return (said.format(count=count),) if count else ()
    found = workspace.privacy.notes_to_look_at(people) if private and format_name != CALENDAR else []
    names = ", ".join(workspace.people.get(person).profile.full_name for person in found[:NAMED])
    more = " and others" if len(found) > NAMED else ""
    return (f"Notes that may tell who a client is have left: about {names}{more}. Look at them.",) if found else ()


def sample(workspace: Workspace, given: argparse.Namespace) -> Answer:
    """Fill an empty data folder with the sample network, or with any network told as facts."""
    timing = workspace.preferences.timing()
    today: date = day_from(given.today, "--today") if given.today else worktime(timing).day(workspace.clock.now())
    network = read_network(read_json(Path(given.file)) if given.file else resource_json(SAMPLE), today, timing)
    replayed = replay(workspace, network)
    return Answer(
        {"people": replayed.people, "facts": replayed.facts}, (f"{replayed.people} people, {replayed.facts} facts",)
    )


def read_json(path: Path) -> Any:  # noqa: ANN401 - JSON
    """The content of a JSON file. Raises BadInput."""
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting, a device might never end
            raise BadInput(f"{path} is no file.", "Save it to a file first.")
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror or error}).", "Check its name.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path} holds no valid JSON ({error}).", "Correct the file and try again.") from error


def resource_json(name: str) -> Any:  # noqa: ANN401 - JSON
    """The content of a JSON file that belongs to the program."""
    return json.loads((root() / name).read_text("utf-8"))

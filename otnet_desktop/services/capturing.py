"""Several people on one line each, kept in one step: for the evening after a conference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from otnet_desktop.domain.changes import Room
from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.filling_in import merge_update
from otnet_desktop.domain.how_met import at_event
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.domain.research import KEY_POINT_LENGTH, KEY_POINTS_MOST, KeyPoint
from otnet_desktop.exchange.quick_lines import QuickLine, read_lines
from otnet_desktop.exchange.report import FileReport, Incoming
from otnet_desktop.services.import_plan import Choice, Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.services.import_planner import Planner
from otnet_desktop.services.meetings import MeetingsService
from otnet_desktop.services.people import PeopleService
from otnet_desktop.services.research import ResearchService
from otnet_desktop.services.steps import Steps


@dataclass(frozen=True, slots=True)
class Captured:
    """A line and what would become of it."""

    line: QuickLine
    entry: PlannedEntry


@dataclass(frozen=True, slots=True)
class Capture:
    """Everything typed so far, in the order of the lines. ``people`` are those who are here already, by number."""

    lines: tuple[Captured, ...] = ()
    people: dict[int, Profile] = field(default_factory=dict)


class CapturingService:
    """Reads lines and keeps them. Who is told by name alone is taken for the one person here who is called so."""

    def __init__(
        self, steps: Steps, people: PeopleService, research: ResearchService, meetings: MeetingsService
    ) -> None:
        self._steps = steps
        self._store = steps.store
        self._people = people
        self._research = research
        self._meetings = meetings

    def plan(self, text: str) -> Capture:
        """What the lines would do; nothing changes."""
        lines = list(read_lines(text))
        plan = ImportPlan()
        file = FilePlan(FileReport("", ""))
        planner = Planner(self._store, plan)
        planner.begin_file(file)
        planner.take([Incoming(line.profile, line.line) for line in lines])
        planner.decide()
        for entry in file.entries:
            if entry.fate is Fate.UNCLEAR:
                entry.choice = Choice.SAME_PERSON
        here = [PersonId(entry.whom) for entry in file.entries if entry.whom > 0]
        people: dict[int, Profile] = {person.id: person.profile for person in self._store.people.many(here)}
        return Capture(tuple(map(Captured, lines, file.entries)), people)

    def keep(self, capture: Capture, *, event: str = "", met: bool = False) -> list[PersonId]:
        """Keep them as one step to undo. ``met``: I talked to them there, and will want to write."""
        kept: list[PersonId] = []
        newcomers: dict[int, PersonId] = {}
        with self._steps.together("Quick capture"):
            for one in capture.lines:
                person = self._keep_person(one.entry, event, newcomers)
                self._keep_remark(person, one.line.remark, event)
                if person not in kept:
                    kept.append(person)
            if met:
                for person in kept:
                    self._meetings.met_by_chance([person], event=event)
        return kept

    def events(self) -> list[str]:
        """Events people were met at, the latest first."""
        return self._store.people.events()

    def _keep_person(self, entry: PlannedEntry, event: str, newcomers: dict[int, PersonId]) -> PersonId:
        if entry.is_new:
            person = self._people.add(at_event(entry.incoming, event)).id
            if entry.fate is Fate.NEW:
                newcomers[entry.whom] = person
            return person
        person = newcomers[entry.whom] if entry.whom < 0 else PersonId(entry.whom)
        before = self._people.get(person).profile
        after = at_event(merge_update(before, replace(entry.incoming, source="")), event)
        if after != before:
            with self._steps.step("Quick capture", [person], Room.PEOPLE):
                self._store.people.save(person, after, keys(after), self._steps.clock.now())
        return person

    def _keep_remark(self, person: PersonId, remark: str, event: str) -> None:
        """As a key point while there is room, else in the notes."""
        research = self._research.of(person)
        if not remark or remark in [point.text for point in research.key_points]:
            return
        if len(research.key_points) < KEY_POINTS_MOST and len(remark) <= KEY_POINT_LENGTH:
            today = self._steps.clock.now().astimezone(self._steps.timing().zone).date()
            self._research.add_key_point(person, KeyPoint(remark, event, seen_on=today))
        elif remark not in research.notes:
            self._research.save_notes(person, f"{research.notes}\n\n{remark}".strip())


def choose(capture: Capture, line: int, choice: Choice) -> None:
    """Say whether somebody of an equal name is the person who is here."""
    for one in capture.lines:
        if one.line.line == line and one.entry.fate is Fate.UNCLEAR:
            one.entry.choice = choice


def counts(lines: Sequence[Captured]) -> tuple[int, int]:
    """How many people would be new, and how many are here already."""
    new = sum(one.entry.fate is Fate.NEW or one.entry.choice is Choice.AS_NEW for one in lines)
    return new, len(lines) - new

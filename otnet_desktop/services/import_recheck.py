"""Looks again at a plan that somebody read for a while: people may have come, changed or gone here since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from otnet_desktop.domain.duplicates.comparing import Verdict
from otnet_desktop.domain.duplicates.marks import keys_of, marks
from otnet_desktop.domain.duplicates.matching import Match, match
from otnet_desktop.domain.filling_in import merge_update, says_otherwise
from otnet_desktop.domain.people import PersonId, Profile
from otnet_desktop.services.import_comparer import differing
from otnet_desktop.services.import_plan import Choice, Fate, FilePlan, ImportPlan, PlannedEntry
from otnet_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Since:
    """Whoever was touched since a plan was made: how they are now, and who is gone."""

    here: Mapping[PersonId, Profile]
    gone: frozenset[PersonId]


def recheck(store: Store, plan: ImportPlan) -> int:
    """Plan anew what concerns people who were touched since; how many entries now do something else.

    Somebody new who has come by another way meanwhile is updated, or left out as unclear. So is what was about somebody
    who is gone. Whoever is new in an archive of ours is told apart as it comes in.
    """
    touched = store.journal.people_since(plan.made_after)
    if not touched:
        return 0
    here = {person.id: person.profile for person in store.people.many(sorted(touched))}
    since = Since(here, frozenset(touched - here.keys()))
    found = _no_longer_new(plan, since)
    again = sum(_plan_anew(file, since, found) for file in plan.files)
    for number in found:
        plan.drop(number)
    return again


def _no_longer_new(plan: ImportPlan, since: Since) -> dict[int, Match[PersonId]]:
    """Newcomers who are, or may be, somebody who was touched."""
    known = {person: marks(profile) for person, profile in since.here.items()}
    by_key: dict[str, list[PersonId]] = {}
    for person, theirs in known.items():
        for key in keys_of(theirs):
            by_key.setdefault(key, []).append(person)
    out_of_archives = plan.out_of_archives()
    found: dict[int, Match[PersonId]] = {}
    for number, profile, _ in plan.newcomers():
        mine = marks(profile)
        near = {person for key in keys_of(mine) for person in by_key.get(key, ())}
        if near and number not in out_of_archives:
            one = match(mine, [(person, known[person]) for person in sorted(near)])
            if one.verdict is not Verdict.OTHER:
                found[number] = one
    return found


def _plan_anew(file: FilePlan, since: Since, found: Mapping[int, Match[PersonId]]) -> int:
    again = 0
    for entry in file.entries:
        if one := found.get(entry.whom):
            again += _is_about(entry, one, since)
        elif entry.whom in since.gone and entry.comes_in and not entry.is_new:
            entry.fate, entry.choice, entry.adds, entry.differs = Fate.UNCLEAR, Choice.LEAVE_OUT, (), ()
            again += 1
    if again:
        file.count_again()
    return again


def _is_about(entry: PlannedEntry, one: Match[PersonId], since: Since) -> bool:
    """Whether an entry about somebody new, who is here by now, does something else; what was said of it holds."""
    assert one.whom is not None, "whoever is not somebody else is somebody"
    entry.whom = one.whom
    if entry.fate is Fate.UNCLEAR:
        return False
    entry.clues, entry.fitting, entry.stays_closed = one.clues, one.fitting, None
    if one.verdict is Verdict.SAME:
        before = since.here[one.whom]
        entry.adds = differing(before, merge_update(before, entry.incoming))
        entry.differs = says_otherwise(before, entry.incoming)
        entry.fate = Fate.UPDATE if entry.adds else Fate.SAME
    else:
        entry.fate, entry.choice, entry.adds, entry.differs = Fate.UNCLEAR, Choice.LEAVE_OUT, (), ()
    return True

"""How long it takes to find who is here twice: from an open data file to groups with their evidence."""

from __future__ import annotations

import gc
import math
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from otnet_desktop.domain.duplicates.marks import keys
from otnet_desktop.domain.people import ContactKind, ContactPoint, Profile
from otnet_desktop.services.clock import FixedClock
from otnet_desktop.services.workspace import Workspace, open_workspace
from otnet_desktop.store.people import NewPerson
from tests.benchmarks.dataset import NOW, profiles
from tests.benchmarks.report import Line, at_most, number

FEW, MANY = 5_000, 100_000
ROUNDS = 5
ONE_IN = 20
"""Of so many people one is here twice."""


def measure() -> Iterator[Line]:
    """Both sizes, and how the time grows from one to the other."""
    took: dict[int, float] = {}
    for count, rounds, limit in ((FEW, ROUNDS, 1.0), (MANY, 1, 30.0)):
        with tempfile.TemporaryDirectory() as folder:
            workspace = open_workspace(Path(folder), FixedClock(NOW), lambda: ZoneInfo("UTC"))
            try:
                fill(workspace, count)
                bare = statistics.median(seconds_to_read(workspace) for _ in range(rounds))
                told = [seconds_to_find(workspace) for _ in range(rounds)]
                took[count] = statistics.median(seconds for seconds, _groups in told)
                note = f" ({number(took[count] / bare)} x reading them; {told[0][1]:,} groups)"
                yield at_most(f"who is here twice among {count:,}", took[count], limit, " s", note)
            finally:
                workspace.close()
    exponent = math.log(took[MANY] / took[FEW]) / math.log(MANY / FEW)
    yield at_most(f"exponent from {FEW:,} to {MANY:,} people", exponent, 1.15, "")


def fill(workspace: Workspace, count: int) -> None:
    """People as they might be, and copies of some as another address book has them."""
    chance = random.Random(count)
    everybody = list(profiles(count - count // ONE_IN, 0, chance, brief=False))
    everybody += [copied(profile, chance) for profile in chance.sample(everybody, count // ONE_IN)]
    with workspace.store.transaction():
        newcomers = [NewPerson(f"p{n}", profile, keys(profile)) for n, profile in enumerate(everybody)]
        workspace.store.people.add(newcomers, NOW)


def copied(profile: Profile, chance: random.Random) -> Profile:
    """The same person with one address, in capitals, and letters after the name."""
    point = chance.choice(profile.contact_points)
    value = point.value.upper() if point.kind is ContactKind.EMAIL else point.value.replace(" ", "-")
    return replace(
        profile,
        family=f"{profile.family.upper()}, OTR/L",
        contact_points=(ContactPoint(point.kind, value),),
        affiliations=(),
        note="",
        uid="",
    )


def seconds_to_read(workspace: Workspace) -> float:
    """Everybody read as lean as for comparing."""
    gc.collect()
    began = time.perf_counter()
    for _person, _profile in workspace.store.known_by.everybody():
        pass
    return time.perf_counter() - began


def seconds_to_find(workspace: Workspace) -> tuple[float, int]:
    """Everybody read, compared and grouped; how many groups."""
    gc.collect()
    began = time.perf_counter()
    found = workspace.duplicates.find()
    return time.perf_counter() - began, len(found.twins)

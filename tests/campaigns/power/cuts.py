"""Cuts the power of a recorded process at random moments."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns.power.log import Op
from tests.campaigns.power.recorder import Recording


@dataclass(frozen=True)
class Cut:
    """The recorded folder as it is found when the power is back.

    ``marked`` was told before; ``to_come`` was not told yet, though the first of it may have been done.
    """

    folder: Path
    record: int
    marked: tuple[str, ...]
    to_come: tuple[str, ...]

    def may_be(self, what: str) -> set[str]:
        """What the last mark that begins with this word said, and the next one: either may be found."""
        before, after = (
            [told[len(what) + 1 :] for told in marks if told.startswith(f"{what} ")]
            for marks in (self.marked, self.to_come)
        )
        return {*before[-1:], *after[:1]}


def power_cuts(
    recording: Recording, count: int, beside: Path, *, last: int | None = None, seed: int = 20260318
) -> Iterator[Cut]:
    """So many power cuts, in the order of time; each folder is there until the next is asked for.

    ``last`` looks only at so many records, from the end.
    """
    chance = random.Random(seed)
    numbered = [*enumerate((record.op for record in recording.records), 1)][-(last or 0) :]
    moments = [
        [at for at, op in numbered if op is Op.MARK],  # when it matters most
        [at for at, op in numbered if op not in (Op.MARK, Op.WRITE)],  # few, and everything hangs on them
        [at for at, op in numbered if op is Op.WRITE],
    ]
    kinds = [kind for kind in moments if kind]
    chosen = sorted(chance.choice(kinds[number % len(kinds)]) for number in range(count))
    marks, disk, done = recording.marks, recording.disk, 0
    for number, moment in enumerate(chosen):
        while done < moment:
            disk.follow(recording.records[done])
            done += 1
        folder = beside / f"cut-{number}"
        disk.after_cut(chance, folder)
        heard = len(disk.marks)
        yield Cut(folder, moment, tuple(disk.marks), tuple(marks[heard:]))
        shutil.rmtree(folder, ignore_errors=True)

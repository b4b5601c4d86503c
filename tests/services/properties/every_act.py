"""All acts together, and lives of them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.services.properties.lives import Act, Life
from tests.services.properties.meeting_acts import MEETINGS, PROMISES
from tests.services.properties.people_acts import HOMEWORK, PEOPLE, STATUS, TRASH, add_person, remove_person
from tests.services.properties.program_acts import FILES, HISTORY, LIST, PROGRAM
from tests.services.properties.writing_acts import SAYS_SENT, WRITING

EVERY_ACT: tuple[Act, ...] = (
    *MEETINGS, *SAYS_SENT, *WRITING, *LIST, *PROMISES, *HISTORY, *HOMEWORK, *PEOPLE, *STATUS, *FILES, *PROGRAM,
    *TRASH, add_person, remove_person,
)  # fmt: skip


def live(life: Life, acts: tuple[Act, ...] = EVERY_ACT, most: int = 20) -> None:
    """Some people, then several of these acts."""
    for _ in range(life.one(1, 2, 3)):
        add_person(life)
    for _ in range(life.draw(st.integers(min(5, most), most))):
        life.does(*acts)

"""Tasks in notes are found and turned where they stand."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.task_lists import tasks_in, turned

NOTES = """# Before I write

- [ ] read the guide
  * [x] find the talk
1. [X] check the name
> - [ ] ask Bo

```
- [ ] no task, but code
```
- [] no task
- [ ]
text [ ] none
+ [ ] last
"""


def test_each_task_is_found_with_its_mark() -> None:
    assert [task.done for task in tasks_in(NOTES)] == [False, True, True, False, False]
    assert all(NOTES[task.position - 1] == "[" for task in tasks_in(NOTES))


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (0, "- [ ] read", "- [x] read"),
        (1, "  * [x] find", "  * [ ] find"),
        (2, "1. [X] check", "1. [ ] check"),
        (4, "+ [ ] last", "+ [x] last"),
    ],
)
def test_turning_one_leaves_all_else(number: int, before: str, after: str) -> None:
    assert turned(NOTES, number) == NOTES.replace(before, after)


def test_there_may_be_none() -> None:
    assert tasks_in("") == ()
    with pytest.raises(IndexError):
        turned("- no task", 0)

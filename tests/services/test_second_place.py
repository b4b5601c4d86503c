"""A second place for backups: chosen, caught up with, and told once where it is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.services.second_place import Caught
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.acquaintances import renata
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is in."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def there(stick: Path) -> list[str]:
    return sorted(path.name for path in stick.glob("OTnet backups */*.db"))


def test_without_a_second_place_nothing_happens(workspace: Workspace) -> None:
    workspace.care.back_up()
    assert workspace.second_place.standing() is None
    assert workspace.second_place.catch_up() == Caught()


def test_what_there_is_goes_there_at_once_and_what_comes_later(
    workspace: Workspace, stick: Path, clock: SettableClock
) -> None:
    path, _note = workspace.care.back_up()
    workspace.second_place.choose(stick)
    assert there(stick) == [path.name]
    clock.advance(days=1)
    renata(workspace)
    workspace.care.back_up_if_due()
    assert workspace.second_place.catch_up() == Caught()
    assert len(there(stick)) == 2
    standing = workspace.second_place.standing()
    assert standing is not None
    assert (standing.place, standing.is_there, standing.newest) == (stick, True, clock.now())


def test_a_place_that_is_gone_is_told_once_even_after_a_restart(
    workspace: Workspace, stick: Path, clock: SettableClock, tmp_path: Path
) -> None:
    workspace.second_place.choose(stick)
    stick.rename(tmp_path / "drawer")
    assert workspace.second_place.catch_up() == Caught(is_there=False, is_news=True)
    assert workspace.second_place.catch_up() == Caught(is_there=False, is_news=False)
    later = open_workspace(workspace.store.database.path.parent, clock, lambda: BOSTON)
    assert later.second_place.catch_up() == Caught(is_there=False, is_news=False)
    later.close()
    path, _note = workspace.care.back_up()
    (tmp_path / "drawer").rename(stick)
    assert workspace.second_place.catch_up() == Caught()
    assert there(stick) == [path.name]
    shutil.rmtree(stick)
    assert workspace.second_place.catch_up().is_news


def test_where_a_stick_was_put_into_the_tree_nothing_is_written_without_it(workspace: Workspace, stick: Path) -> None:
    workspace.care.back_up()
    workspace.second_place.choose(stick)
    shutil.rmtree(next(stick.iterdir()))
    assert workspace.second_place.catch_up() == Caught(is_there=False, is_news=True)
    assert list(stick.iterdir()) == []


def test_deleting_for_good_reaches_a_place_that_was_away(workspace: Workspace, stick: Path, tmp_path: Path) -> None:
    old, _note = workspace.care.back_up()
    workspace.second_place.choose(stick)
    stick.rename(tmp_path / "drawer")
    workspace.steps.clock.advance(minutes=1)  # type: ignore[attr-defined]
    workspace.care.renew_backups()
    workspace.second_place.purge()
    (tmp_path / "drawer").rename(stick)
    assert there(stick) == [old.name]
    workspace.second_place.catch_up()
    assert there(stick) == [backup.path.name for backup in workspace.care.backups()]
    assert old.name not in there(stick)


def test_a_place_among_the_data_or_none_at_all_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    for place in (workspace.store.database.path.parent, tmp_path / "missing"):
        with pytest.raises(BadInput):
            workspace.second_place.choose(place)
    assert workspace.preferences.current.second_place == ""


def test_the_same_place_chosen_again_keeps_its_folder(workspace: Workspace, stick: Path) -> None:
    path, _note = workspace.care.back_up()
    for _time in range(2):
        workspace.second_place.choose(stick)
    assert there(stick) == [path.name]
    assert len(list(stick.iterdir())) == 1


def test_one_may_do_without_it_again(workspace: Workspace, stick: Path) -> None:
    path, _note = workspace.care.back_up()
    workspace.second_place.choose(stick)
    workspace.second_place.stop()
    assert workspace.second_place.standing() is None
    assert there(stick) == [path.name]


def test_two_data_folders_share_a_place_without_touching_each_other(
    workspace: Workspace, stick: Path, clock: SettableClock, tmp_path: Path
) -> None:
    other = open_workspace(tmp_path / "other", clock, lambda: BOSTON)
    for one in (workspace, other):
        one.care.back_up()
        one.second_place.choose(stick)
    other.close()
    assert len(list(stick.iterdir())) == 2

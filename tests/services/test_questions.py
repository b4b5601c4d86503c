"""The question bank: what ships and one's own, kept, taken out, and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from otnet_desktop.app import resources
from otnet_desktop.domain.errors import BadInput
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.clocks import BOSTON, SettableClock


@pytest.fixture
def workspace(tmp_path: Path, clock: SettableClock) -> Iterator[Workspace]:
    """An empty data folder with everything that ships."""
    opened = open_workspace(tmp_path / "data", clock, lambda: BOSTON, resources.load_material())
    yield opened
    opened.close()


def test_own_questions_stand_behind_those_that_ship(workspace: Workspace) -> None:
    shipped = workspace.questions.banks()["closing"]
    assert workspace.questions.add("closing", "  Whom  else? ") == "Whom else?"
    assert workspace.questions.banks()["closing"] == (*shipped, "Whom else?")
    assert workspace.questions.is_own("closing", "Whom else?")
    assert not workspace.questions.is_own("closing", shipped[0])
    workspace.questions.remove("closing", "Whom else?")
    assert workspace.questions.banks()["closing"] == shipped
    workspace.history.undo()
    assert workspace.questions.banks()["closing"] == (*shipped, "Whom else?")


def test_own_questions_keep_an_order_of_their_own(workspace: Workspace) -> None:
    for text in ("One?", "Two?", "Three?"):
        workspace.questions.add("closing", text)
    workspace.questions.add("opening", "Elsewhere?")
    workspace.questions.move("closing", "Three?", 0)
    workspace.questions.add("closing", "Four?")
    assert workspace.questions.own("closing") == ["Three?", "One?", "Two?", "Four?"]
    assert workspace.questions.banks()["closing"][-4:] == ("Three?", "One?", "Two?", "Four?")
    workspace.history.undo()
    assert workspace.history.undo() == "Move a question"
    assert workspace.questions.own("closing") == ["One?", "Two?", "Three?"]
    assert workspace.care.check() == []


def test_nothing_and_the_same_again_are_refused(workspace: Workspace) -> None:
    shipped = workspace.questions.banks()["opening"][0]
    for text in ("  ", shipped.upper()):
        with pytest.raises(BadInput):
            workspace.questions.add("opening", text)


def test_banks_with_a_purpose_are_called_by_it(workspace: Workspace) -> None:
    names = workspace.questions.names()
    assert names["setting_info"] == "Learn about a setting"
    assert not {"opening", "group", "closing"} & set(names)

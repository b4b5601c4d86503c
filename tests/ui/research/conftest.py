"""For tests of homework: the page of somebody one has just added."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.person_pane import PersonPane
from tests.factories import profile


@pytest.fixture
def ada(workspace: Workspace) -> PersonId:
    """Somebody."""
    return workspace.people.add(profile("Ada Lin")).id


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, bridge: Bridge, intents: Intents, ada: PersonId) -> PersonPane:
    """Her page."""
    made = PersonPane(workspace, bridge, intents)
    qtbot.addWidget(made)
    made.show()
    made.show_person(ada)
    return made

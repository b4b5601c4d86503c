"""The panes of the real window. Imported after the first frame."""

from __future__ import annotations

from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.bridge import Bridge
from otnet_desktop.ui.followups.follow_up_tray import FollowUpTray
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.meeting_desk import MeetingDesk
from otnet_desktop.ui.outreach.log_desk import LogDesk
from otnet_desktop.ui.outreach.writing_desk import WritingDesk
from otnet_desktop.ui.panes import Panes
from otnet_desktop.ui.people.person_pane import PersonPane
from otnet_desktop.ui.person_place import PersonPlace
from otnet_desktop.ui.places import compass_place, journey_place
from otnet_desktop.ui.timeline.everyone_page import EveryonePage
from otnet_desktop.ui.timeline.timeline_pane import TimelinePane


def real_panes() -> Panes:
    """How to make each of them."""
    return Panes(
        person=_person,
        timeline=TimelinePane,
        everyone=EveryonePage,
        follow_ups=FollowUpTray,
        compass=compass_place,
        journey=journey_place,
    )


def _person(workspace: Workspace, bridge: Bridge, intents: Intents) -> PersonPlace:
    place = PersonPlace(PersonPane(workspace, bridge, intents), intents)
    MeetingDesk(workspace, bridge, intents, place)
    LogDesk(workspace, intents, place)
    WritingDesk(workspace, bridge, intents, place)
    return place

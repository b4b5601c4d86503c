"""When and where a meeting is, with whom, and what may be changed about it.

Public: ``FactsCard(workspace, intents)`` with ``show_meeting(meeting, title)``.
"""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.meetings import Meeting, MeetingKind, MeetingState
from otnet_desktop.domain.people import PersonId
from otnet_desktop.services.people import known_zone
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.both_zones import city, said_span
from otnet_desktop.ui.meetings.calendar_menu import CalendarMenu
from otnet_desktop.ui.meetings.meeting_deeds import MeetingDeeds, sides
from otnet_desktop.ui.theme.icons import dress
from otnet_desktop.ui.theme.literal import caption, literal_tip, one_line
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.metrics import STEP
from otnet_desktop.ui.theme.tokens import Role
from otnet_desktop.ui.timeline.meeting_words import CALLED_OFF
from otnet_desktop.ui.widgets.buttons import plain_button, with_menu
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.links import is_allowed
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel
from otnet_desktop.ui.widgets.tab_order import tab_before


class FactsCard(Card):
    """What was agreed."""

    def __init__(self, workspace: Workspace, intents: Intents, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("When and where"))
        self._workspace = workspace
        self._intents = intents
        self._deeds = MeetingDeeds(workspace, intents, self)
        self._meeting: Meeting | None = None
        self._mine = PlainLabel(selectable=True)
        self._theirs = PlainLabel(tone="soft", selectable=True)
        self._place = PlainLabel(selectable=True)
        self._link = LinkButton()
        self._unsafe = PlainLabel(tone="soft", selectable=True)
        self.mentoring = QCheckBox(self.tr("Counts as mentoring"))
        self.mentoring.toggled.connect(self._count)  # a screen reader toggles without a click
        self._people = QWidget()
        self._people_flow = FlowLayout(self._people, spacing=3 * STEP)
        self._buttons: list[QPushButton] = []
        self._rows: dict[QWidget, QWidget] = {}
        for icon_name, name, widgets in (
            ("clock", self.tr("When"), (self._mine,)),
            ("globe", self.tr("When it is there"), (self._theirs,)),
            ("pin", self.tr("Where"), (self._place,)),
            ("link", self.tr("Link"), (self._link, self._unsafe)),
            ("people", self.tr("With whom"), (self._people,)),
        ):
            self._add_row(icon_name, name, widgets)
        self.body.addWidget(self.mentoring)
        self._change = QWidget()
        flow = FlowLayout(self._change)
        self._move = plain_button(self.tr("Move or change…"), "calendar")
        self._move.clicked.connect(self._move_it)
        self._off = with_menu(plain_button(self.tr("Call it off")), self._off_menu())
        flow.addWidget(self._move)
        flow.addWidget(self._off)
        self._calendar_menu = CalendarMenu(workspace, intents, self)
        self._calendar = with_menu(plain_button(self.tr("For my calendar")), self._calendar_menu)
        flow.addWidget(self._calendar)
        self.body.addWidget(self._change)

    def _add_row(self, icon_name: str, name: str, widgets: tuple[QWidget, ...]) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        picture = QLabel()
        picture.setAccessibleName(name)
        dress(picture, icon_name, Role.SOFT, drawn=16)
        row.addWidget(picture)
        for widget in widgets:
            row.addWidget(widget, 0 if widget is self._link else 1)
            self._rows[widget] = holder
        if self._link in widgets:
            row.addStretch(1)
        self.body.addWidget(holder)

    def _off_menu(self) -> QMenu:
        menu = QMenu(self)
        for side, text in sides().items():
            menu.addAction(text).setData(side.value)
        menu.triggered.connect(self._call_off)
        return menu

    def show_meeting(self, meeting: Meeting, title: str) -> None:
        """Show what holds now; ``title`` is how it is called in a calendar."""
        self._meeting = meeting
        self._calendar_menu.show_meeting(meeting, title)
        plan, zone = meeting.plan, self._workspace.preferences.timing().zone
        theirs = known_zone(plan.their_zone)
        elsewhere = (
            theirs is not None and plan.start.astimezone(theirs).utcoffset() != plan.start.astimezone(zone).utcoffset()
        )
        self._mine.setText(said_span(plan.start, plan.end, zone))
        if theirs is not None and elsewhere:
            there = self.tr("In {city}: {times}")
            self._theirs.setText(there.format(city=city(theirs), times=said_span(plan.start, plan.end, theirs)))
        self._rows[self._theirs].setVisible(elsewhere)
        self._place.setText(plan.place)
        self._rows[self._place].setVisible(bool(plan.place))
        self._show_link(plan.link)
        self._show_people(meeting)
        self.mentoring.setVisible(plan.kind is MeetingKind.MEETING and meeting.state not in CALLED_OFF)
        self.mentoring.setChecked(plan.is_mentoring)
        changeable = meeting.state is MeetingState.PLANNED or meeting.state in CALLED_OFF
        self._change.setVisible(changeable and plan.kind is MeetingKind.MEETING)
        self._move.setText(
            self.tr("Agree on a new time…") if meeting.state in CALLED_OFF else self.tr("Move or change…")
        )
        self._off.setVisible(meeting.state is MeetingState.PLANNED)

    def first_field(self) -> QWidget:
        """What one does about a meeting that was called off: agree on a new time."""
        return self._move

    def _show_link(self, link: str) -> None:
        """A link one can press only if it is one of the web; anything else is shown as text."""
        safe = is_allowed(link)
        self._rows[self._link].setVisible(bool(link))
        self._link.setVisible(safe)
        self._unsafe.setVisible(bool(link) and not safe)
        self._link.show_link(link, link)
        self._unsafe.setText(link)

    def _show_people(self, meeting: Meeting) -> None:
        for button in self._buttons:
            self._people_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._person_button(person) for person in meeting.plan.people]
        for button in self._buttons:
            self._people_flow.addWidget(button)
        tab_before(self.mentoring, self._buttons)

    def _person_button(self, person: PersonId) -> QPushButton:
        name = one_line(self._workspace.people.get(person).profile.full_name)
        shown = look().metrics.shorten(name)
        button = QPushButton(caption(shown))
        button.setToolTip(literal_tip(name) if shown != name else "")
        button.setAutoDefault(False)
        button.setProperty("kind", "link")
        button.setAccessibleName(self.tr("Show {name}").format(name=name))
        button.setProperty("person", int(person))
        button.clicked.connect(self._show_person)
        return button

    def _show_person(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self._intents.person_wanted.emit(int(button.property("person")))

    def _count(self, counts: bool) -> None:
        meeting = self._meeting
        if meeting is None or counts is meeting.plan.is_mentoring:
            return
        say = self._workspace.meetings.counts_as_mentoring
        if succeeded(self._intents, lambda: say(meeting.id, counts)):
            told = self.tr("It counts as mentoring") if counts else self.tr("It does not count as mentoring")
            self._intents.undoable.emit(told)
        else:
            self.mentoring.setChecked(meeting.plan.is_mentoring)

    def _move_it(self) -> None:
        if self._meeting is not None:
            self._intents.move_meeting_wanted.emit(self._meeting.id)

    def _call_off(self, action: QAction) -> None:
        if self._meeting is not None:
            self._deeds.cancel(self._meeting, Side(action.data()))

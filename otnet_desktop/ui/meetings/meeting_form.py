"""Book a meeting, or agree on another time and place for one.

Public: ``MeetingForm(workspace, intents, people)`` for a new one, ``MeetingForm(..., meeting=...)`` to move or change
one. What took place already is noted as a meeting that happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from otnet_desktop.domain.facts import MeetingFormat
from otnet_desktop.domain.meetings import Meeting, MeetingPlan
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.wall_time import instant_of
from otnet_desktop.domain.worktime import A_DAY, worktime
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_moment
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.time_fields import TimeFields
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.scheduling.clash_words import clashes
from otnet_desktop.ui.scheduling.reminder_words import said_reminders
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.timeline.meeting_words import named, names_together
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.short_form import ShortForm

USUAL_START = time(10)
"""What a new meeting begins with: late enough for everybody, and changed with one key."""


class MeetingForm(ShortForm):
    """Who, when, how and where."""

    def __init__(
        self,
        workspace: Workspace,
        intents: Intents,
        people: Sequence[PersonId] = (),
        meeting: Meeting | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        set_help(self, "scheduling")
        self._workspace = workspace
        self._intents = intents
        self._meeting = meeting
        plan = meeting.plan if meeting else None
        self._zone = workspace.preferences.timing().zone
        self.people = PeopleField(workspace, self.tr("With whom"))
        self._who = LabelledField(self.tr("With whom"), self.people)
        self.why = WhyLine(workspace)
        self._suggested = timedelta()
        self.times = TimeFields(self._zone, workspace.clock.now().astimezone(self._zone).date())
        self._conflict = PlainLabel(tone="due")
        self._conflict.hide()
        self._reminders = PlainLabel(size=TextSize.CAPTION, tone="soft")
        forms = (
            (MeetingFormat.VIRTUAL.value, self.tr("Video")),
            (MeetingFormat.IN_PERSON.value, self.tr("In person")),
            (MeetingFormat.PHONE.value, self.tr("Phone")),
        )
        self.format = Segmented(self.tr("How you meet"), forms)
        self.place = QLineEdit(plan.place if plan else "")
        self.link = QLineEdit(plan.link if plan else "")
        self.link.setPlaceholderText("https://")
        self.title = QLineEdit(plan.title if plan else "")
        self.mentoring = QCheckBox(self.tr("Counts as mentoring"))
        self.mentoring.setChecked(plan is not None and plan.is_mentoring)
        self.title.setPlaceholderText(self.tr("For example: Visit the sensory path"))
        self._place_field = LabelledField(self.tr("Place"), self.place)
        self._link_field = LabelledField(self.tr("Link"), self.link)
        self._assemble()
        self._begin(people, plan)
        self.times.changed.connect(self._look)
        self.people.changed.connect(self._people_changed)
        self.format.chosen.connect(self._show_where)
        self.format.chosen.connect(self._suggest_length)
        self.format.chosen.connect(self._look)
        self._show_where()
        self._look()
        self.why.show_people(self.people.people())

    def _assemble(self) -> None:
        booking = self._meeting is None
        self.setWindowTitle(self.tr("Book a meeting") if booking else self.tr("Move or change the meeting"))
        self.body.addWidget(self._who)
        self.body.addWidget(self.why)
        self.body.addWidget(self.times)
        self.body.addWidget(self._conflict)
        self.body.addWidget(self._reminders)
        self.body.addWidget(LabelledField(self.tr("How you meet"), self.format))
        self.body.addWidget(self._place_field)
        self.body.addWidget(self._link_field)
        self.body.addWidget(LabelledField(self.tr("Title, if you like"), self.title))
        self.body.addWidget(self.mentoring)
        self.body.addStretch(1)

    def _begin(self, people: Sequence[PersonId], plan: MeetingPlan | None) -> None:
        for person in plan.people if plan else people:
            self.people.choose(person)
        if plan is None:
            start = self._usual_start()
            self._suggested = self._usual_length()
            self.times.show_times(start, start + self._suggested)
            self._guess_their_zone()
            (self.times.day if people else self.people.line).setFocus()
            return
        self.format.choose(plan.format.value)
        self.times.show_times(plan.start, plan.end)
        self.times.show_their_zone(plan.their_zone)
        self._show_zones_of_others()
        self.times.day.setFocus()

    def plan(self) -> MeetingPlan:
        """What the fields say."""
        start, end = self.times.times()
        form = MeetingFormat(self.format.chosen_key())
        theirs = self.times.their_zone()
        return MeetingPlan(
            self.people.people(),
            start,
            end,
            form,
            self.title.text().strip(),
            self.place.text().strip() if form is not MeetingFormat.VIRTUAL else "",
            self.link.text().strip() if form is MeetingFormat.VIRTUAL else "",
            self._zone.key,
            theirs.key if theirs else "",
            is_mentoring=self.mentoring.isChecked(),
        )

    def save(self) -> bool:
        """Book, move, or note what happened. What is missing is said beside its field."""
        self.people.settle()
        if not self._has_people():
            return False
        unready = self.times.unready()
        if unready is not None:
            unready.setFocus()
            return False
        plan, meetings = self.plan(), self._workspace.meetings
        if self._meeting is not None:
            number = self._meeting.id
            done = succeeded(self._intents, lambda: meetings.edit(number, plan))
            told = self.tr("The meeting is changed")
        elif self._is_over(plan):
            done = succeeded(self._intents, lambda: meetings.held(plan))
            told = self.tr("Noted: you met")
        else:
            done = succeeded(self._intents, lambda: meetings.book(plan))
            told = self.tr("The meeting is booked")
        if done:
            self._intents.undoable.emit(told)
        return done

    def _has_people(self) -> bool:
        problem = self.people.problem()
        self._who.say(problem, wrong=True)
        if problem:
            self.people.line.setFocus()
        return not problem

    def _people_changed(self) -> None:
        self._who.say("")
        self.why.show_people(self.people.people())
        self._suggest_length()
        self._guess_their_zone()
        self._look()

    def _guess_their_zone(self) -> None:
        """The first person's zone, unless one was written already."""
        zones = self._show_zones_of_others()
        first = zones[0] if zones else None
        if first is not None and first.key != self._zone.key and not self.times.zone.currentText():
            self.times.show_their_zone(first.key)

    def _show_zones_of_others(self) -> list[ZoneInfo | None]:
        """Where everybody is, as far as it is known; those after the first are told beside the first's."""
        known = self._workspace.people
        zones = [known.place(known.get(person).profile).zone for person in self.people.people()]
        self.times.show_others([zone for zone in zones[1:] if zone is not None])
        return zones

    def _look(self) -> None:
        """Say what the times mean: already over, or at the same time as something else."""
        if self.times.unready() is self.times.end:
            self._conflict.hide()
            return
        plan = self.plan()
        if self._is_over(plan):
            if self._meeting is None:
                self.times.say(self.tr("This is over: it will be noted as a meeting that happened."))
            else:
                self.times.say(self.tr("This is in the past. Say how it went instead, or choose another time."))
        over = self._meeting is None and self._is_over(plan)
        booking = self.tr("Note that you met") if over else self.tr("Book")
        self.accept_button.setText(booking if self._meeting is None else self.tr("Keep"))
        found = self._workspace.meetings.conflicts(plan, self._meeting.id if self._meeting else None)
        told = [self._conflict_words(meeting) for meeting in found]
        told += clashes(self._workspace, plan.start, plan.end, plan.people)
        self._conflict.setText(self.tr("At the same time: {meetings}").format(meetings="; ".join(told)))
        self._conflict.setVisible(bool(told))
        self._reminders.setText(said_reminders(self._workspace, plan))
        self._reminders.setVisible(bool(self._reminders.text()))

    def _conflict_words(self, meeting: Meeting) -> str:
        names = names_together(self._names(meeting))
        when = said_moment(meeting.plan.start, self._workspace.clock.now(), self._zone)
        return self.tr("{meeting} with {names}, {when}").format(meeting=named(meeting.plan), names=names, when=when)

    def _names(self, meeting: Meeting | None) -> list[str]:
        people = meeting.plan.people if meeting else ()
        return [self._workspace.people.get(person).profile.full_name for person in people]

    def _show_where(self) -> None:
        form = self.format.chosen_key()
        self._place_field.set_label(self.tr("Number to call") if form == MeetingFormat.PHONE else self.tr("Place"))
        self._place_field.setVisible(form != MeetingFormat.VIRTUAL)
        self._link_field.setVisible(form == MeetingFormat.VIRTUAL)

    def _is_over(self, plan: MeetingPlan) -> bool:
        return plan.end <= self._workspace.clock.now()

    def _usual_length(self) -> timedelta:
        form = MeetingFormat(self.format.chosen_key())
        return self._workspace.research.length_for(self.people.people(), form)

    def _suggest_length(self) -> None:
        """As long as the purpose and the way one meets ask for, unless another length was chosen by hand."""
        start, end = self.times.times()
        length = self._usual_length()
        if self._meeting is None and end - start == self._suggested != length:
            self._suggested = length
            self.times.show_times(start, start + length)

    def _usual_start(self) -> datetime:
        """The next working day, in the morning."""
        rhythm = worktime(self._workspace.preferences.timing())
        day = rhythm.first_business_day(rhythm.day(self._workspace.clock.now()) + A_DAY)
        return instant_of(datetime.combine(day, USUAL_START), self._zone)[0]

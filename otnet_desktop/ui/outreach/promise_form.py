"""Note what was promised, by me or by them, and by when.

Public: ``PromiseForm(workspace, intents, person)`` (0: choose whom).
"""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from otnet_desktop.domain.facts import Side
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.rules.promises import reminded_on, usual_day
from otnet_desktop.domain.worktime import worktime
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.dates import said_day
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.named_day import NamedDay
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.plain_label import PlainLabel
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.short_form import ShortForm


class PromiseForm(ShortForm):
    """One sentence, and a day if there is one."""

    def __init__(self, workspace: Workspace, intents: Intents, person: PersonId, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Note a promise"))
        self.accept_button.setText(self.tr("Note it"))
        self._workspace = workspace
        self._intents = intents
        self.person = PeopleField(workspace, self.tr("To or from whom"), most=1)
        self._who = LabelledField(self.tr("To or from whom"), self.person)
        self.side = Segmented(
            self.tr("Who promised"),
            ((Side.ME.value, self.tr("I promised")), (Side.THEM.value, self.tr("They offered"))),
        )
        self.text = QLineEdit()
        self.text.setPlaceholderText(self.tr("For example: send the article on sensory paths"))
        self._what = LabelledField(self.tr("What"), self.text)
        rhythm, now = worktime(workspace.preferences.timing()), workspace.clock.now()
        self.by = NamedDay(rhythm.day(now), rhythm.day(rhythm.business_days_after(now, 3)))
        self.by.name(self.tr("By a certain day"))
        self.reminded = PlainLabel(size=TextSize.CAPTION, tone="soft")
        for widget in (self._who, self.side, self._what, self.by, self.reminded):
            self.body.addWidget(widget)
        self.side.chosen.connect(self._say_when)
        self.by.changed.connect(self._say_when)
        self._say_when()
        self.body.addStretch(1)
        if person:
            self.person.choose(person)
        (self.text if person else self.person.line).setFocus()

    def _say_when(self) -> None:
        """When one hears of it again, with a day and without."""
        timing = self._workspace.preferences.timing()
        today = worktime(timing).day(self._workspace.clock.now())
        day = self.by.chosen() or usual_day(today, timing)
        on = said_day(reminded_on(Side(self.side.chosen_key()), day, timing), today)
        self.reminded.setText(self.tr("You will be reminded: {day}.").format(day=on))

    def save(self) -> bool:
        """Note it; an empty sentence is asked for."""
        self.person.settle()
        people, text = self.person.people(), self.text.text().strip()
        problem = self.person.problem()
        self._who.say(problem, wrong=True)
        self._what.say("" if text else self.tr("A few words are enough."), wrong=True)
        if problem or not text:
            (self.person.line if problem else self.text).setFocus()
            return False
        day = self.by.chosen()
        side = Side(self.side.chosen_key())
        make = self._workspace.promises.make
        if not succeeded(self._intents, lambda: make(people[0], side, text, day)):
            return False
        self._intents.undoable.emit(self.tr("The promise is noted"))
        return True

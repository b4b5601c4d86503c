"""Log what was said or written elsewhere: a mail, a call, an answer, a chance meeting, an introduction.

Public: ``LogForm(workspace, intents, person)`` (0: choose whom). One Enter logs it, as of now unless said otherwise.
"""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from otnet_desktop.domain.facts import InKind, OutKind
from otnet_desktop.domain.messages import Channel
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.vocabulary import Choice, Choices
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.attempt import succeeded
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.help.on_the_spot import set_help
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.meetings.privacy_hint import PrivacyHint
from otnet_desktop.ui.outreach.log_entry import LogEntry, thanked_before, write_down
from otnet_desktop.ui.outreach.log_kinds import (
    MAY_WAIT,
    NAMES_A_DAY,
    Logged,
    in_words,
    likely_event,
    likely_kind,
    logged_words,
    out_words,
)
from otnet_desktop.ui.outreach.named_day import NamedDay
from otnet_desktop.ui.outreach.past_moment import PastMoment
from otnet_desktop.ui.people.choice_box import ChoiceBox
from otnet_desktop.ui.people.people_field import PeopleField
from otnet_desktop.ui.people.why_line import WhyLine
from otnet_desktop.ui.research.growing_text import GrowingText
from otnet_desktop.ui.timeline.message_words import channel_word
from otnet_desktop.ui.widgets.labelled_field import LabelledField
from otnet_desktop.ui.widgets.short_form import ShortForm


class LogForm(ShortForm):
    """Only the fields that what happened needs."""

    def __init__(self, workspace: Workspace, intents: Intents, person: PersonId, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        set_help(self, "no-and-flexible")
        self.setWindowTitle(self.tr("Log what happened"))
        self.accept_button.setText(self.tr("Log"))
        self._workspace = workspace
        self._intents = intents
        self._said_what = False
        self._may_thank_again = False
        self.person = PeopleField(workspace, self.tr("With whom"), most=1)
        self.why = WhyLine(workspace)
        self.what = _box(logged_words())
        self.sent = _box(out_words())
        self.answer = _box(in_words())
        self.other = PeopleField(workspace, self.tr("To whom"), most=1)
        self.company = PeopleField(workspace, self.tr("Who else was there (not needed)"))
        self.occasion = QLineEdit()
        self.channel = _box(tuple(Choice(way.value, channel_word(way)) for way in Channel))
        self.text = GrowingText(self.tr("In a few words"), self.tr("If you want to remember it"), least=2, most=8)
        self.needs_reply = QCheckBox(self.tr("I wait for an answer"))
        zone = workspace.preferences.timing().zone
        self.when = PastMoment(workspace.clock, zone)
        self.named_day = NamedDay(workspace.clock.now().astimezone(zone).date())
        self._assemble()
        self._begin(person)

    def _assemble(self) -> None:
        self._who = LabelledField(self.tr("With whom"), self.person)
        self._sent = LabelledField(self.tr("What it was"), self.sent)
        self._answer = LabelledField(self.tr("Their answer"), self.answer)
        self._other = LabelledField(self.tr("To whom"), self.other)
        self._company = LabelledField(self.tr("Who else was there (not needed)"), self.company)
        self._event = LabelledField(self.tr("Event or place"), self.occasion)
        self._channel = LabelledField(self.tr("How"), self.channel)
        self._text = LabelledField(self.tr("In a few words"), self.text)
        self.hint = PrivacyHint(self._workspace.privacy)
        self.hint.removed.connect(self._take_out)
        self.text.textChanged.connect(self._look)
        fields: tuple[QWidget, ...] = (
            self._who, self.why, LabelledField(self.tr("What happened"), self.what), self._sent, self._answer,
            self.named_day, self._other, self._company, self._event, self._channel, self._text, self.hint,
            self.needs_reply, self.when,
        )  # fmt: skip
        for field in fields:
            self.body.addWidget(field)
        self.body.addStretch(1)

    def _begin(self, person: PersonId) -> None:
        if person:
            self.person.choose(person)
        self._guess()
        self.person.changed.connect(self._guess)
        self.what.activated.connect(self._heed_what)
        self.answer.activated.connect(self._fit_fields)
        self.sent.activated.connect(self._fit_fields)
        self._fit_fields()
        (self.what if person else self.person.line).setFocus()

    def ask_day(self, answer: InKind) -> None:
        """They gave this answer and named a day; only the day is left to say."""
        self.what.choose(Logged.ANSWERED)
        self.answer.choose(answer)
        self.named_day.is_named.setChecked(True)
        self._heed_what()
        self.named_day.day.setFocus()

    def save(self) -> bool:
        """Log it. What is missing is said beside its field."""
        for field in (self.person, self.other, self.company):
            field.settle()
        entry = self._entry()
        if entry is None or self._asks_again(entry):
            return False
        if not succeeded(self._intents, lambda: write_down(self._workspace, entry)):
            return False
        name = self._workspace.people.get(entry.person).profile.short_name
        self._intents.undoable.emit(self.tr("Logged for {name}").format(name=name))
        return True

    def _asks_again(self, entry: LogEntry) -> bool:
        """A second thank-you is asked about before it is logged; a yes comes back to ``save``."""
        before = None if self._may_thank_again else thanked_before(self._workspace, entry)
        if before is None:
            return False
        occasion, given = before
        question = AgainQuestion(self._workspace, entry.person, occasion, given.how, given, self)
        question.confirmed.connect(self._thank_again)
        question.open()
        return True

    def _thank_again(self) -> None:
        self._may_thank_again = True
        self.accept()

    def _entry(self) -> LogEntry | None:
        """What the fields say; none where something is missing, which is told."""
        at, people, others = self.when.instant(), self.person.people(), self.other.people()
        what = Logged(self.what.code())
        problem = self.person.problem()
        met = what is Logged.MET
        unknown = self.company.problem() if met and self.company.typed() else ""
        to_nobody = what is Logged.INTRODUCED and not others and not self.other.typed()
        self._who.say(problem, wrong=True)
        self._other.say(self.tr("Who was it?") if to_nobody else "", wrong=True)
        self._company.say(unknown, wrong=True)
        wrong = ((problem, self.person), (to_nobody, self.other), (unknown, self.company), (not at, self.when.date))
        if at is None or problem or to_nobody or unknown:
            next(field for is_wrong, field in wrong if is_wrong).setFocus()
            return None
        return LogEntry(
            people[0],
            what,
            at,
            Channel(self.channel.code()),
            OutKind(self.sent.code()),
            InKind(self.answer.code()),
            self.text.toPlainText().strip(),
            self.needs_reply.isChecked() and self.needs_reply.isVisibleTo(self),
            self.named_day.chosen(),
            self.occasion.text().strip(),
            others[0] if others else None,
            self.other.typed(),
            self.company.people() if met else (),
        )

    def _guess(self) -> None:
        """What it most probably was, as things stand with them."""
        people = self.person.people()
        self.why.show_people(people)
        if people:
            outlook = self._workspace.people.outlook(people[0])
            self.sent.choose(likely_kind(outlook))
            if not self._said_what:
                self.what.choose(likely_event(outlook))
            self._who.say("")
        self._fit_fields()

    def _heed_what(self) -> None:
        """From here on nothing is guessed about what happened."""
        self._said_what = True
        self._fit_fields()

    def _look(self) -> None:
        self.hint.look_at(self.text.toPlainText())

    def _take_out(self, texts: list[str]) -> None:
        """Words that may tell who a client is."""
        (text,) = texts
        self.text.setPlainText(text)

    def _fit_fields(self) -> None:
        what = Logged(self.what.code())
        spoke = what in (Logged.WROTE, Logged.CALLED)
        answered = what is Logged.ANSWERED
        self._sent.setVisible(spoke)
        self._answer.setVisible(answered)
        self._other.setVisible(what is Logged.INTRODUCED)
        self._company.setVisible(what is Logged.MET)
        self._event.setVisible(what is Logged.MET)
        self._channel.setVisible(what is Logged.WROTE or answered)
        self._text.setVisible(what is not Logged.INTRODUCED)
        self.needs_reply.setVisible(spoke and OutKind(self.sent.code()) in MAY_WAIT)
        kind = InKind(self.answer.code())
        self.named_day.setVisible(answered and kind in NAMES_A_DAY)
        self.named_day.name(
            self.tr("They are back on") if kind is InKind.OUT_OF_OFFICE else self.tr("They named a day")
        )


def _box(choices: Choices) -> ChoiceBox:
    """A box in which something is always chosen: at first the first."""
    box = ChoiceBox(choices, "")
    box.removeItem(0)
    box.setCurrentIndex(0)
    return box

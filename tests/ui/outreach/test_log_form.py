"""Logging what was said and written elsewhere, and noting promises."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from otnet_desktop.domain import facts as f
from otnet_desktop.domain.messages import Channel, Draft
from otnet_desktop.domain.people import PersonId, Status
from otnet_desktop.domain.reminders import Kind
from otnet_desktop.domain.story import StoryKind
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.ui.followups.again_question import AgainQuestion
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.outreach.log_form import LogForm
from otnet_desktop.ui.outreach.log_kinds import Logged
from otnet_desktop.ui.outreach.promise_form import PromiseForm
from otnet_desktop.ui.people.choice_box import ChoiceBox
from tests.services.clocks import SettableClock
from tests.ui.network import add, boston, met


@pytest.fixture
def renata(workspace: Workspace) -> PersonId:
    return add(workspace, "Renata Okafor")


@pytest.fixture
def form(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> LogForm:
    return opened(qtbot, LogForm(workspace, intents, renata))


def opened(qtbot: QtBot, made: LogForm) -> LogForm:
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    return made


def choose(box: ChoiceBox, code: str) -> None:
    box.choose(code)
    box.activated.emit(box.currentIndex())


def kinds_due(workspace: Workspace, person: PersonId) -> list[Kind]:
    return [reminder.kind for reminder in workspace.people.outlook(person).reminders]


def test_one_enter_logs_what_is_most_likely(
    qtbot: QtBot, form: LogForm, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    with qtbot.waitSignal(intents.undoable) as told:
        QTest.keyClick(form.what, Qt.Key.Key_Return)
    assert told.args == ["Logged for Renata"]
    (message,) = workspace.outreach.of(renata)
    assert (message.kind, message.channel, message.at) == (f.OutKind.INTRO, Channel.EMAIL, workspace.clock.now())
    assert kinds_due(workspace, renata) == [Kind.FOLLOW_UP]
    workspace.history.undo()
    assert workspace.outreach.of(renata) == []


def test_it_knows_what_one_probably_wrote(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO))
    assert opened(qtbot, LogForm(workspace, intents, renata)).sent.code() == f.OutKind.NUDGE


def test_where_an_answer_is_awaited_it_begins_with_the_answer(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(renata, f.OutKind.INTRO))
    form = opened(qtbot, LogForm(workspace, intents, renata))
    assert form.what.code() == Logged.ANSWERED
    assert form.answer.isVisible()
    choose(form.what, Logged.CALLED)
    form.person.changed.emit()
    assert form.what.code() == Logged.CALLED


def test_after_times_were_offered_it_begins_with_the_answer(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.outreach.log_sent(Draft(renata, f.OutKind.SLOTS))
    form = opened(qtbot, LogForm(workspace, intents, renata))
    assert form.what.code() == Logged.ANSWERED


def test_an_earlier_time_is_kept_and_the_future_is_refused_beside_the_field(
    form: LogForm, workspace: Workspace, renata: PersonId
) -> None:
    form.when.hour.show_time(time(10, 1))
    assert not form.save()
    assert form.when.said == "That is in the future. Log it once it has happened."
    assert workspace.outreach.of(renata) == []
    form.when.date.show_day(date(2026, 3, 16))
    form.when.hour.show_time(time(16, 5))
    assert form.save()
    assert workspace.outreach.of(renata)[0].at == boston("2026-03-16T16:05")


def test_left_as_it_was_the_time_is_that_of_the_press(
    form: LogForm, workspace: Workspace, clock: SettableClock, renata: PersonId
) -> None:
    clock.advance(minutes=3, seconds=20)
    assert form.save()
    assert workspace.outreach.of(renata)[0].at == clock.now()


def test_a_call_needs_no_channel(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    choose(form.what, Logged.CALLED)
    choose(form.sent, f.OutKind.REPLY)
    assert not form._channel.isVisible()
    form.text.setPlainText("About Thursday")
    form.needs_reply.setChecked(True)
    assert form.save()
    (message,) = workspace.outreach.of(renata)
    assert (message.channel, message.body, message.needs_reply) == (Channel.PHONE, "About Thursday", True)


def test_a_tick_that_is_not_shown_counts_for_nothing(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    choose(form.sent, f.OutKind.OTHER)
    form.needs_reply.setChecked(True)
    choose(form.sent, f.OutKind.INTRO)
    assert not form.needs_reply.isVisible()
    assert form.save()
    assert not workspace.outreach.of(renata)[0].needs_reply


def test_later_and_out_of_office_keep_the_day(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    for kind, said in ((f.InKind.OUT_OF_OFFICE, "They are back on"), (f.InKind.LATER, "They named a day")):
        workspace.outreach.log_sent(Draft(renata, f.OutKind.ASK))
        form = opened(qtbot, LogForm(workspace, intents, renata))
        choose(form.what, Logged.ANSWERED)
        assert not form.named_day.isVisible()
        choose(form.answer, kind)
        assert form.named_day.is_named.text() == said
        assert not form.named_day.day.isVisible()
        form.named_day.is_named.click()
        form.named_day.day.show_day(date(2026, 5, 4))
        assert form.save()
    fact = [fact for fact in workspace.store.facts.about([renata]) if isinstance(fact, f.Received)]
    assert (fact[0].return_on, fact[0].ask_again_on) == (date(2026, 5, 4), None)
    assert (fact[1].return_on, fact[1].ask_again_on) == (None, date(2026, 5, 4))
    assert kinds_due(workspace, renata) == [Kind.ASK_AGAIN]


def test_whoever_asks_not_to_be_contacted_is_left_in_peace_at_once(
    form: LogForm, workspace: Workspace, renata: PersonId
) -> None:
    choose(form.what, Logged.ANSWERED)
    choose(form.answer, f.InKind.DO_NOT_CONTACT)
    assert form.save()
    assert workspace.people.get(renata).status is Status.DO_NOT_CONTACT
    assert kinds_due(workspace, renata) == []


def test_nothing_written_is_logged_where_writing_is_closed(
    qtbot: QtBot, form: LogForm, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    workspace.people.set_status(renata, Status.DO_NOT_CONTACT, on=True)
    for what in (Logged.WROTE, Logged.CALLED):
        choose(form.what, what)
        with qtbot.waitSignal(intents.failed):
            assert not form.save()
    assert workspace.outreach.of(renata) == []


def test_a_thank_you_counts_for_the_meeting_it_is_for(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T16:00")
    form = opened(qtbot, LogForm(workspace, intents, renata))
    assert form.sent.code() == f.OutKind.THANKS
    choose(form.channel, Channel.CARD)
    assert form.save()
    given = workspace.thanks.given(renata, meeting.ref)
    assert given is not None
    assert given.how is f.ThanksHow.CARD
    assert Kind.THANK_YOU not in kinds_due(workspace, renata)


def test_a_second_thank_you_is_asked_about_first(
    qtbot: QtBot, workspace: Workspace, intents: Intents, clock: SettableClock, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T16:00")
    workspace.thanks.thank([renata], meeting.ref, f.ThanksHow.EMAIL)
    clock.set("2026-03-20T10:00")
    form = opened(qtbot, LogForm(workspace, intents, renata))
    choose(form.sent, f.OutKind.THANKS)
    form.accept_button.click()
    (question,) = form.findChildren(AgainQuestion)
    assert question.text() == "You thanked Renata for this on 18 Mar (e-mail)."
    question.defaultButton().click()
    assert workspace.outreach.of(renata) == []
    assert form.isVisible()

    form.accept_button.click()
    form.findChildren(AgainQuestion)[-1]._again.click()
    (message,) = workspace.outreach.of(renata)
    assert message.kind == f.OutKind.THANKS
    assert not form.isVisible()


def test_thanks_for_something_new_are_not_asked_about(
    qtbot: QtBot, workspace: Workspace, intents: Intents, clock: SettableClock, renata: PersonId
) -> None:
    meeting = met(workspace, renata, start="2026-03-17T16:00")
    workspace.thanks.thank([renata], meeting.ref, f.ThanksHow.EMAIL)
    clock.set("2026-07-20T10:00")
    form = opened(qtbot, LogForm(workspace, intents, renata))
    choose(form.sent, f.OutKind.THANKS)
    assert form.save()


def test_a_chance_meeting_is_logged_with_where_it_was(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    choose(form.what, Logged.MET)
    form.occasion.setText("State conference")
    form.text.setPlainText("Talked about goal banks")
    assert form.save()
    (meeting,) = workspace.meetings.of(renata)
    assert (meeting.plan.event, meeting.kept.notes) == ("State conference", "Talked about goal banks")
    assert meeting.plan.start == workspace.clock.now()


def test_several_met_at_once_are_one_occasion(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    vic = add(workspace, "Vic Lund")
    assert not form.company.isVisible()
    choose(form.what, Logged.MET)
    for name in ("Vic", "Renata"):  # who is there already is counted once
        QTest.keyClicks(form.company.line, name)
        form.company.settle()
    QTest.keyClick(form.occasion, Qt.Key.Key_Return)
    (meeting,) = workspace.meetings.of(vic)
    assert meeting.plan.people == (renata, vic)
    assert [meeting.id] == [other.id for other in workspace.meetings.of(renata)]
    assert kinds_due(workspace, vic) == kinds_due(workspace, renata) == [Kind.THANK_YOU]


def test_who_else_was_there_has_to_be_known(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    choose(form.what, Logged.MET)
    QTest.keyClicks(form.company.line, "Nobody Known")
    QTest.keyClick(form.occasion, Qt.Key.Key_Return)
    assert form.isVisible()
    assert workspace.meetings.of(renata) == []
    choose(form.what, Logged.CALLED)  # not asked there
    QTest.keyClick(form.what, Qt.Key.Key_Return)
    assert not form.isVisible()


def test_an_introduction_adds_whoever_is_new(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    choose(form.what, Logged.INTRODUCED)
    assert not form.save()
    assert form._other.said == "Who was it?"
    form.other.line.setText("Lee Chen, OTR/L")
    assert form.save()
    (hit,) = workspace.roster.find_people("lee chen")
    profile = workspace.people.get(hit.id).profile
    assert (profile.given, profile.family, profile.credentials) == ("Lee", "Chen", ("OTR/L",))
    assert profile.met_via == workspace.people.get(renata).ref
    told = [entry for entry in workspace.story.of(renata) if entry.kind is StoryKind.INTRODUCED]
    assert told[0].values["name"] == "Lee Chen"
    workspace.history.undo()
    assert workspace.roster.find_people("lee chen") == []


def test_an_introduction_knows_who_is_here(form: LogForm, workspace: Workspace, renata: PersonId) -> None:
    lee = add(workspace, "Lee Chen")
    choose(form.what, Logged.INTRODUCED)
    form.other.line.setText("lee chen")
    assert form.save()
    assert len(workspace.roster.find_people("lee")) == 1
    assert workspace.people.get(lee).profile.full_name == "Lee Chen"


def test_without_a_person_it_asks_for_one(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, LogForm(workspace, intents, PersonId(0)))
    assert not form.save()
    assert form._who.said == "Choose a person."


def test_a_promise_is_noted_with_its_day(
    qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId
) -> None:
    form = PromiseForm(workspace, intents, renata)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.open()
    assert not form.save()
    assert form._what.said == "A few words are enough."
    QTest.keyClicks(form.text, "send the article")
    form.by.is_named.click()
    assert form.by.chosen() == date(2026, 3, 23)
    with qtbot.waitSignal(intents.undoable):
        QTest.keyClick(form.text, Qt.Key.Key_Return)
    (promise,) = workspace.promises.of(renata)
    assert (promise.by, promise.text, promise.due_on) == (f.Side.ME, "send the article", date(2026, 3, 23))


def test_it_says_when_one_is_reminded(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    """From Wednesday 18 March, without a day: mine after three business days, theirs five later."""
    form = PromiseForm(workspace, intents, renata)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    said = [form.reminded.text()]
    form.side.choose("them")
    said.append(form.reminded.text())
    form.by.is_named.click()
    form.by.day.show_day(date(2026, 3, 25))
    said.append(form.reminded.text())
    assert said == [f"You will be reminded: {day}." for day in ("Mon", "30 Mar", "1 Apr")]


def test_their_promise_needs_no_day(qtbot: QtBot, workspace: Workspace, intents: Intents, renata: PersonId) -> None:
    form = PromiseForm(workspace, intents, renata)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.side.choose("them")
    form.text.setText("a visit")
    assert form.save()
    (promise,) = workspace.promises.of(renata)
    assert (promise.by, promise.due_on) == (f.Side.THEM, None)


def test_words_that_may_tell_who_a_client_is_are_named_before_they_are_logged(form: LogForm) -> None:
    choose(form.what, Logged.CALLED)
    form.text.setPlainText("Spoke of her client Maria S. on stage")
    assert form.hint.isVisible()
    form.hint._remove.click()
    assert form.text.toPlainText() == "Spoke of her on stage"
    assert not form.hint.isVisible()

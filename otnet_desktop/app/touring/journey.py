"""The main job, step by step: from homework to a thank-you that was sent and is found again.

Public: ``play(stage, say)``. It uses what a person would use, and ends where a person would be stuck.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from otnet_desktop.app.touring.hands import NotThere
from otnet_desktop.app.touring.stage import Stage
from otnet_desktop.domain.letters import first_gap
from otnet_desktop.domain.people import PersonId
from otnet_desktop.ui.actions import Act

Say = Callable[[str], None]

NAME = "Marcus"
POINTS = (
    "Runs the ergonomics programme of a tyre factory",
    "Wrote about job rotation in the spring newsletter",
    "Trained as an OT, then as a safety engineer",
)
TIMES = ("Thursday at noon", "Friday at half past eight")
CHANGE = "plan my first week in a factory"
TAKEAWAY = "Walk the line for a whole shift before you suggest anything"


def play(stage: Stage, say: Say) -> None:
    """Everything in its order."""
    for number, (told, step) in enumerate(STEPS, start=1):
        say(f"{number:2}. {told}")
        for heard in step(stage):
            say(f"    {heard}")


def find_somebody(stage: Stage) -> list[str]:
    """Type a name, press Enter."""
    do(stage, Act.SEARCH)
    stage.hands.write("Search people, notes, meetings", "marcus erg")
    stage.hands.wait_until("Marcus is found", lambda: NAME in shown(stage))
    stage.hands.key(Qt.Key.Key_Return)
    stage.hands.write("Search people, notes, meetings", "")
    stage.picture("found")
    return [shown(stage)]


def do_homework(stage: Stage) -> list[str]:
    """Three key points, each a line and Enter."""
    for point in POINTS:
        stage.hands.write("Add a key point", point)
        stage.hands.key(Qt.Key.Key_Return)
    stage.picture("homework")
    return list(POINTS)


def write(stage: Stage) -> list[str]:
    """The letter that fills itself, with what is missing typed in."""
    do(stage, Act.WRITE)
    fill_gaps(stage, *TIMES)
    stage.picture("letter")
    return [stage.hands.find(QLineEdit, "Subject").text()]


def hand_over(stage: Stage) -> list[str]:
    """To the mail program, which the tour stands in for."""
    before = len(stage.postbox.letters)
    stage.hands.find(QPlainTextEdit, "Text").setFocus()
    stage.hands.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.hands.wait_until("a letter is handed over", lambda: len(stage.postbox.letters) > before)
    stage.come_back()
    stage.picture("handed-over")
    return [f"Caught on its way to the mail program: {stage.postbox.last_subject()}"]


def say_sent(stage: Stage) -> list[str]:
    """Only one's own word makes it sent."""
    stage.hands.press("Sent")
    stage.picture("sent")
    return []


def they_say_yes(stage: Stage) -> list[str]:
    """Noted the next day."""
    told = stage.let_time_pass(local(stage, "2026-03-19T11:00"))
    do(stage, Act.LOG)
    stage.hands.choose("What happened", "They answered")
    stage.hands.choose("Their answer", "Yes")
    stage.picture("answer")
    stage.hands.press("Log")
    return about_them(told)


def book(stage: Stage) -> list[str]:
    """Next Wednesday at ten."""
    do(stage, Act.MEETING)
    stage.hands.write("Day", "25 Mar 2026")
    stage.hands.write("Start", "10")
    stage.picture("booking")
    stage.hands.press("Book")
    stage.picture("booked")
    return []


def meet(stage: Stage) -> list[str]:
    """It took place; one thing to remember."""
    told = stage.let_time_pass(local(stage, "2026-03-25T10:25"))
    (meeting, *_) = stage.workspace.meetings.of(PersonId(stage.window.person))
    stage.window.intents.open_meeting_wanted.emit(meeting.id)
    stage.hands.settle()
    stage.hands.write("Add one sentence to keep (Ctrl+T)", TAKEAWAY)
    stage.hands.key(Qt.Key.Key_Return)
    stage.hands.press("It happened")
    stage.picture("meeting")
    stage.hands.press("Back")
    return about_them(told)


def be_reminded(stage: Stage) -> list[str]:
    """Two hours after the end."""
    told = stage.let_time_pass(local(stage, "2026-03-25T12:20"))
    if not about_them(told):
        raise NotThere(f"No notification asked to thank {NAME}, only {told}.")
    stage.picture("reminder")
    return about_them(told)


def thank(stage: Stage) -> list[str]:
    """A letter that begins with the takeaway."""
    stage.press_notification(NAME)
    fill_gaps(stage, CHANGE)
    body = stage.hands.find(QPlainTextEdit, "Text").toPlainText()
    if TAKEAWAY[5:] not in body:
        raise NotThere("The thank-you does not hold the takeaway.")
    stage.picture("thank-you")
    return [stage.hands.find(QLineEdit, "Subject").text()]


def on_the_page(stage: Stage) -> str:
    """Whose page it is."""
    return stage.workspace.people.get(PersonId(stage.window.person)).profile.full_name


def find_again(stage: Stage) -> list[str]:
    """By a word of the conversation, the next day."""
    stage.let_time_pass(local(stage, "2026-03-26T11:00"))
    do(stage, Act.SEARCH)
    stage.hands.write("Search people, notes, meetings", "whole shift")
    stage.hands.wait_until("Marcus is found by the takeaway", lambda: NAME in shown(stage))
    stage.hands.wait_until("Marcus is on the page", lambda: NAME in on_the_page(stage))
    stage.picture("found-again", small=True)
    return [shown(stage)]


STEPS: tuple[tuple[str, Callable[[Stage], list[str]]], ...] = (
    ("Find somebody in the sample network.", find_somebody),
    ("Homework: three key points about them.", do_homework),
    ("Write: a letter that fills itself.", write),
    ("Hand it over; nothing leaves the tour.", hand_over),
    ("Back again: say that it was sent.", say_sent),
    ("They say yes; log it.", they_say_yes),
    ("Agree on a time.", book),
    ("Meet, keep one takeaway, say that it happened.", meet),
    ("Two hours after the end: be reminded.", be_reminded),
    ("Thank them, with the takeaway.", thank),
    ("Hand the thank-you over.", hand_over),
    ("Say that it was sent.", say_sent),
    ("Find it all again by a word of the conversation.", find_again),
)


def about_them(titles: list[str]) -> list[str]:
    """The notifications about the person of the tour; the rest of the network has its own."""
    return [f"Notification: {title}" for title in titles if NAME in title]


def do(stage: Stage, act: Act) -> None:
    """An action of the menu."""
    stage.life.actions[act].trigger()
    stage.hands.settle()


def shown(stage: Stage) -> str:
    """Who is at the top of the list, as a screen reader says it."""
    index = stage.window.people.view.model().index(0, 0)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def fill_gaps(stage: Stage, *words: str) -> None:
    """Type over every gap of the letter, in order; more gaps than words get the last."""
    left = list(words)
    body = stage.hands.find(QPlainTextEdit, "Text")
    subject = stage.hands.find(QLineEdit, "Subject")
    for field, text in ((subject, subject.text), (body, body.toPlainText)):
        while (gap := first_gap(text())) is not None:
            select(field, *gap)
            stage.hands.type_here(left.pop(0) if len(left) > 1 else left[0])


def select(field: QWidget, start: int, end: int) -> None:
    """Choose a stretch of text in a field."""
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.setSelection(start, end - start)
    elif isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)


def local(stage: Stage, wall: str) -> datetime:
    """A time on the wall of the sample network."""
    return datetime.fromisoformat(wall).replace(tzinfo=stage.zone)

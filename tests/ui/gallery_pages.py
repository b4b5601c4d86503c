"""The pages of the gallery: a window as people see it, and Qt's own controls in our clothes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListView,
    QListWidget,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTabWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from otnet_desktop.ui.theme.metrics import TextSize
from otnet_desktop.ui.theme.palette import Surface, set_surface
from otnet_desktop.ui.theme.tokens import Tone
from otnet_desktop.ui.widgets import person_row, story_row
from otnet_desktop.ui.widgets.accessible_rows import row_data
from otnet_desktop.ui.widgets.buttons import icon_button, plain_button, primary_button, quiet_button
from otnet_desktop.ui.widgets.card import Card
from otnet_desktop.ui.widgets.chip_row import ChipItem, ChipRow
from otnet_desktop.ui.widgets.day_field import DayField
from otnet_desktop.ui.widgets.empty_state import EmptyState
from otnet_desktop.ui.widgets.face import FaceLabel
from otnet_desktop.ui.widgets.fields import number_field
from otnet_desktop.ui.widgets.flow_layout import FlowLayout
from otnet_desktop.ui.widgets.initials import tint_of
from otnet_desktop.ui.widgets.journey_bar import JourneyBar, JourneyStops, StopState
from otnet_desktop.ui.widgets.match import Match
from otnet_desktop.ui.widgets.next_step_card import NextStep, NextStepCard
from otnet_desktop.ui.widgets.person_row import PersonRow, PersonRowDelegate
from otnet_desktop.ui.widgets.plain_label import LinkButton, PlainLabel
from otnet_desktop.ui.widgets.saved_mark import SavedMark
from otnet_desktop.ui.widgets.search_field import SearchField
from otnet_desktop.ui.widgets.segmented import Segmented
from otnet_desktop.ui.widgets.side_rail import SideRail, main_entries
from otnet_desktop.ui.widgets.story_row import StoryRow, StoryRowDelegate
from otnet_desktop.ui.widgets.tag import Tag
from otnet_desktop.ui.widgets.toast import Toast

PEOPLE = (
    PersonRow(1, "Renata Okafor", Tone.ACCENT, "School OT · Larchmont USD", "thank today", Tone.DUE, due=True),
    PersonRow(2, "Tomás Rivera", Tone.BLUE, "Senior OT, stroke · Bayview Rehabilitation", "meet Thu 16:00", Tone.BLUE),
    PersonRow(3, "Hana Kobayashi", Tone.PLUM, "Paediatrics · Larchmont USD", "reply due", Tone.DUE, due=True),
    PersonRow(4, "Priya Shah", Tone.PLUM, "Hand therapist · Tidewater", "waiting 2 d"),
    PersonRow(5, "李小龍", Tone.MOSS, "Ergonomist · FitWork", "homework"),
    PersonRow(
        6, "Amélie Duval-Beauregard de la Tour d’Auvergne", Tone.ACCENT, "Ergothérapeute · CHU Laval", "in touch"
    ),
    PersonRow(7, "", Tone.BLUE, "info@harborcare.example", "new"),
    PersonRow(8, "<img src=x> & Co", Tone.MOSS, "<b>Capstone</b> mentor · HSU", "in touch"),
    PersonRow(
        9,
        "Grace Ndlovu",
        Tone.MOSS,
        "Community team",
        "resting",
        matched=Match("Notes: caseload in spring", ((7, 15),)),
    ),
    PersonRow(10, "דנה לוי", tint_of("dana"), "Home health · Harbor Care", "later, May"),
)


class People(QAbstractListModel):
    """Rows for the list."""

    rows: Sequence[Any] = PEOPLE
    spoken: Callable[[Any], str] = staticmethod(person_row.spoken)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        said = type(self).spoken(row)
        return row_data(role, said, said, "", row)


def people_view() -> QTableView:
    """The contact list as its pane builds it."""
    view = QTableView()
    view.setAccessibleName("People")
    view.setModel(People(view))
    delegate = PersonRowDelegate(view)
    view.setItemDelegate(delegate)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(delegate.row_height())
    view.setShowGrid(False)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setCurrentIndex(view.model().index(0, 0))
    return view


STORY = (
    StoryRow(
        "4", "Visit the sensory path", "in-person", Tone.BLUE, "Thu 26 March, 15:30 · 3 of 5 prepared", future=True
    ),
    StoryRow("d", "Today, 20 March", is_divider=True),
    StoryRow(
        "3",
        "Video call, 30 minutes",
        "video",
        Tone.ACCENT,
        "Yesterday 16:00 · notes with consent",
        "Start with one classroom you can visit weekly, and write down what surprises you.",
    ),
    StoryRow("2", "She said yes", "mail", Tone.BLUE, "12 March, after one gentle nudge"),
    StoryRow("1", "First mail <img src=x>", "mail", Tone.PLUM, "3 March · 82 words"),
)


class Story(People):
    """Entries of the timeline."""

    rows = STORY
    spoken = staticmethod(story_row.spoken)


def story_view() -> QListView:
    """The meeting timeline as its pane builds it."""
    view = QListView()
    view.setAccessibleName("Meetings")
    view.setModel(Story(view))
    view.setItemDelegate(StoryRowDelegate(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def window_page() -> QWidget:
    """The panes of the main window."""
    page = QWidget()
    whole = QVBoxLayout(page)
    whole.setSpacing(0)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(_top_bar())
    columns = QHBoxLayout()
    whole.addLayout(columns, 1)
    columns.addWidget(SideRail("Places", main_entries()))
    columns.addWidget(_list_pane(), 4)
    columns.addWidget(_person_pane(), 6)
    columns.addWidget(_story_pane(), 3)
    toast = Toast()
    whole.addWidget(toast)
    page.show()
    page.resize(1280, 800)
    toast.tell("Renata Okafor was archived.")
    return page


def _top_bar() -> QWidget:
    bar = QWidget()
    set_surface(bar, Surface.SIDE)
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 8, 12, 8)
    for button in (primary_button("Person", "plus"), plain_button("Log…", "log"), plain_button("Import…", "import")):
        row.addWidget(button)
    row.addStretch(1)
    search = SearchField("Search people, notes, meetings", "Ctrl+F")
    search.setMinimumWidth(380)
    row.addWidget(search, 2)
    row.addStretch(1)
    row.addWidget(plain_button("Today: 3", "bell"))
    return bar


def _story_pane() -> QWidget:
    pane = QWidget()
    set_surface(pane, Surface.PANEL)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 12, 0, 0)
    head = QHBoxLayout()
    head.setContentsMargins(12, 0, 12, 0)
    head.addWidget(PlainLabel("Meetings", TextSize.TITLE), 1)
    head.addWidget(Segmented("Whose meetings", (("person", "Renata"), ("all", "Everyone"))))
    column.addLayout(head)
    column.addWidget(story_view())
    return pane


def empty_page() -> QWidget:
    """Panes with nothing to show."""
    page = QWidget()
    columns = QHBoxLayout(page)
    empty = EmptyState("timeline", "Nothing has happened yet", "Mails, calls and meetings appear here by themselves.")
    empty.add_button("Plan a meeting", primary=True, icon_name="calendar")
    empty.add_button("Log what happened", icon_name="log")
    set_surface(empty, Surface.PANEL)
    columns.addWidget(empty)
    nobody = EmptyState("search", "Nobody matches “hipotherapy”", "Try fewer letters, or add this person.")
    nobody.add_button("Add a person", icon_name="add-person")
    columns.addWidget(nobody)
    return page


def _list_pane() -> QWidget:
    pane = QWidget()
    set_surface(pane, Surface.PANEL)
    chips = ChipRow("Filters", exclusive=True)
    chips.show_items(
        (
            ChipItem("all", "All", 60),
            ChipItem("due", "Due", 3),
            ChipItem("waiting", "Waiting", 4),
            ChipItem("r", "Resting"),
        )
    )
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 12, 0, 0)
    inner = QHBoxLayout()
    inner.setContentsMargins(12, 0, 12, 0)
    inner.addWidget(chips)
    column.addLayout(inner)
    view = people_view()
    column.addWidget(view, 1)
    view.setFocus()
    return pane


def _person_pane() -> QWidget:
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(16)
    head = QHBoxLayout()
    face = FaceLabel()
    face.show_person("Renata Okafor, OTR/L", Tone.ACCENT)
    names = QVBoxLayout()
    names.setSpacing(2)
    names.addWidget(PlainLabel("Renata Okafor, OTR/L", TextSize.HEADING))
    names.addWidget(PlainLabel("School occupational therapist · Larchmont Unified · 10:14 there", tone="soft"))
    links = FlowLayout()
    links.addWidget(LinkButton("renata@larchmontusd.example.org", "mailto:renata@larchmontusd.example.org"))
    links.addWidget(LinkButton("+1 555 0142", "tel:+15550142"))
    names.addLayout(links)
    head.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
    head.addLayout(names, 1)
    column.addLayout(head)
    bar = JourneyBar()
    done = StopState.DONE
    bar.show_stops(JourneyStops(done, done, done, StopState.DUE))
    column.addWidget(bar)
    step = NextStepCard()
    step.show_step(
        NextStep(
            "Thank Renata for yesterday",
            "You met for 30 minutes. A short note today is perfect.",
            "today 18:30",
            "Write thank-you",
            (("hour", "In an hour"), ("tomorrow", "Tomorrow")),
            due=True,
        )
    )
    column.addWidget(step)
    purpose = Card("What I hope to learn", "Learn about a setting")
    purpose.body.addWidget(
        PlainLabel("How push-in and pull-out services work in a large district, before I choose my Level II.")
    )
    column.addWidget(purpose)
    notes = Card("Research notes", "3 key points · that is enough")
    mark = SavedMark()
    mark.show_saved()
    notes.add_to_title(mark)
    notes.body.addWidget(PlainLabel("Supervises two Level II students a year"))
    notes.body.addWidget(PlainLabel("LinkedIn, 2 Mar", TextSize.CAPTION, "soft"))
    column.addWidget(notes)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setWidget(pane)
    return scroll


def controls_page() -> QWidget:
    """Qt's own controls in our clothes."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(24, 24, 24, 24)
    buttons = QHBoxLayout()
    for button in (
        primary_button("Person", "plus"),
        plain_button("Import…", "import"),
        quiet_button("Not now"),
        plain_button("Log…"),
        QPushButton("Disabled"),
        icon_button("more", "More"),
        icon_button("settings", "Settings"),
    ):
        button.setDisabled(button.text() == "Disabled")
        buttons.addWidget(button)
    buttons.addStretch(1)
    grid.addLayout(buttons, 0, 0, 1, 2)
    fields = QGroupBox("Fields")
    column = QVBoxLayout(fields)
    line = QLineEdit()
    line.setPlaceholderText("Search people, notes, meetings")
    combo = QComboBox()
    combo.addItems(["Learn about a setting", "Ask for a placement"])
    day = DayField("Day", date(2026, 3, 20))
    text = QTextEdit("Ask about caseload in spring.")
    for widget in (
        line,
        QLineEdit("renata@larchmontusd.example.org"),
        combo,
        day,
        number_field("Minutes", 5, 120),
        text,
    ):
        column.addWidget(widget)
    grid.addWidget(fields, 1, 0)
    choices = QGroupBox("Choices")
    column = QVBoxLayout(choices)
    check = QCheckBox("Notes with consent")
    check.setChecked(True)
    part = QCheckBox("Some")
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    radio = QRadioButton("By video")
    radio.setChecked(True)
    progress = QProgressBar()
    progress.setValue(40)
    for choice in (check, part, QCheckBox("Off"), radio, QRadioButton("In person"), progress):
        column.addWidget(choice)
    tags = QHBoxLayout()
    for tone in Tone:
        tags.addWidget(Tag(f"{tone.value} pill", tone))
    column.addLayout(tags)
    column.addWidget(LinkButton("https://larchmontusd.example.org", "https://larchmontusd.example.org"))
    grid.addWidget(choices, 1, 1)
    tabs = QTabWidget()
    names = QListWidget()
    names.addItems([f"Row {number}" for number in range(30)])
    names.setCurrentRow(1)
    tabs.addTab(names, "General")
    tabs.addTab(QWidget(), "Reminders")
    grid.addWidget(tabs, 2, 0, 1, 2)
    return page

"""Adding and editing people: nothing lost, nothing blocked for style."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from otnet_desktop.domain.people import (
    Affiliation,
    ContactKind,
    ContactPoint,
    ContactState,
    Person,
    Profile,
)
from otnet_desktop.services.workspace import Workspace
from otnet_desktop.store.people import NewPerson
from otnet_desktop.ui.intents import Intents
from otnet_desktop.ui.people.moved_form import MovedForm
from otnet_desktop.ui.people.name_fields import renamed
from otnet_desktop.ui.people.person_form import PersonForm
from otnet_desktop.ui.people.person_forms import PersonForms
from tests.factories import profile, school_ot

EVERYTHING = Profile(
    given="Renata",
    family="Núñez",
    display="Renata Núñez",
    middle="M.",
    prefix="Dr.",
    suffix="III",
    nickname="Rena",
    say_it_like="reh-NAH-tah",
    pronouns="she/her",
    credentials=("OTR/L", "X, with a comma"),
    role="clinician",
    practice_areas=("Children & Youth", "Neuro, adult"),
    nucc=("225XP0200X", "225XS0800X"),
    languages=("English", "español"),
    zone="W. Europe Standard Time",
    birthday="April",
    how_met="At the state conference",
    met_via="p-someone",
    event="AOTA 2026",
    tags=("alumni", "mentor; really"),
    contact_points=(
        ContactPoint(ContactKind.EMAIL, " renata(at)example ", "WORK", primary=True),
        ContactPoint(ContactKind.EMAIL, "old@example.org", state=ContactState.BOUNCED),
        ContactPoint(ContactKind.ADDRESS, "12 Main St\nLarchmont"),
        ContactPoint(ContactKind.CHAT, "renata#1", "Discord"),
    ),
    affiliations=(
        Affiliation("Larchmont USD", "School OT ", "Special services", "lighthouse", date(2019, 8, 1)),
        Affiliation("Bayridge SNF", "Staff OT", until=date(2019, 7, 31)),
    ),
    note="Wrote the *guide*.",
    source="linkedin",
    uid="uid-1",
    foreign=("X-CUSTOM:kept", "KIND:individual"),
    photo=b"\x89PNG",
)


def opened(qtbot: QtBot, workspace: Workspace, intents: Intents, person: Person | None = None) -> PersonForm:
    form = PersonForm(workspace, intents, person)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.open()
    return form


def type_name(qtbot: QtBot, form: PersonForm, name: str) -> None:
    form._name._line.clear()
    QTest.keyClicks(form._name._line, name)


def only_person(workspace: Workspace) -> Profile:
    (person,) = workspace.store.people.everyone()
    return workspace.people.get(person).profile


def test_a_name_and_enter_add_somebody(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    assert form.focusWidget() is form._name._line
    type_name(qtbot, form, "Ada Lin, OTR/L")
    assert form._name.line.said == "Ada · Lin · OTR/L"

    with qtbot.waitSignals([intents.person_wanted, intents.undoable]):
        QTest.keyClick(form._name._line, Qt.Key.Key_Return)

    added = only_person(workspace)
    assert (added.given, added.family, added.credentials) == ("Ada", "Lin", ("OTR/L",))
    assert added.contact_points == ()
    assert added.affiliations == ()
    assert not form.isVisible()


def test_the_window_behind_is_not_blocked(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)

    assert form.windowModality() is Qt.WindowModality.NonModal


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    type_name(qtbot, form, "Ada Lin")
    QTest.keyClick(form._name._line, Qt.Key.Key_Escape)

    assert workspace.store.people.everyone() == []
    assert not form.isVisible()


def test_place_and_ways_come_along(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    type_name(qtbot, form, "Ada Lin")
    place = form._places._rows[0]
    place.title.setText("School OT")
    place._organisation.setText(" Larchmont USD ")
    mail, phone, profile_link = (row.value for row in form._ways._rows)
    mail.setText(" ada@example.org ")
    phone.setText("+1 555 0100")
    profile_link.setText("linkedin.com/in/ada")
    form.accept()

    added = only_person(workspace)
    assert added.current == Affiliation("Larchmont USD", "School OT")
    assert [(p.kind, p.value) for p in added.contact_points] == [
        (ContactKind.EMAIL, "ada@example.org"),
        (ContactKind.PHONE, "+1 555 0100"),
        (ContactKind.LINKEDIN, "linkedin.com/in/ada"),
    ]


def test_without_any_name_the_form_says_so_beside_the_field(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    form = opened(qtbot, workspace, intents)
    form.accept()

    assert form.isVisible()
    assert "first name" in form._name.line.said
    assert workspace.store.people.everyone() == []


def test_an_address_alone_is_enough(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    form._ways._rows[0].value.setText("ada@example.org")
    form.accept()

    assert only_person(workspace).full_name == "ada@example.org"


def test_an_e_mail_without_at_is_kept_after_a_hint(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    type_name(qtbot, form, "Ada")
    row = form._ways._rows[0]
    row.value.setText("ada.example.org")
    row.value.editingFinished.emit()
    assert "no @" in row._hint.text()

    form.accept()

    assert only_person(workspace).contact_points[0].value == "ada.example.org"


def test_an_unknown_zone_is_refused_where_it_was_typed(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = opened(qtbot, workspace, intents)
    type_name(qtbot, form, "Ada")
    form.unfold(True)
    zone = form._more._texts["zone"][0]
    zone.setText("Mars/Olympus")
    form.unfold(False)
    form.accept()

    assert form.isVisible()
    assert zone.isVisible()
    assert "Mars/Olympus" in form._more._fields["zone"].said
    assert workspace.store.people.everyone() == []

    zone.setText("new york")
    zone.editingFinished.emit()
    assert zone.text() == "America/New_York"
    zone.setText("Europe/London")
    form.accept()
    assert only_person(workspace).zone == "Europe/London"


def test_opening_and_saving_changes_nothing_at_all(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    with workspace.store.transaction():
        (person,) = workspace.store.people.add([_newcomer(EVERYTHING)], workspace.clock.now())
    before = workspace.people.get(person)
    form = opened(qtbot, workspace, intents, before)
    form.unfold(True)

    assert form.changes() == {}
    form.accept()

    assert workspace.people.get(person) == before
    assert workspace.history.undo_title() == ""


def test_an_edit_writes_only_what_was_changed(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    with workspace.store.transaction():
        (person,) = workspace.store.people.add([_newcomer(EVERYTHING)], workspace.clock.now())
    form = opened(qtbot, workspace, intents, workspace.people.get(person))
    workspace.research.save_notes(person, "Typed meanwhile")
    form._ways._rows[1]._state.choose(ContactState.RETIRED.value)
    form._more._texts["pronouns"][0].setText("they/them")
    form.accept()

    points = list(EVERYTHING.contact_points)
    points[1] = replace(points[1], state=ContactState.RETIRED)
    expected = replace(EVERYTHING, pronouns="they/them", contact_points=tuple(points), note="Typed meanwhile")
    assert workspace.people.get(person).profile == expected


def test_a_new_family_name_is_seen(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    ada = workspace.people.add(replace(profile("Ada Lin"), display="Ada Lin"))
    form = opened(qtbot, workspace, intents, ada)
    form._name._parts["family"][0].setText("Chen")
    form.accept()

    assert workspace.people.get(ada.id).profile.full_name == "Ada Chen"


def test_a_name_shown_on_purpose_stays() -> None:
    before = replace(profile("Ada Lin"), display="Prof. A. Lin")

    assert renamed(before, replace(before, family="Chen")).display == "Prof. A. Lin"


def test_parts_typed_by_hand_are_not_overwritten_by_the_line(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    form = opened(qtbot, workspace, intents)
    type_name(qtbot, form, "Ada Maria Lin")
    form.unfold(True)
    given = form._name._parts["given"][0]
    given.clear()
    QTest.keyClicks(given, "Ada")
    type_name(qtbot, form, "Ada Maria Lin-Chen")

    assert given.text() == "Ada"


def test_rows_are_added_and_removed(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    renata = workspace.people.add(school_ot())
    form = opened(qtbot, workspace, intents, renata)
    form.unfold(True)
    form._ways._add.click()
    form._ways._rows[-1].value.setText("r@example.net")
    form._ways._rows[0].removed.emit()
    form._places._add.click()
    form._places._rows[-1].title.setText("Volunteer")
    form.accept()

    now = workspace.people.get(renata.id).profile
    assert [p.value for p in now.contact_points] == ["+1 555 0100", "r@example.net"]
    assert [a.title for a in now.affiliations] == ["School OT", "Volunteer"]


def test_a_name_typed_elsewhere_is_taken_over(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    form = PersonForm(workspace, intents, typed_name="Ada Lin, OTR/L")
    qtbot.addWidget(form)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    form.accept()

    assert only_person(workspace).credentials == ("OTR/L",)


def test_a_change_of_jobs_keeps_the_old_place_and_retires_its_address(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    renata = workspace.people.add(school_ot())
    form = MovedForm(workspace, intents, renata)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(form)
    form.open()
    form._title.setText("Hand therapist")
    form._organisation.setText("Tidewater")
    form._address_lost.setChecked(True)
    form.accept()

    now = workspace.people.get(renata.id).profile
    assert now.current == Affiliation("Tidewater", "Hand therapist", since=date(2026, 3, 18))
    assert now.affiliations[1].until == date(2026, 3, 18)
    assert now.reach(ContactKind.EMAIL) is None
    workspace.history.undo()
    assert workspace.people.get(renata.id).profile == renata.profile


def test_another_address_typed_over_one_that_came_back_works(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    old = ContactPoint(ContactKind.EMAIL, "old@example.org", state=ContactState.RETIRED)
    ada = workspace.people.add(profile("Ada Lin", contact_points=(old,)))
    form = opened(qtbot, workspace, intents, ada)
    row = form._ways._rows[0]
    assert row._state.isVisible(), "one sees that it does not work"
    assert not row._primary.isVisible()
    QTest.keyClicks(row.value, "x")
    assert row.point().state is ContactState.OK
    QTest.keyClick(row.value, Qt.Key.Key_Backspace)
    assert row.point() == old
    row.value.selectAll()
    QTest.keyClicks(row.value, "ada@tidewater.example")
    form.accept()
    assert workspace.people.get(ada.id).profile.contact_points == (
        ContactPoint(ContactKind.EMAIL, "ada@tidewater.example"),
    )


def test_where_no_address_works_there_is_an_empty_line_for_one(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    old = ContactPoint(ContactKind.EMAIL, "old@example.org", state=ContactState.RETIRED)
    ada = workspace.people.add(profile("Ada Lin", contact_points=(old,)))
    form = opened(qtbot, workspace, intents, ada)
    kinds = [(row.point().kind, row.point().value) for row in form._ways._rows]
    assert kinds[:2] == [(ContactKind.EMAIL, "old@example.org"), (ContactKind.EMAIL, "")]
    form._ways._rows[1].value.setText("ada@tidewater.example")
    form.accept()
    assert workspace.people.get(ada.id).profile.contact_points == (
        old,
        ContactPoint(ContactKind.EMAIL, "ada@tidewater.example"),
    )


def test_a_new_place_is_never_written_over_one_that_is_past(
    qtbot: QtBot, workspace: Workspace, intents: Intents
) -> None:
    renata = workspace.people.add(school_ot())
    workspace.people.moved(renata.id, None)
    form = opened(qtbot, workspace, intents, workspace.people.get(renata.id))
    (shown,) = (row for row in form._places._rows if row.isVisible())
    assert shown.title.text() == ""
    shown.title.setText("Hand therapist")
    form.accept()
    new, old = workspace.people.get(renata.id).profile.affiliations
    assert (new, new.is_current) == (Affiliation(title="Hand therapist"), True)
    assert (old.organisation, old.until) == ("Larchmont USD", date(2026, 3, 18))


def test_wanting_a_form_opens_it_once(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    ada = workspace.people.add(profile("Ada Lin")).id
    window = QWidget()
    qtbot.addWidget(window)
    forms = PersonForms(workspace, intents, window)
    intents.edit_person_wanted.emit(ada)
    intents.edit_person_wanted.emit(ada)
    intents.add_named_wanted.emit("Bea Ray")

    edit, add = window.findChildren(PersonForm)
    assert edit.windowTitle() == "Edit Ada Lin"
    assert add._name._line.text() == "Bea Ray"
    edit.reject()
    assert forms._editing == {}
    with qtbot.waitSignal(intents.failed):
        intents.edit_person_wanted.emit(999)


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_the_form_fits_the_screen(
    qtbot: QtBot, workspace: Workspace, intents: Intents, theme: object, text_scale: float
) -> None:
    theme.choose("light", text_scale)  # type: ignore[attr-defined]
    form = opened(qtbot, workspace, intents)
    form.unfold(True)

    room = form.screen().availableGeometry()
    assert form.height() <= room.height()
    assert form.width() <= room.width()


def _newcomer(profile: Profile) -> NewPerson:
    return NewPerson("p-everything", profile)


def test_a_place_that_is_retyped_keeps_its_homework(qtbot: QtBot, workspace: Workspace, intents: Intents) -> None:
    ann = workspace.people.add(profile("Ann Ash", affiliations=(Affiliation("Habor Kids", "OT"),)))
    workspace.places.save_notes("Habor Kids", "A garden")
    form = opened(qtbot, workspace, intents, ann)
    form._places._rows[0]._organisation.setText("Harbor Kids")
    with qtbot.waitSignal(intents.undoable) as told:
        form.accept_button.click()
    assert told.args == ["What you noted about the place is now with Harbor Kids"]
    kept = workspace.places.named("Harbor Kids")
    assert kept is not None
    assert kept.research.notes == "A garden"

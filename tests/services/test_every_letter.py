"""Every letter, filled for five people of the sample network: nothing blank, nothing doubled, every gap told."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from otnet_desktop.app import resources
from otnet_desktop.domain.availability import Span
from otnet_desktop.domain.letter_choice import GATEKEEPER, TITLES
from otnet_desktop.domain.letters import MAY_BE_LEFT_OUT, gaps_in
from otnet_desktop.domain.meetings import MeetingPlan
from otnet_desktop.domain.network import read_network
from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.preferences import Me
from otnet_desktop.domain.writing import words_in
from otnet_desktop.services.composing import Beginning
from otnet_desktop.services.network import replay
from otnet_desktop.services.workspace import Workspace, open_workspace
from tests.services.clocks import BOSTON, SettableClock

JORDAN = Me("Jordan Avery", "OT student", "Harbor State University", "jordan@harbor.example", "+1 555 0111")
PEOPLE = {
    "a clinician one met": "p40",
    "one never met, without an organisation": "p01",
    "an academic abroad": "p05",
    "a placement coordinator": "p60",
    "somebody without a given name": "p13",
}
LETTERS = sorted(TITLES)
SLIPS = {
    "a double space": re.compile(r"\S {2,}\S"),
    "a blank at an end": re.compile(r"(?m)^ | $"),
    "an empty bracket": re.compile(r"\(\s*\)|“\s*”|‹\s*›|\[\s*\]"),
    "a field": re.compile(r"[{}]"),
    "nothing for something": re.compile(r"\bNone\b|\bnull\b"),
    "a stray mark": re.compile(r"\s[.,;:?!]|,,|\.\.|[?!,;:]\.|,[.;:?!]|\(,"),
    "a doubled word": re.compile(r"\b([a-z]{2,}) \1\b"),
    "a cramped mark": re.compile(r"[a-z][,;?!][A-Za-z]"),
    "brackets side by side": re.compile(r"\) \("),
    "the wrong day": re.compile(r"\bon (?:today|tomorrow|yesterday)\b"),
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample network; one person without an organisation, one abroad, one without a given name."""
    clock = SettableClock(datetime(2026, 3, 18, 10, 0, tzinfo=BOSTON))
    folder = tmp_path_factory.mktemp("sample")
    opened = open_workspace(folder / "data", clock, lambda: BOSTON, resources.load_material())
    told = json.loads((Path(resources.root()) / "sample" / "network.json").read_text("utf-8"))
    replay(opened, read_network(told, clock.now().date(), opened.preferences.timing()))
    opened.preferences.change(me=JORDAN)
    change(opened, "p01", affiliations=())
    change(opened, "p05", zone="Europe/Oslo")
    change(opened, "p13", given="", nickname="", prefix="Dr.")
    yield opened
    opened.close()


def change(workspace: Workspace, ref: str, **fields: object) -> None:
    person = workspace.people.get(known(workspace, ref))
    workspace.people.save(person.id, replace(person.profile, **fields))  # type: ignore[arg-type]


def known(workspace: Workspace, ref: str) -> PersonId:
    found = workspace.store.people.id_of(ref)
    assert found is not None
    return found


def written(workspace: Workspace, ref: str, letter: str) -> Beginning:
    person = known(workspace, ref)
    begun = workspace.composing.begin(person, "", letter)
    return workspace.composing.with_letter(begun, letter)


@pytest.mark.parametrize("ref", PEOPLE.values(), ids=list(PEOPLE))
@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_reads_as_if_written_by_hand(sample: Workspace, letter: str, ref: str) -> None:
    begun = written(sample, ref, letter)
    for text in (begun.draft.subject, begun.draft.body):
        for slip, shape in SLIPS.items():
            assert not shape.search(text), (slip, text)
    assert begun.draft.body.startswith("Dear ")
    assert begun.draft.body.endswith("Jordan Avery")


def shape_of(template: str) -> str:
    """What a filled template looks like, whatever stands in its fields."""
    parts = []
    for number, (text, field, *_) in enumerate(string.Formatter().parse(template)):
        parts.append(r"\s*".join(re.escape(piece) for piece in re.split(r"\s+", text)))
        if field:
            what = "[^‹›]*?" if field in MAY_BE_LEFT_OUT else "‹[^‹›]+›|[^‹›]+?"
            parts.append(f"(?P<{field}__{number}>{what})")
    return "".join(parts)


@pytest.mark.parametrize("ref", PEOPLE.values(), ids=list(PEOPLE))
@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter])
def test_every_gap_is_told(sample: Workspace, letter: str, ref: str) -> None:
    """What stands in the place of each field is something, and a mark is among the gaps."""
    template = sample.material.letters[letter]
    begun = written(sample, ref, letter)
    told_gaps = set(gaps_in(f"{begun.draft.subject}\n{begun.draft.body}"))
    for text, told in ((begun.draft.subject, template.subject), (begun.draft.body, template.body)):
        found = re.fullmatch(shape_of(told), text, re.DOTALL)
        assert found, text
        for field, value in found.groupdict().items():
            assert value.strip() or field.partition("__")[0] in MAY_BE_LEFT_OUT, field
            assert not value.startswith("‹") or value.strip("‹›") in told_gaps, value


@pytest.mark.parametrize("ref", PEOPLE.values(), ids=list(PEOPLE))
@pytest.mark.parametrize("letter", [name for name in LETTERS if name.startswith("intro.") and name != GATEKEEPER])
def test_a_first_letter_has_50_to_125_words(sample: Workspace, letter: str, ref: str) -> None:
    assert 50 <= words_in(written(sample, ref, letter).draft.body) <= 125


def test_nobody_s_notes_about_somebody_are_sent_to_them(sample: Workspace) -> None:
    """That all requests go through her is for the writer; the gap says it."""
    begun = written(sample, "p60", "thank_you.meeting")
    assert gaps_in(begun.draft.body)[0] == "what you took away: All Level II requests go through her first"
    assert "What stays with me most is ‹what you took away: " in begun.draft.body
    first = written(sample, "p40", "intro.shadowing").draft.body
    assert "‹why you write to them, from what you know of their work: Same fieldwork site I want›" in first


def test_names_times_and_places_are_theirs(sample: Workspace) -> None:
    assert written(sample, "p13", "nudge").draft.body.startswith("Dear Dr. Kim,")
    assert "daily work in hand therapy" in written(sample, "p13", "intro.setting_info").draft.body
    home, abroad = (written(sample, ref, "intro.setting_info").draft.body for ref in ("p40", "p05"))
    assert "New York time" not in home
    assert "‹another time that suits you›, New York time, would work" in abroad


def test_a_meeting_is_confirmed_on_their_clock_and_mine(sample: Workspace) -> None:
    grace = known(sample, "p05")
    start = datetime(2026, 4, 2, 15, 0, tzinfo=BOSTON)
    plan = MeetingPlan((grace,), start, start + timedelta(minutes=20), link="https://meet.example/1")
    sample.meetings.book(plan)
    begun = written(sample, "p05", "confirm")
    when = "Thursday 2 April at 21:00 (Oslo time, 15:00 in New York)"
    assert begun.draft.subject == f"Confirmed: {when}"
    assert f"I have us down for {when}, 20 minutes, by video: https://meet.example/1\n" in begun.draft.body
    sample.history.undo()


def test_times_offered_are_on_both_clocks(sample: Workspace) -> None:
    start = datetime(2026, 3, 26, 15, 0, tzinfo=BOSTON)
    sample.offers.offer(known(sample, "p05"), [Span(start, start + timedelta(minutes=20))])
    body = written(sample, "p05", "reschedule_them").draft.body
    assert "these times work for me: Thu 26 March, 15:00-15:20 (your time 20:00). All times are New York time." in body

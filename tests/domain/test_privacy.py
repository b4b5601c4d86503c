"""The client-information check: what it must find, what it must leave alone, and that it never takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otnet_desktop.domain.privacy import Clue, findings, without

FOUND = [
    ("pt Mr J, DOB 3/4/1952, MRN 448812", {Clue.BIRTH_DATE, Clue.RECORD_NUMBER, Clue.CLIENT_NAME}),
    ("Her patient Maria S. uses a mirror box", {Clue.CLIENT_NAME}),
    ("chart #A88231 shows", {Clue.RECORD_NUMBER}),
    ("123-45-6789", {Clue.SOCIAL_SECURITY_NUMBER}),
    ("NHS no: 943 476 5919", {Clue.NHS_NUMBER}),
    ("medicare 2123 45670 1", {Clue.MEDICARE_NUMBER}),
    ("Mrs Lee, 2 weeks after her stroke, loves baking", {Clue.NAME_AND_CONDITION}),
    ("82 y/o with dementia, daughter visits", {Clue.AGE_AND_CONDITION}),
    ("client in room 214 refused", {Clue.ROOM_OR_BED}),
    ("resident was admitted 12/03/2025 after a fall", {Clue.DATE_OF_CARE}),
    ("born on 1951-02-03", {Clue.BIRTH_DATE}),
    ("patient called John liked the splint", {Clue.CLIENT_NAME}),
    ("Mr. Ito has Alzheimer's", {Clue.NAME_AND_CONDITION}),
]
LEFT_ALONE = [
    "Caseload is about 12 patients a day",
    "Emily sees clients in their homes",
    "She told me patients value routine",
    "Dr. Miriam Feld coordinates capstones",
    "Meeting moved to 3/4",
    "Room 214 in the science building",
    "Has worked with stroke since 2012",
    "Patient education materials are on the site",
    "Medicare rules changed in 2024",
    "call me on 617 555 0142",
    "Client-centred practice is their model",
    "Mr Papas said the district hires in May",
    "10-year-old programme",
    "Ask about participant recruitment",
    "NHS band 6",
    "Patient and family advisory council",
]


@pytest.mark.parametrize(("text", "kinds"), FOUND)
def test_found(text: str, kinds: set[Clue]) -> None:
    found = findings(text)
    assert {finding.kind for finding in found} == kinds
    assert all(text[finding.start : finding.end] == finding.text for finding in found)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert findings(text) == ()


def test_what_was_acknowledged_is_not_named_again() -> None:
    text = "patient called John and MRN 448812"
    kept = findings(text, {"patient called John"})
    assert [finding.kind for finding in kept] == [Clue.RECORD_NUMBER]


@pytest.mark.parametrize(("text", "_kinds"), FOUND)
def test_removing_leaves_nothing_to_find(text: str, _kinds: set[Clue]) -> None:
    assert findings(without(text, findings(text))) == ()


def test_removing_keeps_the_rest() -> None:
    text = "She said that patient Maria S. uses a mirror box, MRN 448812. Good idea."
    assert without(text, findings(text)) == "She said that uses a mirror box, . Good idea."


@given(st.text(max_size=200))
def test_any_text_is_safe(text: str) -> None:
    for finding in findings(text):
        assert text[finding.start : finding.end] == finding.text
    without(text, findings(text))


@pytest.mark.parametrize(
    ("piece", "size"),
    [
        *((piece, 1_000_000) for piece in ("mr a ", "12 yo ", " ", "9", "1-", "patient ")),
        *(
            (piece, 200_000)
            for piece in ("mrs lee stroke", "admitted 1/1 ", "room 1 ", "mrn   ", "a", "nhs 123 ", "Pt. A")
        ),
    ],
)
def test_a_megabyte_of_anything_is_answered(piece: str, size: int) -> None:
    text = piece * (size // len(piece))
    start = time.process_time()
    findings(text)
    assert time.process_time() - start < 15, "linear takes a second or three here; anything worse takes minutes"

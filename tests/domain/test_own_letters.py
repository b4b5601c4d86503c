"""A letter to somebody becomes one for anybody, and nothing of the first reader stays in it."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.letters import GAPS, Letter, fill, mark_of
from otnet_desktop.domain.own_letters import FIELDS, own_id, ref_of, unknown_fields, with_gaps

VALUES = {
    "greeting_name": "Renata",
    "their_name": "Renata Núñez",
    "organisation": "Larchmont School",
    "my_name": "Jordan Avery",
    "my_stage": "an OT student",
    "link_sentence": "",
    "coordinator": "R",
}


def test_what_holds_for_one_reader_becomes_a_gap() -> None:
    text = (
        "Dear Renata,\n\nI am Jordan Avery, an OT student. I read about Renata Núñez of Larchmont School; Renatas "
        "would not do, nor R.\n\nWould ‹one time that suits you› or ‹what you took away: she knows all› suit? ‹Hm›"
    )
    gapped = with_gaps(text, VALUES)
    assert gapped == (
        "Dear {greeting_name},\n\nI am {my_name}, {my_stage}. I read about {their_name} of {organisation}; Renatas "
        "would not do, nor R.\n\nWould {slot_1} or {takeaway} suit? ‹Hm›"
    )
    other = fill(Letter("", gapped), {"greeting_name": "Bo", "my_name": "Jordan Avery"})
    assert "Renata," not in other.body
    assert other.body.startswith("Dear Bo,\n\nI am Jordan Avery, ‹what you are, such as an OT student›.")


def test_what_was_filled_and_gapped_again_is_the_same() -> None:
    template = "Dear {greeting_name}, I am {my_name} of {my_school}. {slot_1}?"
    filled = fill(Letter("", template), VALUES)
    assert with_gaps(filled.body, VALUES) == template


def test_marks_in_another_language_are_known() -> None:
    def translate(text: str) -> str:
        return text[::-1]

    assert with_gaps(mark_of("slot_2", translate), {}, translate) == "{slot_2}"


@pytest.mark.parametrize(
    ("text", "unknown"),
    [("{greeting_name} {link_sentence}", ()), ("{first_name} {a b} {} {first_name} {x}", ("first_name", "x"))],
)
def test_fields_nobody_knows_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert unknown_fields(text) == unknown


def test_a_brace_that_is_no_field_stands_for_itself() -> None:
    filled = fill(Letter("{", "a {b c} } {greeting_name!r} {0x} {}"), {"greeting_name": "Bo"})
    assert (filled.subject, filled.body) == ("{", "a {b c} } {greeting_name!r} ‹0x› {}")


def test_every_field_that_is_offered_is_one() -> None:
    assert unknown_fields(" ".join(f"{{{field}}}" for field in FIELDS)) == ()
    assert all(FIELDS.values())
    assert set(FIELDS) - {"link_sentence"} <= set(GAPS)


def test_the_name_of_a_letter_tells_whose_it_is() -> None:
    assert ref_of(own_id("l-1")) == "l-1"
    assert ref_of("intro.skill_advice") == ""

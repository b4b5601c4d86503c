"""Two states of somebody, told as the things that are otherwise."""

from __future__ import annotations

from otnet_desktop.domain.history import Detail, Origin, Source, source_of
from otnet_desktop.domain.telling_changes import LONGEST, MEETING, PERSON, details

NOBODY = dict.fromkeys((*PERSON, "id"), "") | {"tags": "[]", "credentials": "[]"}


def point(value: str, kind: str = "email", state: str = "ok") -> dict[str, str]:
    return {"kind": kind, "value": value, "state": state}


def test_a_field_is_told_before_and_after_and_the_others_not_at_all() -> None:
    now = NOBODY | {"role": "School OT", "tags": '["alumni", "mentor"]'}
    assert details("person", [NOBODY | {"role": "OT"}], [now]) == [
        Detail("role", "OT", "School OT"),
        Detail("tags", "", "alumni, mentor"),
    ]


def test_a_name_may_begin_with_a_bracket() -> None:
    was, now = NOBODY | {"display": "[Ana"}, NOBODY | {"display": '["Ana"]'}
    assert details("person", [was], [now]) == [Detail("display", "[Ana", '["Ana"]')]


def test_who_is_new_or_gone_is_told_by_the_title_alone() -> None:
    assert details("person", [], [NOBODY | {"given": "Ann"}]) == []
    assert details("person", [NOBODY | {"given": "Ann"}], []) == []


def test_an_address_that_took_the_place_of_another_is_one_change() -> None:
    before, after = [point("a@x.example"), point("same@x.example")], [point("same@x.example"), point("b@x.example")]
    assert details("contact_point", before, after) == [Detail("email", "a@x.example", "b@x.example")]


def test_addresses_that_came_and_went_are_told_by_their_kind() -> None:
    before, after = [point("+1", "phone")], [point("a@x.example"), point("b@x.example")]
    assert details("contact_point", before, after) == [
        Detail("phone", "+1", ""),
        Detail("email", "", "a@x.example"),
        Detail("email", "", "b@x.example"),
    ]


def test_an_address_no_longer_right_says_so() -> None:
    told = details("contact_point", [point("a@x.example")], [point("a@x.example", state="retired")])
    assert told == [Detail("email", "a@x.example", "a@x.example (retired)")]


def test_of_notes_only_the_lines_that_differ_are_told() -> None:
    told = details("note", [{"body": "One\nTwo"}], [{"body": "One\nThree\nFour"}])
    assert told == [Detail("note", "Two", "Three Four")]
    assert details("note", [], [{"body": "x" * 999}])[0].after == "x" * (LONGEST - 1) + "…"


def test_where_they_work_is_told_with_the_place() -> None:
    told = details("affiliation", [{"title": "OT", "place": "Clinic"}], [{"title": "OT", "place": "School"}])
    assert told == [Detail("affiliation", "OT, Clinic", "OT, School")]


def test_a_letter_is_told_by_its_subject_or_its_first_words() -> None:
    assert details("message", [], [{"subject": "", "body": "Dear\nAnn"}]) == [Detail("message", "", "Dear Ann")]


def test_a_meeting_that_moved_is_told_with_both_times() -> None:
    meeting = dict.fromkeys(MEETING, "") | {"id": 1, "start_at": 100}
    assert details("meeting", [meeting], [meeting | {"start_at": 200}]) == [Detail("start_at", "100", "200")]


def test_what_has_no_words_is_left_to_the_title() -> None:
    assert details("identity_key", [{"value": "email:a"}], []) == []


def test_a_source_comes_back_as_it_was_written() -> None:
    for source in (Source(), Source(Origin.COMMAND_LINE), Source(Origin.FILES, ("a b.vcf", "Connections.csv"))):
        assert source_of(str(source)) == source


def test_what_holds_no_words_is_not_told() -> None:
    assert details("message", [], [{"subject": "", "body": ""}]) == []

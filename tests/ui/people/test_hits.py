"""Why somebody was found, with the letters that were typed."""

from __future__ import annotations

import pytest

from otnet_desktop.domain.people import PersonId
from otnet_desktop.domain.roster import Hit
from otnet_desktop.ui.people.hits import as_matches, marked


@pytest.mark.parametrize(
    ("line", "text", "letters"),
    [
        ("asked about caseload in spring", "case", ["case"]),
        ("Tomás said “tomorrow”", "tom", ["Tom", "tom"]),
        ("the *sensory* path", "sensory path", ["sensory", "path"]),
        ("nothing of it", "xyz", []),
        ("caseload and cases", "case caseload", ["caseload", "case"]),
    ],
)
def test_words_are_marked_where_they_begin(line: str, text: str, letters: list[str]) -> None:
    assert [line[first:last] for first, last in marked(line, text)] == letters


def test_a_name_that_matched_needs_no_line() -> None:
    matches = as_matches([Hit(PersonId(2)), Hit(PersonId(1), "Note: shy cat")], "cat")
    assert list(matches) == [2, 1]
    assert matches[2] is None
    assert matches[1] is not None
    assert matches[1].spans == ((10, 13),)

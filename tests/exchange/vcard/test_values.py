"""The inside of a content line: what a backslash does."""

from __future__ import annotations

import pytest

from otnet_desktop.exchange.vcard.values import fields, unescape


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        (r"a\;b;c", [r"a\;b", "c"]),
        (r"a\\;b", [r"a\\", "b"]),
        (r"a\\\;b;", [r"a\\\;b", ""]),
        ("\\", ["\\"]),
        (r";\;", ["", r"\;"]),
    ],
)
def test_a_backslash_escapes_one_letter(value: str, parts: list[str]) -> None:
    assert fields(value) == parts


@pytest.mark.parametrize(
    ("value", "text"), [(r"a\nb\N", "a\nb\n"), (r"\\n", r"\n"), (r"\\\n", "\\\n"), (r"\x\:", "x:"), ("a\\", "a\\")]
)
def test_what_is_escaped_is_itself(value: str, text: str) -> None:
    assert unescape(value) == text

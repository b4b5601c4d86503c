"""What may be typed: options before and after the command, and status 2 for what may not."""

from __future__ import annotations

import pytest

from otnet_desktop import __version__
from otnet_desktop.app.arguments import COMMANDS, parse, window_parser
from otnet_desktop.app.commands.run import WITHOUT_DATA, commands


def test_every_command_that_is_named_exists() -> None:
    assert set(COMMANDS) == set(commands()) | set(WITHOUT_DATA)


def test_common_options_stand_before_or_after() -> None:
    before = parse(["--json", "--data-dir", "d", "--now=2026-03-18T10:00", "due", "--upcoming"])
    after = parse(["due", "--upcoming", "--json", "--data-dir", "d", "--now", "2026-03-18T10:00"])
    assert before == after
    assert before[0] == "due"


def test_what_stands_behind_two_dashes_is_no_option() -> None:
    command, given = parse(["--data-dir", "d", "show", "--", "-1"])
    assert (command, given.person, given.data_dir) == ("show", "-1", "d")


def test_files_without_a_command_are_for_the_window() -> None:
    command, given = parse(["contacts.vcf", "more.csv"])
    assert (command, given.files) == ("", ["contacts.vcf", "more.csv"])


@pytest.mark.parametrize(
    "arguments",
    [[], ["--json"], ["--data-dir", "d"], ["--data-dir=d", "--now", "2026-03-18T10:00"]],
    ids=" ".join,
)
def test_an_everyday_start_is_understood_as_the_whole_parser_would(arguments: list[str]) -> None:
    assert parse(arguments) == ("", window_parser().parse_args(arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-dir", "--sample"],
        ["--data-dir"],
        ["--json=yes"],
        ["--now=", "--json"],
        ["people", "--data-dir", ""],
        ["--data-dir", "", "people"],
        ["--data-dir", " "],
        ["due", "--at="],
        ["restore", ""],
        ["due", "--bogus"],
        ["export"],
        ["export", "--format", "papyrus", "--out", "x"],
        ["--bogus"],
        ["import"],
    ],
)
def test_wrong_usage_is_status_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(arguments)
    assert left.value.code == 2
    assert "usage: otnet-desktop" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parse(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"OTnet Desktop {__version__}\n"

"""What the documents promise is there."""

from __future__ import annotations

import re
import shlex

import pytest

from otnet_desktop.app.main import main
from tests.house.source import CHECKOUT

COMMAND = re.compile(r"^    python3 -m otnet_desktop +(.*?)(?:  .*)?$", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.mark.parametrize("line", COMMAND.findall((CHECKOUT / "README.md").read_text(encoding="utf-8")))
def test_each_command_of_the_readme_is_one(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Its options are known to the command's own help."""
    command, *rest = shlex.split(line)
    with pytest.raises(SystemExit) as left:
        main(["--help"] if command.startswith("--") else [command, "--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    if not command.startswith("--"):
        assert told.startswith(f"usage: otnet-desktop {command} ")
    for option in (word for word in [command, *rest] if word.startswith("--")):
        assert option in told


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_link_leads_somewhere(document: str) -> None:
    text = (CHECKOUT / document).read_text(encoding="utf-8")
    assert [target for target in LINK.findall(text) if not (CHECKOUT / target).exists()] == []


def test_each_path_named_in_contributing_is_there() -> None:
    text = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = "domain|exchange|store|services|ui|app|bootstrap"
    package_paths = re.findall(rf"`((?:{rooms})/[\w./]+)`", text)
    paths = re.findall(r"`((?:resources|tests)/[\w./]+)`", text)
    assert package_paths
    assert paths
    gone = [path for path in package_paths if not (CHECKOUT / "otnet_desktop" / path).exists()]
    assert gone + [path for path in paths if not (CHECKOUT / path).exists()] == []

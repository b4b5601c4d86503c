"""What ships beside the code is found and read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otnet_desktop.app import resources
from otnet_desktop.domain.vocabulary import Choice


def test_the_resources_are_found_and_qt_can_name_them() -> None:
    from PySide6.QtCore import QFile

    resources.offer_to_qt()

    assert (resources.root() / "icons" / "mail.svg").is_file()
    assert QFile.exists("res:icons/mail.svg")


def test_choices_are_read_as_codes_and_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "vocabulary"
    folder.mkdir()
    (folder / "purposes.json").write_text(json.dumps([["mentorship", "Ongoing mentorship", "seen"]]), "utf-8")
    (folder / "practice_areas.json").write_text(json.dumps(["Mental Health"]), "utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)

    vocabulary = resources.load_vocabulary()

    assert vocabulary.purposes == (Choice("mentorship", "Ongoing mentorship"),)
    assert vocabulary.practice_areas == (Choice("Mental Health", "Mental Health"),)
    assert vocabulary.settings == ()

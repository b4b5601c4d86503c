"""What ships beside the code is found and read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from otnet_desktop.app import resources
from otnet_desktop.domain.research import GATED_PURPOSES
from otnet_desktop.domain.vocabulary import Choice


def test_the_resources_are_found_and_qt_can_name_them() -> None:
    from PySide6.QtCore import QFile

    resources.offer_to_qt()

    assert (resources.root() / "icons" / "mail.svg").is_file()
    assert QFile.exists("res:icons/mail.svg")


def test_choices_are_read_as_codes_and_labels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["mentorship", "Ongoing mentorship", "seen"], "Mental Health"]
    (tmp_path / "words.json").write_text(json.dumps({"source": "ours", "rows": rows}), "utf-8")
    monkeypatch.setattr(resources, "root", lambda: tmp_path)

    assert resources.choices("words.json") == (
        Choice("mentorship", "Ongoing mentorship"),
        Choice("Mental Health", "Mental Health"),
    )


def test_everything_that_ships_is_there_and_fits_together() -> None:
    material = resources.load_material()
    words = material.vocabulary

    assert all(getattr(words, name) for name in words.__slots__)
    assert {choice.code for choice in words.purposes} >= GATED_PURPOSES
    assert {choice.code for choice in words.purposes} & material.questions.keys()
    assert "intro.fieldwork_gatekeeper" in material.letters
    assert "{greeting_name}" in material.letters["intro.fieldwork_gatekeeper"].body
    assert material.checklists["research"]


def test_every_code_is_there_once() -> None:
    words = resources.load_vocabulary()
    for name in words.__slots__:
        codes = [choice.code for choice in getattr(words, name)]
        assert len(codes) == len(set(codes)), name

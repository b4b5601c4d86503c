"""The tour, as somebody on a machine without a display runs it: the main job from homework to thank-you."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.house.source import CHECKOUT


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    out = tmp_path_factory.mktemp("tour") / "pictures"
    temporary = tmp_path_factory.mktemp("temporary")
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    ran = subprocess.run(
        [sys.executable, "-m", "otnet_desktop", "tour", "--json", "--out", str(out)],
        capture_output=True, text=True, cwd=CHECKOUT, env=environment | {"TMPDIR": str(temporary)}, timeout=300,
        check=False,
    )  # fmt: skip
    assert not list(temporary.iterdir()), "the data of the tour are gone"
    return ran, out


def test_it_plays_to_the_end_and_says_each_step(toured: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    ran, _ = toured
    assert ran.returncode == 0, ran.stderr
    for said in ("Homework", "Hand it over", "They say yes", "Notification: Thank Marcus", "Find it all again"):
        assert said in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "plugin" not in ran.stderr


def test_it_lists_the_pictures_it_left(toured: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    ran, out = toured
    listed = json.loads(ran.stdout)
    assert listed == sorted(str(path) for path in out.iterdir())
    sizes = {name: QImage(name).size().toTuple() for name in listed}
    assert {size for name, size in sizes.items() if "1024x768" in name} == {(1024, 768)}
    assert {size for name, size in sizes.items() if "1024x768" not in name} == {(1280, 800)}
    assert sum(name.endswith("-dark.png") for name in listed) == sum(name.endswith("-light.png") for name in listed)


def test_no_picture_is_empty_and_the_dark_is_dark(toured: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    _, out = toured
    for path in out.iterdir():
        image = QImage(str(path))
        shades = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
        }
        assert len(shades) > 20, path.name
    corner = 5, 5
    assert QImage(str(out / "02-found-dark.png")).pixelColor(*corner).lightness() < 60
    assert QImage(str(out / "01-found-light.png")).pixelColor(*corner).lightness() > 200


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ran = subprocess.run(
        [sys.executable, "-m", "otnet_desktop", "tour", "--out", str(tmp_path / "file" / "pictures")],
        capture_output=True, text=True, cwd=CHECKOUT, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.count("\n") == 1

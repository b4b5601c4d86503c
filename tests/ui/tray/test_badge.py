"""The number in the corner of the tray's picture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap

from otnet_desktop.ui.tray.badge import GROUND, INK, SIZES, badged

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def plain() -> QIcon:
    picture = QPixmap(64, 64)
    picture.fill(QColor("#1f6f6b"))
    return QIcon(picture)


def image(icon: QIcon, size: int) -> QImage:
    return icon.pixmap(size, size).toImage()


def colours(icon: QIcon, size: int) -> set[str]:
    seen = image(icon, size)
    return {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}


def test_with_nothing_due_the_icon_is_as_it_is(plain: QIcon) -> None:
    assert badged(plain, 0).cacheKey() == plain.cacheKey()


@pytest.mark.parametrize("size", SIZES)
def test_the_number_is_there_at_every_size(plain: QIcon, size: int) -> None:
    seen = colours(badged(plain, 3), size)
    assert GROUND.name() in seen
    # Smoothed away from pure white where it is small, but never to less than a good contrast.
    assert max(QColor(name).lightness() for name in seen) > 0.85 * INK.lightness()


@pytest.mark.parametrize("size", SIZES)
def test_numbers_differ_from_each_other(plain: QIcon, size: int) -> None:
    pictures = [image(badged(plain, count), size) for count in range(11)]
    for first, second in pairwise(pictures):
        assert first != second


def test_more_than_nine_look_alike(plain: QIcon) -> None:
    assert image(badged(plain, 10), 22) == image(badged(plain, 1000), 22)


def test_a_gap_parts_the_badge_from_the_icon(plain: QIcon) -> None:
    seen = image(badged(plain, 1), 64)
    assert any(seen.pixelColor(x, 44).alpha() == 0 for x in range(15, 35))
    assert seen.pixelColor(2, 2) == QColor("#1f6f6b")


def test_an_icon_that_is_missing_still_shows_the_number() -> None:
    assert GROUND.name() in colours(badged(QIcon(), 2), 22)

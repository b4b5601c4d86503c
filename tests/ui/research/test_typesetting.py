"""Notes read calmly, line by line as they were typed, and lead nowhere that nothing would open."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics, QTextBlock, QTextDocument

from otnet_desktop.ui.research.typesetting import BREAK, LINE_SEPARATOR, typeset
from otnet_desktop.ui.theme.look import look
from otnet_desktop.ui.theme.theme import Scheme, Theme


def blocks(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def read(markdown: str) -> list[str]:
    """The paragraphs, with a slash for each break inside one."""
    document = QTextDocument()
    typeset(document, markdown)
    return [block.text().replace(LINE_SEPARATOR, "/") for block in blocks(document)]


@pytest.mark.parametrize(
    ("markdown", "paragraphs"),
    [
        ("one\ntwo\n\nthree", ["one/two", "three"]),
        ("one  \r\ntwo", ["one/two"]),
        ("- a\n- b\n  goes on", ["a", "b/goes on"]),
        ("# Title\ntext\nmore", ["Title", "text/more"]),
        ("Title\n===\ntext", ["Title", "text"]),
        ("> said\n> more", ["said/more"]),
        ("```\ncode\n  more\n```\nafter", ["code", "  more", "after"]),
        ("- [ ] call\n- [x] write", ["call", "write"]),
        ("see http://example.org\nthen ask", ["see http://example.org/then ask"]),
        ("**bold\nstill**", ["bold/still"]),
        ("![her face](file:///etc/hosts) here", ["her face here"]),
        (f"a{BREAK}b", ["ab"]),
    ],
)
def test_lines_stand_as_they_were_typed(markdown: str, paragraphs: list[str]) -> None:
    assert [text for text in read(markdown) if text] == paragraphs


def test_a_table_is_one() -> None:
    document = QTextDocument()
    typeset(document, "| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert [block.text() for block in blocks(document) if block.text()] == ["a", "b", "1", "2"]
    assert document.rootFrame().childFrames()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_headings_are_a_little_larger_and_follow_the_size_of_the_text(theme: Theme, text_scale: float) -> None:
    theme.choose(Scheme.LIGHT, text_scale)
    document = QTextDocument()
    document.setDefaultFont(look().metrics.base)
    typeset(document, "# One\n\n## Two\n\ntext")
    one, two, text = (QFontMetrics(block.begin().fragment().charFormat().font()) for block in blocks(document))
    line = QFontMetrics(document.defaultFont()).height()
    assert line < one.height() <= 1.3 * line
    assert two.height() <= 1.1 * line
    shape = blocks(document)[1].begin().fragment().charFormat()
    assert shape.fontWeight() > 500
    assert text.height() <= one.height()


def links(markdown: str) -> list[str]:
    document = QTextDocument()
    typeset(document, markdown)
    found = []
    for block in blocks(document):
        place = block.begin()
        while not place.atEnd():
            found.append(place.fragment().charFormat().anchorHref())
            place += 1
    return [link for link in found if link]


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/a", True),
        ("mailto:ada@example.org", True),
        ("tel:+15550100", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("/bin/ls", False),
        ("#below", False),
        ("data:text/html,x", False),
    ],
)
def test_a_link_is_one_only_where_it_may_be_opened(address: str, is_link: bool) -> None:
    assert links(f"go [there]({address}) now") == ([address] if is_link else [])
    assert read(f"go [there]({address}) now") == ["go there now"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.sampled_from("ab #-*_`>|[]()!\n:1.~= "), max_size=80))
def test_no_mark_is_ever_left_behind(markdown: str) -> None:
    assert not any(BREAK in text for text in read(markdown))


@pytest.mark.parametrize(
    ("markdown", "tip"),
    [
        ("[her page](https://\u0430pple.example \"<img src='file:///etc/hosts'>\")", "https://xn--pple-43d.example"),
        ('[her page](javascript:alert "<b>x</b>")', ""),
        ('# [her page](https://hsu.example "<b>x</b>")', "https://hsu.example"),
        ('![her face](file:///etc/hosts "<b>x</b>")', ""),
    ],
)
def test_the_tip_of_a_link_says_where_it_leads_and_nothing_else(markdown: str, tip: str) -> None:
    document = QTextDocument()
    typeset(document, markdown)
    place = document.firstBlock().begin()
    assert place.fragment().charFormat().toolTip() == tip

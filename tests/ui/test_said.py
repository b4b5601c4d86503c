"""What the rooms below say is said in the reader's language, whole or in its parts."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from otnet_desktop.domain.errors import BadInput
from otnet_desktop.domain.sentences import sentence
from otnet_desktop.exchange.left_alone import LINK, told
from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Refusal, Rejected, Remark
from otnet_desktop.ui.exchange.import_entries import ImportRow
from otnet_desktop.ui.exchange.import_rows import said_change
from otnet_desktop.ui.exchange.import_words import first_remarks
from otnet_desktop.ui.said import said

WORDS = {
    str(Refusal.EMPTY_FILE): "Die Datei ist leer.",
    "Left alone: {file} ({why}).": "Übergangen ({why}): {file}.",
    str(LINK): "ein Verweis",
    "{file} cannot be read.": "{file} ist nicht lesbar.",
    "Try again.": "Bitte noch einmal.",
    "{title} {hint}": "{title} {hint}",
    "Outside of any contact, left out ({lines} lines): {text}": "{lines} Zeilen außerhalb: {text}",
}


class German(QTranslator):
    """Knows these words."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return WORDS.get(text, "") if context == "Said" else ""


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    translator = German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_in_english_nothing_changes(qapp: QCoreApplication) -> None:
    for text in (*Refusal, *told(["a{b}.lnk"], (), ["a{b}.lnk"]), BadInput("Gone.", "Look again.").told):
        assert said(text) == str(text)


@pytest.mark.usefixtures("german")
def test_why_an_entry_is_refused_and_what_is_remarked() -> None:
    (refused,) = read_people(io.BytesIO(b""))
    assert isinstance(refused, Rejected)
    assert said_change(ImportRow("x", refused), lambda _: "") == "Die Datei ist leer."
    assert refused.reason == Refusal.EMPTY_FILE
    remark, *_ = read_people(io.BytesIO(b"one {x}\ntwo\nBEGIN:VCARD\nFN:Ana\nEND:VCARD\n"))
    assert isinstance(remark, Remark)
    assert said_change(ImportRow("x", remark), lambda _: "") == "2 Zeilen außerhalb: one {x}"
    assert first_remarks([remark.text]) == ["2 Zeilen außerhalb: one {x}"]
    assert remark.text == "Outside of any contact, left out (2 lines): one {x}"


@pytest.mark.usefixtures("german")
def test_a_sentence_inside_another_is_said_too_but_a_name_of_a_file_is_not() -> None:
    (line,) = told(["Try again."], (), ["Try again."])
    assert said(line) == "Übergangen (ein Verweis): Try again.."


@pytest.mark.usefixtures("german")
def test_an_error_is_said_with_its_hint() -> None:
    error = BadInput(sentence("{file} cannot be read.", file="Try again."), "Try again.")
    assert said(error.told) == "Try again. ist nicht lesbar. Bitte noch einmal."
    assert said(BadInput("Try again.").told) == "Bitte noch einmal."

"""How a table is written: found from its content."""

from __future__ import annotations

import pytest

from otnet_desktop.exchange.columns.encodings import table_encoding
from otnet_desktop.exchange.columns.names import known
from otnet_desktop.exchange.columns.sheet import HEAD, Sheet, find_sheet
from tests.exchange.columns.reading import entries, people, person

WORDS = {
    "cp1252": "Név,Björn Müller,Zoë Brontë,Façade,Ærø,João",
    "cp1250": "Zażółć,gęślą,jaźń,Łukasz,Świętosława,Wiśniewska,Dvořák,Škoda,Jiří",
    "cp1251": "Анна Кузнецова,Санкт-Петербург,Больница,Физиотерапевт",
    "cp932": "山田花子,東京都千代田区,作業療法士,ヤマダ",
}


def found(text: str | bytes) -> Sheet:
    sheet = find_sheet(text.encode() if isinstance(text, str) else text)
    assert sheet is not None
    return sheet


@pytest.mark.parametrize("encoding", WORDS)
def test_an_older_encoding_is_known_by_its_words_alone(encoding: str) -> None:
    assert table_encoding(WORDS[encoding].encode(encoding), known) == encoding


def test_names_of_columns_tell_the_encoding() -> None:
    header = "Imię,Nazwisko,Adres służbowy - miejscowość,Płeć"
    assert found(f"{header}\nAna,Lee,Oslo,\n".encode("cp1250")).encoding == "cp1250"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    sheet = found(delimiter.join(["Name", "E-Mail", "Notes"]) + "\nAna\n")
    assert (sheet.delimiter, len(sheet.names)) == (delimiter, 3)


def test_a_preamble_and_a_line_for_spreadsheets_are_passed_over() -> None:
    assert found("sep=;\nVorname;Nachname;Mail\nAna;Lee;a@b.example\n").before == 2
    assert found("Exported on Monday\n\nName,Email\nAna,a@b.example\n").before == 3


def test_cells_of_several_lines_before_anything_is_known_of_the_columns() -> None:
    assert found('alpha,beta\n"one\nmore",two\nthree,four\n').names == ("alpha", "beta")


def test_one_column_of_addresses_is_a_table() -> None:
    assert person("Email\na@b.example\n").contact_points[0].value == "a@b.example"


def test_one_column_of_names_is_a_table() -> None:
    ana, jose = people("Full name\nAna Lee\nJosé O'Neill-Díaz, OTR/L\n")
    assert (ana.full_name, jose.full_name, jose.credentials) == ("Ana Lee", "José O'Neill-Díaz", ("OTR/L",))
    assert find_sheet(b"Name\n\nWhat is in a name? That which we call a rose\n") is None


@pytest.mark.parametrize("text", ["Dear diary,\nthis is a letter.\n", "", "\n\n", "word\n" * 50])
def test_letters_are_no_tables(text: str) -> None:
    assert find_sheet(text.encode()) is None


def test_a_million_columns_are_refused_at_once() -> None:
    header = b"Name,Email," + b"x," * 1_000_000 + b"\n"
    assert find_sheet(header[:HEAD]) is None
    (entry,) = entries(header + b"Ana,a@b.example\n")
    assert entry.line == 1


@pytest.mark.parametrize("line", [b"x" * 3_000_000, b"," * 3_000_000, b'"' * 3_000_000])
def test_an_endless_line_costs_itself_alone(line: bytes) -> None:
    refused, ben = entries(b"Name,Email\n" + line + b"\nBen,b@b.example\n")
    assert (refused.line, ben.line) == (2, 3)


def test_a_row_with_a_million_cells_costs_itself_alone() -> None:
    refused, ben = entries(b"Name,Email\nAna,a@b.example" + b",x" * 1_000_000 + b"\nBen,b@b.example\n")
    assert (refused.line, ben.line) == (2, 3)

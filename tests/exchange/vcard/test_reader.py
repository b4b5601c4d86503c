"""The reader: what other programs write, and what nobody should."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable

import pytest

from otnet_desktop.exchange.reading import read_people
from otnet_desktop.exchange.report import Incoming, Refusal, Rejected
from otnet_desktop.exchange.vcard.card import Card, Ending, Stray
from otnet_desktop.exchange.vcard.reader import DEEPEST, MOST_HOLLOW, MOST_LINES, CardReader, read_cards
from tests.exchange.vcard.cards import items, people, profile


def one_card(text: str | bytes) -> Card:
    (card,) = items(text)
    assert isinstance(card, Card)
    return card


def texts(card: Card) -> list[str]:
    return [content.text for content in card.properties]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_ends(end: str) -> None:
    card = one_card(end.join(["BEGIN:VCARD", "FN:Ana", "NOTE:one", "  two", "END:VCARD", ""]))
    assert texts(card) == ["FN:Ana", "NOTE:one two"]
    assert [content.line for content in card.properties] == [2, 3]


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("utf-32"),
        lambda text: text.encode("cp1252"),
    ],
)
def test_any_encoding(encode: Callable[[str], bytes]) -> None:
    assert texts(one_card(encode("BEGIN:VCARD\r\nFN:Jörg Müller\r\nEND:VCARD\r\n"))) == ["FN:Jörg Müller"]


def test_the_charset_a_line_names() -> None:
    raw = "BEGIN:VCARD\nFN;CHARSET=windows-1251:Иванов\nEND:VCARD\n".encode("cp1251")
    assert texts(one_card(raw)) == ["FN:Иванов"]


def test_quoted_printable_runs_on_in_the_next_line() -> None:
    card = one_card(
        "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCn=\nchen: so=\n\nFN:x\nEND:VCARD"
    )
    assert texts(card) == ["NOTE:München: so", "FN:x"]


def test_an_encoded_zero_says_nothing_either() -> None:
    card = one_card("BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:one=00=0Atwo\nFN:x\nEND:VCARD")
    assert texts(card) == [r"NOTE:one\ntwo", "FN:x"]


def test_base64_without_folding() -> None:
    card = one_card("BEGIN:VCARD\nPHOTO;BASE64:\nAAEC\nAwQ=\n\nFN:x\nEND:VCARD")
    assert texts(card) == ["PHOTO;ENCODING=b:AAECAwQ=", "FN:x"]


def test_bare_parameters_become_types() -> None:
    assert texts(one_card("begin:vcard\ntel;WORK;VOICE:1\nEnd:VCard")) == ["TEL;TYPE=WORK;TYPE=VOICE:1"]


def test_a_colon_in_quotation_marks() -> None:
    card = one_card('BEGIN:VCARD\nADR;LABEL="Unit: 4":;;x;;;;\nX-A;B="odd:c\nEND:VCARD')
    assert card.properties[0].head.parameter("LABEL") == "Unit: 4"
    assert card.properties[0].value == ";;x;;;;"
    assert [stray.text for stray in card.strays] == ['X-A;B="odd:c']


def test_lines_that_are_no_properties_are_kept() -> None:
    (person,) = people("BEGIN:VCARD\nFN:Ana\nthis is odd\n***EMAIL:a@b\nEND:VCARD")
    assert isinstance(person, Incoming)
    assert person.profile.foreign == ("X-OTNET-UNREAD:this is odd", "X-OTNET-UNREAD:***EMAIL:a@b")
    assert [warning.line for warning in person.warnings] == [3, 4]


def test_a_card_without_an_end_is_taken_when_another_begins() -> None:
    second, first = items("BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n")
    assert isinstance(first, Card)
    assert isinstance(second, Card)
    assert (texts(first), first.ending) == (["FN:Ana"], Ending.MISSING)
    assert (texts(second), second.ending) == (["FN:Ben"], Ending.PROPER)


@pytest.mark.parametrize("seam", ["END:VCARDBEGIN:VCARD", "end:vcard\ufeffbegin:vcard", "END:VCARD BEGIN:VCARD"])
def test_files_put_one_behind_the_other_without_a_line_end(seam: str) -> None:
    found = items(f"\ufeffBEGIN:VCARD\nFN:Ana\n{seam}\nFN:Ben\nEND:VCARD\ufeff\n\ufeffBEGIN:VCARD\nFN:Cleo\nEND:VCARD")
    assert [texts(card) for card in found if isinstance(card, Card)] == [["FN:Ana"], ["FN:Ben"], ["FN:Cleo"]]
    assert all(isinstance(card, Card) and card.ending is Ending.PROPER for card in found)


def test_such_a_seam_outside_of_a_card_begins_one_and_is_no_line_left_out() -> None:
    (card,) = items("END:VCARDBEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    assert isinstance(card, Card)
    assert (texts(card), card.line) == (["FN:Ana"], 1)
    odd, _card = items("odd\nEND:VCARDBEGIN:VCARD\nFN:Ana\nEND:VCARD\n")
    assert odd == Stray(1, "odd", 1)


def test_a_nested_card_does_not_end_the_outer_one() -> None:
    inner, outer = items("BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\nTEL:1\nEND:VCARD\n")
    assert isinstance(inner, Card)
    assert isinstance(outer, Card)
    assert texts(inner) == ["FN:Ben"]
    assert texts(outer) == ["FN:Ana", "TEL:1"]


def test_an_agent_stays_inside_its_card() -> None:
    first = profile("FN:Ana", "AGENT:", "BEGIN:VCARD", "FN:Ben, the agent", "END:VCARD", "TEL:1")
    assert first.foreign == (r"AGENT:BEGIN:VCARD\nFN:Ben\, the agent\nEND:VCARD",)
    assert first.contact_points[0].value == "1"


def test_half_a_file_is_refused_where_it_breaks() -> None:
    found = list(read_people(io.BytesIO(b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Ben\nTEL:+49 17")))
    assert isinstance(found[0], Incoming)
    assert found[1] == Rejected(4, Refusal.HALF_CARD, "FN:Ben TEL:+49 17")


def test_lines_outside_are_told_as_one_block() -> None:
    found = items("From me\nto you\nBEGIN:VCARD\nFN:x\nEND:VCARD\nEND:VCARD\n")
    assert [item for item in found if isinstance(item, Stray)] == [Stray(1, "From me", 2), Stray(6, "END:VCARD", 1)]


def test_a_card_of_a_hundred_thousand_lines() -> None:
    lines = b"".join(b"X-LINE-%d:value\n" % (number % 500) for number in range(100_000))
    (person,) = people(b"BEGIN:VCARD\nFN:Ana\n" + lines + b"END:VCARD\n")
    assert isinstance(person, Incoming)
    assert len(person.profile.foreign) == 100_000
    assert len(person.warnings) < 100


def test_a_value_folded_a_hundred_thousand_times() -> None:
    data = b"BEGIN:VCARD\nFN:Ana\nNOTE:x\n" + b" more\n" * 100_000 + b"END:VCARD\n"
    (person,) = people(data)
    assert isinstance(person, Incoming)
    assert len(person.profile.note) == 1 + 4 * 100_000


def test_five_thousand_nested_begins_are_all_accounted_for() -> None:
    cards = [item for item in items("BEGIN:VCARD\n" * 5000 + "FN:x\nEND:VCARD\n") if isinstance(item, Card)]
    assert len(cards) == 5000
    assert sum(card.ending is Ending.PROPER for card in cards) == 1


def test_more_lines_than_any_contact_has() -> None:
    flood = b"X:1\n" * (MOST_LINES * 3)
    found = list(read_people(io.BytesIO(b"BEGIN:VCARD\n" + flood + b"END:VCARD\nBEGIN:VCARD\nFN:Ben\nEND:VCARD\n")))
    assert [type(item) for item in found] == [Rejected, Incoming]
    assert found[0] == Rejected(1, Refusal.HUGE_CARD)


def test_a_photo_of_twenty_megabytes() -> None:
    data = b"BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:" + b"QUJD" * 5_000_000 + b"\nEND:VCARD\n"
    (person,) = people(data)
    assert isinstance(person, Incoming)
    assert person.profile.photo == b"ABC" * 5_000_000


def test_fifty_megabytes_need_no_fifty_megabytes() -> None:
    card = b"BEGIN:VCARD\nFN:Ana Lee\nEMAIL:a@b.example\nNOTE:" + b"long " * 4000 + b"\nEND:VCARD\n"
    data = io.BytesIO(card * (50_000_000 // len(card)))
    tracemalloc.start()
    found = sum(isinstance(item, Incoming) for item in read_people(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == 50_000_000 // len(card)
    assert peak < 24_000_000


def test_depth_is_bounded() -> None:
    data = io.BytesIO(b"BEGIN:VCARD\nFN:x\n" * (DEEPEST + 5) + b"END:VCARD\n" * (DEEPEST + 5))
    endings = [item.ending for item in read_cards(data) if isinstance(item, Card)]
    assert endings.count(Ending.MISSING) == 5
    assert endings.count(Ending.PROPER) == DEEPEST


def test_megabytes_between_cards_are_hurried_over_and_counted() -> None:
    card = b"BEGIN:VCARD\nFN:x\nEND:VCARD\n"
    first, outside, second = CardReader(io.BytesIO(card + b"a\n" * 1_500_000 + card))
    assert isinstance(first, Card)
    assert isinstance(second, Card)
    assert outside == Stray(4, "a", 1_500_000)
    assert second.line == 1_500_004

    endless = CardReader(io.BytesIO(b"a\n" * 1_500_000))
    assert list(endless) == [Stray(1, "a", 1_500_000)]
    assert endless._lines.skipping


@pytest.mark.parametrize("hollow", ["BEGIN:VCARD\n", "begin:vcard\nversion:4.0\n\nend:vcard\n"])
def test_megabytes_of_cards_that_say_nothing_are_hurried_over_and_counted(hollow: str) -> None:
    each, times = hollow.count("\n"), 3_000_000 // len(hollow)
    *cards, passed = CardReader(io.BytesIO((hollow * times + "BEGIN:VCARD\nFN:x\nEND:VCARD\n").encode()))
    (said,) = [item for item in cards if isinstance(item, Card) and any(p.value == "x" for p in item.properties)]
    assert (said.line, said.ending) == (each * times + 1, Ending.PROPER)
    assert isinstance(passed, Stray)
    assert abs(passed.count + each * (len(cards) - 1) - each * times) <= 2 * each  # where it began inside of a card
    assert MOST_HOLLOW < passed.line < passed.count


@pytest.mark.parametrize("text", ["TEL" + ";" * 10_001, "TEL" + ";TYPE=a" * 501, "TEL;TYPE=" + "a," * 501])
def test_a_head_longer_than_any_is_kept_as_it_stands(text: str) -> None:
    (card,) = items(f"BEGIN:VCARD\nFN:x\n{text}:1\nEND:VCARD\n")
    assert isinstance(card, Card)
    assert [stray.text for stray in card.strays] == [f"{text}:1"]


@pytest.mark.parametrize("indent", ["  ", "\t"])
def test_a_file_that_is_indented_as_a_whole(indent: str) -> None:
    lines = ["", "BEGIN:VCARD", "FN:Ida", "NOTE:one", "  two", "END:VCARD", "", "BEGIN:VCARD", "FN:Bo", "END:VCARD"]
    first, second = people("".join(f"{indent}{line}\r\n" for line in lines))
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.profile.full_name, first.profile.note, second.profile.full_name) == ("Ida", "one two", "Bo")

"""What a row holds besides what its fields take."""

from __future__ import annotations

from tests.exchange.columns.reading import person


def test_a_second_custom_field_of_the_same_name_is_kept() -> None:
    pairs = ",".join(f"Custom Field {n} - Label,Custom Field {n} - Value" for n in (1, 2))
    profile = person(f"First Name,Labels,{pairs}\nAna,,Source,a fair,Source,a friend\n")
    assert (profile.source, profile.foreign) == ("a fair", ("Source: a friend",))


def test_what_is_no_address_beside_one_is_kept() -> None:
    profile = person("First Name,E-mail 1 - Value\nAna,a@mill.example ::: ask Ben\n")
    assert [point.value for point in profile.contact_points] == ["a@mill.example"]
    assert profile.foreign == ("E-mail 1 - Value: a@mill.example ::: ask Ben",)

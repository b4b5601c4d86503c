"""Words to choose from: known ones have labels, all others are kept."""

from __future__ import annotations

from otnet_desktop.domain.vocabulary import Choice, code_of, label_of

SETTINGS = (Choice("school", "School system"), Choice("snf", "Skilled nursing facility / care home"))


def test_codes_read_as_labels_and_labels_as_codes() -> None:
    assert label_of(SETTINGS, "school") == "School system"
    assert code_of(SETTINGS, " school SYSTEM ") == "school"
    assert code_of(SETTINGS, "SNF") == "snf"


def test_a_word_in_no_list_is_kept_as_it_is() -> None:
    assert label_of(SETTINGS, "225XS0800X") == "225XS0800X"
    assert code_of(SETTINGS, " Lighthouse ") == "Lighthouse"

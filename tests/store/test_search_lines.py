"""Where words begin in a text, and the line that is shown for them."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from otnet_desktop.store.search_lines import TOKEN, begins_in, cut_line

TEXT = st.text("ab1_- é\n", max_size=20)


@given(st.from_regex(TOKEN, fullmatch=True, alphabet=st.sampled_from("ab1é")), TEXT)
def test_a_word_begins_where_the_index_would_cut_one(word: str, told: str) -> None:
    assert begins_in(word, told) == any(token.startswith(word) for token in TOKEN.findall(told))


def test_the_line_with_most_words_is_shown_and_the_first_of_equals() -> None:
    texts = ("hand\nsplint and hand", "hand splint\nhand, splint, wrist")
    assert cut_line(texts, ["hand", "splint"]) == "splint and hand"
    assert cut_line(texts, ["hand", "wrist"]) == "hand, splint, wrist"
    assert cut_line(texts, ["ist"]) == ""

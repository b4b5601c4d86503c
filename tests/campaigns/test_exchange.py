"""Many more cards, letters and damaged files than the quick tests try; others each time, except in CI."""

from __future__ import annotations

import os
import secrets
import time

import hypothesis
import pytest

from tests.domain import test_filling_in
from tests.exchange import test_eml, test_formula_guard, test_ics, test_mailto, test_out_and_in, test_text
from tests.exchange.mutants import check, mutants
from tests.exchange.vcard import test_round_trip
from tests.ui.widgets import test_links

for module in (test_eml, test_filling_in, test_ics, test_out_and_in, test_text, test_round_trip):
    globals().update({name: test for name, test in vars(module).items() if hasattr(test, "hypothesis")})

test_mail_links = hypothesis.settings(max_examples=4000)(test_mailto.test_everything_comes_back_and_nothing_else)
test_handed_over = hypothesis.settings(max_examples=2000)(test_links.test_a_mail_link_is_handed_over_as_it_is)
test_cells = hypothesis.settings(max_examples=2000)(test_formula_guard.test_it_can_be_taken_back)


@pytest.mark.parametrize("share", range(20))
def test_a_thousand_damaged_files(share: int) -> None:
    seed = share if "CI" in os.environ else secrets.randbelow(1 << 32)
    for number, data in enumerate(mutants(1000, seed)):
        start = time.process_time()
        try:
            check(data)
        except Exception as trouble:
            raise AssertionError(f"seed {seed}, file {number}, share {share}: {data!r}") from trouble
        assert time.process_time() - start < 2, f"seed {seed}, file {number} took too long"

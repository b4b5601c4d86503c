"""Five hundred random sequences of changes, undo, redo and restarts against what the content was at each point."""

from __future__ import annotations

from hypothesis import settings

from tests.store.test_journal_sequences import Sequences

TestSequences = Sequences.TestCase
TestSequences.settings = settings(max_examples=500, stateful_step_count=30)

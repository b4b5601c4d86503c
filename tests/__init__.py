"""The tests: ``python3 -m tests`` runs the quick ones, ``campaigns`` and ``benchmarks`` the others."""

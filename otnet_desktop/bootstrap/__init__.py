"""From a fresh checkout to a running program, with nothing but the standard library.

``enter`` and ``place`` run on every start and cost next to nothing; ``making``, ``machine`` and ``alone`` are loaded
only when something is missing.
"""

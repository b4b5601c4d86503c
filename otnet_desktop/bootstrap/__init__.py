"""From a fresh checkout to a running program, with nothing but the standard library.

``enter`` runs on every start and costs next to nothing; ``making``, ``machine`` and ``alone`` are loaded only when
something is missing.
"""

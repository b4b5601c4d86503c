"""How the file on disk grew, one frozen step a module: plain SQL, never the live tables."""

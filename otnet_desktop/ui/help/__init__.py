"""Help inside the program: short pages, found by the pane one is in."""

"""When the program itself made a mistake: told, and never swallowed."""

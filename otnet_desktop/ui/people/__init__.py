"""People: the list, a person, and the ways to find one."""

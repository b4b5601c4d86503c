"""People out of tables: which program's table it is, what its columns mean, and each row as a person."""

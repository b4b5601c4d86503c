"""The program in the terminal: one module for each family of commands. No Qt."""

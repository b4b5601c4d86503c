"""What networking in occupational therapy is: values and pure rules. Standard library only, no clock, no files."""

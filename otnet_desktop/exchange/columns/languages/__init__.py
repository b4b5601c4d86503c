"""What address books call their columns, a file for each language: meaning (``meaning.Meaning``) and names for it.

Facts, gathered 2026-11 from exported files and importers in public repositories: Outlook's export in each language,
Thunderbird's, LinkedIn's, Google's, and what people call such columns themselves. A number in a name ("E-mail 2
Address") never matters, nor do accents, capitals and signs (``names.folded``). ``kept`` are columns of these programs
that no field can hold. Names that end in ``?`` depend on the other columns (``layout``).
"""

"""Whether rows may be released: rules, evidence, files, and one report of everything found."""

"""Whether rows may be released: the rule book, run by Great Expectations."""

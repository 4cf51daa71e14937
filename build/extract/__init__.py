"""One extractor per table: rows, or the reason there is none."""

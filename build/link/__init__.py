"""After extraction: what belongs together, within an article and across articles."""

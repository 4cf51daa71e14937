"""How articles become rows, and rows a release: read, text, mentions, extract, link, publish."""

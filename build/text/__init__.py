"""The offset-preserving view of an article: blocks, sentences, quotations."""

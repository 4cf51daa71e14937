"""Statements: who said what, word for word or as reported."""

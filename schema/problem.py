"""The one error a user's mistake becomes: a sentence that names file, place and remedy."""

from __future__ import annotations


class PublisherError(Exception):
    """Input or surroundings that need the user's hand; the message is one clear sentence, the exit code 1."""

"""Casualties: the killed, injured, missing and abducted an article tells of."""

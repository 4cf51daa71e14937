"""Readers of typed values in text: numbers, dates, places, actors, hedges."""

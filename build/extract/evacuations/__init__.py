"""Evacuations: movement of people to safety, and what orders, offers or blocks it."""

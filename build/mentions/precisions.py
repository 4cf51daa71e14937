"""Precisions: which places are whole countries, which are lands with others in them, and which are towns."""

from __future__ import annotations

from newsledger.schema.vocabularies import PlacePrecision as P

COUNTRIES = frozenset((P.COUNTRY, P.REGION))
LANDS = COUNTRIES | {P.PROVINCE, P.SUBNATIONAL}
# In which others lie.
HOLDERS = LANDS | {P.DISTRICT}
# Towns and what is of their size or lies in them.
TOWNS = frozenset((P.SETTLEMENT, P.NEIGHBOURHOOD, P.SITE, P.DISTRICT))

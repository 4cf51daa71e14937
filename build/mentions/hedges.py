"""Hedges: modality, negation and temporal role of what is said at a place in a sentence."""

from __future__ import annotations

from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import Modality, TemporalRole


def modality_at(document: Document, start: int, end: int) -> Modality:
    """How far the sentence commits itself to what is told at `start:end` (the trigger): scope of negation, will, may, if, reportedly."""
    return Modality.ASSERTED


def temporal_role_at(document: Document, start: int, end: int) -> TemporalRole:
    """Whether what is told at `start:end` is current news, background, or forecast."""
    return TemporalRole.CURRENT

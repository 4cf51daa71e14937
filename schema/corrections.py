"""What a line of `corrections.jsonl` says: a value set right by a person, or a row accepted or rejected by one."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, JsonValue, model_validator

from newsledger.schema import TABLES

FILE_NAME = "corrections.jsonl"
CORRECTABLE = ("events", "casualties", "statements", "evacuations")
# What binds a row to its characters, or follows from other columns and rows, is not a person's to set.
FIXED = frozenset(
    {
        "article_id",
        "evidence_start",
        "evidence_end",
        "evidence_sha256",
        "evidence_text",
        "sentence_start",
        "sentence_end",
        "block_type",
        "content",
        "cue_start",
        "cue_end",
        "also",
        "mentions",
        "merged_ids",
        "n_mentions",
        "n_articles",
        "utterance_id",
        "edits",
        "extractor",
        "rule_id",
        "review_status",
    }
)


class Correction(BaseModel):
    """One line: `column` and `value` to correct a row, `accept` to say that it is right, `reject` to leave it out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: str
    id: str
    column: str | None = None
    value: JsonValue = None
    accept: bool = False
    reject: bool = False
    note: str | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Correction:
        if self.table not in CORRECTABLE:
            raise ValueError(f"table {self.table!r} is none of {', '.join(CORRECTABLE)}")
        if self.accept + self.reject + (self.column is not None) != 1:
            raise ValueError('give either "column" and "value", or "accept": true, or "reject": true')
        if self.column is not None:
            _demand_correctable(self.table, self.column)
            if "value" not in self.model_fields_set:
                raise ValueError('no "value"; write null for a value the text does not support')
        return self


def _demand_correctable(table: str, column: str) -> None:
    model = TABLES[table]
    if column not in model.model_fields:
        raise ValueError(f"{table} has no column {column!r}")
    if column in FIXED or column in model.KEY:
        raise ValueError(f"{column} cannot be corrected: it binds the row to the text, or follows from other columns")

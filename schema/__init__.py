"""What the dataset contains: one pydantic model per table, the only place where a column is described."""

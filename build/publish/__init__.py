"""The release folder: Parquet, card, manifest and what stands beside them."""

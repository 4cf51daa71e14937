"""Where extraction runs: in this process or in several; same rows, same bytes."""

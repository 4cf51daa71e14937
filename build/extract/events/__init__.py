"""Events: what happened, where, by whom and to whom."""

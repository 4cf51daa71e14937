"""Files in, articles out; what cannot be read is a skip with its reason."""

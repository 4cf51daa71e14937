"""How well a release agrees with hand annotations."""

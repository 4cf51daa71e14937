"""newsledger: attributed claims from conflict news, each bound to the characters it came from."""

__version__ = "0.1.0"

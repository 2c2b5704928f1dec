"""Values that every layer speaks of: the standard library only, no files but settings."""

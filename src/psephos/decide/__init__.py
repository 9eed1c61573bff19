"""Did it pass, and why: verdicts with their tree of reasons, one call at a time or a table at once."""

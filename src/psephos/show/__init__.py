"""Everything psephos finds out, for people: sentences, tables, JSON, pictures, the command line and the local page."""

"""Formats of tables of roll calls, one module a format; a table is recognised by its header."""

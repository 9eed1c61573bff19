"""Whole archives decided again: every call under the rule in force, compared with the record, and the faults found."""

"""What could have been: the ballots that turn an outcome, votes under way, what is forced, and where two rules part."""

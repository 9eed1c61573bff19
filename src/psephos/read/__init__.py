"""From prose to a roll call: what a report states about a vote, with its evidence, and what follows from it."""

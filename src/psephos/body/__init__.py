"""Who votes, what they may cast, and under which rule: rosters, choices and rules as dated, sourced values."""

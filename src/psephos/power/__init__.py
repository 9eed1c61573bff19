"""Who holds the power before any vote is cast: power indices, unions, abstention, structure, comparisons and sweeps."""

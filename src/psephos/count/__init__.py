"""Counting without listing: which completions exist, how many profiles adopt, who swings; knows rules, no politics."""

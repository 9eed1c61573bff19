"""Counting without listing: what completions exist, how many profiles adopt, who swings; knows rules, knows no politics."""

"""What stands in a text, each with its place: words, members, bodies, numbers, days, persons, subjects.

Nothing here knows what a vote is. `inputs` makes text of what is given, `tokens` cuts it, `mentions` goes through it
once and finds the rest.
"""

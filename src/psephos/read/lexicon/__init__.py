"""The words and set phrases in which votes are told, as tables.

How one chooses, what becomes of a draft, what a rule is: to teach the reader another word, look here first. The tables
know no sentences.
"""

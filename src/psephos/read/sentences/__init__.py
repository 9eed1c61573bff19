"""The grammar: phrases joined into facts, each by a named production, each kept apart from threats, rules and the past.

`prose` goes through a sentence; the other modules are its productions, one kind of fact each.
"""

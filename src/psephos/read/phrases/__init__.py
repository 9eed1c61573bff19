"""The parts of a sentence: who (`voters`, `lists`, `counts`), did what (`verbs`); `clauses` cuts it into both."""

"""From prose to a roll call: what a report states about a vote, with its evidence, and what follows from it.

The way through, each step resting on those before it:

1. `inputs` makes text of what is given; `tokens` and `mentions` find words, members, bodies, numbers and days in it,
   each with its place (`numerals`, `dates`, `topics`, `drafts`, `bodies`, `persons`, `languages`).
2. `clauses` cuts a sentence into phrases: `voters` says who (`lists`, `counts`, `nouns`, `asides`), `verbs` says what
   they did (`choicewords`, `choiceverbs`, `inflection`, `vetoes`), `outcomewords` and `rejectionwords` what came of it.
3. `prose` is the grammar: it joins them into facts (`choices`, `casting`, `subjects`, `following`, `sides`, `tallies`,
   `outcomes`, `formulas`) and names each production; `factuality` tells what happened from rules, threats and the past.
4. `discourse` and `votes` say which facts are of one vote; `aims` what was voted for or against.
5. `said` turns a vote into statements for `psephos.explore.deduce`; `judging`, `standings` and `checking` hold what
   follows against the rule in force.
6. `report` goes the whole way; `record` is its JSON, `archived` the recorded roll calls beside it; `handed` is the door
   for statements of other extractors.
"""

"""From prose to a roll call: what a report states about a vote, with its evidence, and what follows from it.

The folders are the way through, in their order; each rests on those before it, and none knows those after it:

1. `atoms`: words, members, bodies, numbers and days, each with its place in the text;
2. `lexicon`: the words in which votes are told;
3. `phrases`: who did what;
4. `sentences`: the grammar, from phrases to facts;
5. `votes`: the facts that are of one vote, its body, day and draft.

The modules beside the folders rest on all five. `said` turns a vote into statements for `psephos.explore.deduce`;
`standings`, `checking` and `judging` hold what follows against the rule in force. `report` goes the whole way; `record`
is its JSON, `archived` the recorded roll calls beside it; `handed` is the door for statements of other extractors.
"""

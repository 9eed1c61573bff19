"""The grammar of how votes are reported: from the pieces of a sentence to facts.

Each production has a name; `PRODUCTIONS` lists them with an example, and a test reads every example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from psephos.read.atoms.lexical import words
from psephos.read.atoms.mentions import Item
from psephos.read.lexicon.rulewords import rules, unanimous
from psephos.read.phrases.clauses import Clause, chunks, joined_keys, offsets
from psephos.read.sentences.choices import choice_facts
from psephos.read.sentences.earlier import in_time
from psephos.read.sentences.facts import Fact
from psephos.read.sentences.factuality import is_denied, is_generic, is_rule
from psephos.read.sentences.outcomes import Stated, outcomes
from psephos.read.sentences.sides import side_facts
from psephos.read.sentences.tallies import tallies
from psephos.read.sentences.vetoes import veto_facts

__all__ = ["PRODUCTIONS", "read_sentence"]


PRODUCTIONS: dict[str, str] = {
    "subject": "China and Russia voted against.",
    "passive": "It was opposed by China and Russia.",
    "inverted": "Voting in favour were China and Russia.",
    "with-clause": "Ten voted in favour, with Brazil and Mozambique abstaining.",
    "counted": "There were two abstentions.",
    "counted-list": "Two countries (China and Russia) voted against.",
    "trailing-list": "Two abstained, Brazil and Mozambique.",
    "label": "Against: China, Russia.",
    "same-as": "China abstained, and so did Russia.",
    "joined": "China was joined in voting no by Russia.",
    "alone": "Israel was alone in voting against.",
    "remainder": "The other ten voted in favour.",
    "whole": "All members voted in favour.",
    "all-but": "All members except Russia voted in favour.",
    "nobody-else": "Nobody else voted against.",
    "group": "The three African members abstained.",
    "sided": "Bolivia sided with Russia and China, who voted against it.",
    "veto": "China and Russia vetoed the draft.",
    "abstention-noun": "China's abstention let the draft pass.",
    "veto-noun": "Moscow's veto stopped the draft.",
    "voted-with": "Only Israel voted with the United States against it.",
    "score": "The vote was 10-3-2.",
    "to": "It was adopted by 13 votes to none.",
    "received": "The draft received nine votes.",
    "as-many": "It got as many votes.",
    "one-less": "It got one vote less than the required seven.",
    "of-so-many": "The United Kingdom was one of the ten that abstained.",
    "compared": "Ten countries abstained, up from seven a year earlier.",
    "same-figures": "A second text was lost by the same figures.",
    "label-first": "For 10, against 3, abstentions 2.",
    "rule": "It needed nine votes to pass.",
    "outcome": "The draft was not adopted.",
    "unanimous": "The Council unanimously adopted the resolution.",
    "among": "Canada and Mexico were among the abstainers.",
    "including": "The others, allies such as Britain among them, abstained.",
    "undisputed": "It passed with eleven votes and without any dissent.",
    "row": "China: no\nRussia: no\nBrazil: abstained",
    "continued": "Two members abstained. The two were Brazil and Mozambique.",
    "both": "China and Russia were the odd ones out. Both voted against the draft.",
    "with-whom": "Russia voted against it. Bolivia voted with Russia.",
    "negated": "China did not vote against the draft.",
    "orphan": "Ten voted in favour, many countries abstained.",
    "leftover": "Germany took the floor; China abstained.",
}
"""The productions, each with an example. The last three say what was not understood, so that nothing is closed."""
_ELECTION = re.compile(
    r"(?:^| )(?:secret ballot|straw poll|simulated <b>|mock <b>|model un|won election|election to|(?:was"
    r"|were) elected|candidates?|contest "
    r"between|vying|runoff|run ~ off|won (?:a )?seats?|elected (?:[^ ]+ ){1,16}to (?:the|a) (?:<b>|seats?)"
    r"|(?:win|winning|gain|get) (?:a |its |his |her )?seats?|elected (?:unopposed|president)"
    r"|(?:received|got|won|had|obtained|polled) <n>(?: votes)? (?:,|and|to) (?:the )?<m> <n>"
    r"|(?:received|got|won|had|obtained|polled) <n>(?: votes)? (?:,|and|to) <n> for <m>"
    r"|<m> (?:received|got|won|had|obtained|polled) <n>(?: votes)? (?:,|and|to) (?:the )?<m>)(?= |$)"
)
"""An election of members or persons is no vote for and against a text."""
_STATEMENT = re.compile(r"(?:^| )(?:presidential|press|joint|council) (?:statement|communique)s?(?= |$)")
_TEXT = re.compile(r"(?:^| )(?:draft|resolution|text|amendment|motion|vot(?:e|es|ed|ing)|abstain\w*)(?= |$)")
"""A statement that a body issues by consensus is not voted on."""
_SURVEY = re.compile(
    r"(?:^| )(?:so far <n> (?:\S+ ){1,3}(?:are|say|have said)(?= )|whip count"
    r"|<n> (?:\S+ )?(?:are|remain|were) undecided)(?= |$)"
)
"""A count of what members say that they will do is no vote."""
_SUBJECT_VERBS = words(
    "neither did also both all either not nor withdrew dissented were remained stayed kept refused declined took"
)
_TOLD = words("subject veto passive trailing-list counted-list inverted veto-noun alone joined")


def read_sentence(found: Sequence[Item], number: int, language: str) -> list[Fact]:
    """The facts of a sentence.

    Args:
        found: its items.
        number: its place among the sentences.
        language: en, fr or es.

    Examples:
        >>> from psephos.read.atoms.mentions import items, lexicon
        >>> text = "China and Russia vetoed the draft."
        >>> found = items(text, 0, len(text), lexicon(), published=None, on=None)
        >>> [(fact.kind, fact.choice) for fact in read_sentence(found, 0, "en")]
        [('ballots', 'no')]
    """
    if not found or found[-1].key == "?":
        return []  # a question asserts nothing
    clause = Clause(tuple(found), tuple(chunks(found, language)), joined_keys(found), tuple(offsets(found)), number)
    ruled = [clause.span(*span) for span in rules(clause.keys)]
    facts = [
        *choice_facts(clause, language),
        *tallies(clause.pieces, clause.found, number),
        *_outcomes(clause),
        *side_facts(clause),
        *veto_facts(clause),
    ]
    labels = [(fact.start, fact.end) for fact in facts if fact.production == "label-first"]
    kept = [fact for fact in facts if not _in_rule(clause, fact, ruled) and not _in_label(fact, labels)]
    if ruled:  # "nine votes are needed, with none of the permanent members objecting"
        kept = [fact for fact in kept if fact.number != 0 or not _of_permanent(clause, fact)]
    if ruled and not any(fact.kind in {"figure", "score", "ballots"} for fact in kept):
        kept = [fact for fact in kept if fact.kind != "outcome" or not fact.adopted or _and_was(clause, fact)]
    divided = any(fact.kind == "ballots" and fact.choice in {"no", "abstain"} for fact in kept)  # no election is
    if (_ELECTION.search(clause.keys) and not divided) or (
        _STATEMENT.search(clause.keys) and not _TEXT.search(clause.keys)
    ):
        return []
    if is_denied(clause.keys) or is_generic(clause.keys) or _SURVEY.search(clause.keys):
        return []
    if is_rule(clause.keys) and not _reports(clause, kept):
        kept = []
    return sorted(
        [*in_time(clause, kept), *_rules(clause), *_leftovers(clause, kept)], key=lambda fact: (fact.start, fact.end)
    )


def _of_permanent(clause: Clause, fact: Fact) -> bool:
    return any(item.key == "permanent" for item in clause.found if fact.start <= item.start < fact.end)


def _and_was(clause: Clause, fact: Fact) -> bool:
    """Reads "got the required nine votes and was adopted": beside the rule, what came of it."""
    place = next((n for n, item in enumerate(clause.found) if item.start == fact.start), 0)
    after = next((item.key for item in clause.found if item.start >= fact.end), ".")
    return clause.found[place].key in {"was", "were"} and clause.found[place - 1].key in {"and", "so"} and after != "if"


def _leftovers(clause: Clause, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Members that stand where a subject stands, and of which nothing was read.

    No class may be closed by "the rest".
    """
    if not any(piece.phrase for piece in clause.pieces):
        return
    used = {(person.start, person.end) for fact in facts for person in fact.persons}
    for place, piece in enumerate(clause.pieces[:-1]):
        before = clause.pieces[place - 1].key if place else ";"
        after = clause.pieces[place + 1]
        if (
            piece.voters is None
            or not piece.voters.members
            or before not in {";", ",", "while", "and", "but", "|", ":"}
        ):
            continue
        member = piece.voters.members[0]
        verb = after.phrase is not None or after.key in _SUBJECT_VERBS
        if verb and member.codes and (member.start, member.end) not in used:
            yield Fact(
                "unread",
                member.start,
                piece.voters.members[-1].end,
                "leftover",
                clause.number,
                place,
                name="leftover",
                weak=True,
            )


def _reports(clause: Clause, facts: Sequence[Fact]) -> bool:
    """Does a sentence that speaks of a rule also report a result ("required nine but received four")?"""
    if any(fact.kind == "outcome" for fact in facts):
        return True
    told = {
        "but received",
        "received",
        "got",
        "fell short",
        "vetoed",
        "was adopted",
        "was not adopted",
        "not adopted",
        "rejected",
        "used its veto",
        "failed",
    }
    named = any(fact.kind == "ballots" and fact.production in _TOLD for fact in facts)
    counted = {fact.choice for fact in facts if fact.kind == "figure"}
    return bool(facts) and (
        named
        or len(counted) > 1
        or (any(f" {words} " in clause.keys for words in told) and not clause.keys.startswith(("to ", "in order")))
    )


def _in_label(fact: Fact, labels: Sequence[tuple[int, int]]) -> bool:
    """In "Nays 213, Not Voting 3" the first figure belongs to its label, and not to the words after it."""
    figure = fact.kind == "figure" and fact.production != "label-first"
    return figure and any(start < fact.start and fact.end <= end for start, end in labels)


def _in_rule(clause: Clause, fact: Fact, ruled: Sequence[tuple[int, int]]) -> bool:
    if fact.production == "received" and fact.kind == "figure":
        before = next((item.key for item in reversed(clause.found) if item.end <= fact.start), "")
        return before == "with" and any(start <= fact.start < end for start, end in ruled)
        # but "received the nine votes required"
    return fact.kind in {"figure", "score", "rest"} and any(start <= fact.start < end for start, end in ruled)


def _rules(clause: Clause) -> Iterator[Fact]:
    for start, end in rules(clause.keys):
        first, last = clause.item(start), clause.item(max(start, end - 1))
        counts = [item for item in clause.found[first : last + 1] if item.key == "<n>" and item.number is not None]
        if counts:
            yield Fact(
                "rule",
                clause.found[first].start,
                clause.found[last].end,
                "rule",
                clause.number,
                first,
                number=counts[-1].number,
            )


# --- outcomes, unanimity, and forms of their own --------------------------------------------------------------------


_UNREAL_UNANIMITY = re.compile(
    r"(?:^| )(?:would|will|should|must|shall|may|might|could|can|to|if|unless|expected|due|doit|devrait"
    r"|debe|deberia|not"
    r"|failed|fails|n' (?:a|ont) pas|a|no)(?: (?:be|have|not|also|then|then|act|decide|vote))* $"
)
_TO_ADOPT = re.compile(
    r"(?:^| )(?:would|will|should|must|shall|may|might|could|can|to|failed to|a)(?: (?:be|have|not|also))* "
    r"(?:adopt|pass|approve|decide"
    r"|vote|condemn|act|endorse|adopter|approuver|aprobar|adoptar|accepted|adopted|approved)(?: [^ ;:]+){0,9}? $"
)
_FORUM = (
    r"(?:<o>|committee|subcommittee|panel|commission|parliament|union|league|cabinet|jury|court|judges?"
    r"|legislature|board"
    r"|knesset|duma|bundestag|congress|tribunal)"
)
_OTHER_FORUM = re.compile(
    rf"(?:^| ){_FORUM}(?: (?:,|which|that|has|have|had|on <t>|<t>|also|in <u>|of <u>|voted|adopted|approved|passed))* $"
)
_RELATIVE_FORUM = re.compile(
    r"(?:^| )(?:(?:<u>|<m>) , which(?: has| had)?|whose(?: \S+){1,3})(?: (?:voted|approved|adopted|decided|agreed))? $"
)
_BY_FORUM = re.compile(rf" (?:on <t> |<t> )?by (?:the )?{_FORUM}(?= |$)")


def _is_told(clause: Clause, found: tuple[str, int, int]) -> bool:
    """Is the unanimity asserted, and that of the body told of: no wish, no committee's, no other assembly's?"""
    _, start, end = found
    before = clause.keys[:start]
    near = before[max(before.rfind(" ; "), before.rfind(" . ")) + 1 :]
    if _RELATIVE_FORUM.search(near) or _of_some_committee(clause, start, end):
        return False
    return not (_UNREAL_UNANIMITY.search(near) or _TO_ADOPT.search(near) or _OTHER_FORUM.search(near)) and not (
        _BY_FORUM.match(clause.keys[end:])
    )


def _of_some_committee(clause: Clause, start: int, end: int) -> bool:
    """Is it "the committee", in small letters and of no name, that was unanimous?"""
    beside = [*clause.found[: clause.item(start)][-2:], *clause.found[clause.item(end) : clause.item(end) + 4]]
    return any(item.key == "<b>" and item.text == "committee" for item in beside)


_OBJECT = 30
_BOTH = re.compile(
    r"(?:^| )(?:both|neither|none of (?:them|the)|(?:<n>|rival|competing) (?:\S+ )?(?:drafts|texts|resolutions))(?= |$)"
)


def _of_both(keys: str, stated: Stated) -> bool:
    """Is an outcome said of more than one text: "both died", "it adopted neither of them"?"""
    start = max(keys.rfind(mark, 0, stated.start) for mark in (" ; ", " . ", " : "))
    stop = keys.find(" . ", stated.end)
    return bool(_BOTH.search(keys[max(start, 0) : min(stated.end + _OBJECT, stop if stop > 0 else len(keys))]))


def _outcomes(clause: Clause) -> Iterator[Fact]:
    for stated in outcomes(clause.keys):
        start, end = clause.span(stated.start, stated.end)
        yield Fact(
            "outcome",
            start,
            end,
            "outcome",
            clause.number,
            clause.item(stated.start),
            adopted=stated.adopted,
            reason=stated.reason,
            name=stated.name,
            group="both" if _of_both(clause.keys, stated) else "",
            past=stated.earlier,
            weak=stated.earlier,
        )
    found = unanimous(clause.keys)
    if found and _is_told(clause, found):
        name, first, last = found
        start, end = clause.span(first, last)
        yield Fact("unanimous", start, end, "unanimous", clause.number, clause.item(first), name=name)

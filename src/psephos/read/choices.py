# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Voters and a choice as facts: ballots, figures, remainders, groups, and what was not fully understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from psephos.read.clauses import Chunk, Clause, Sought, subject_of
from psephos.read.facts import Fact
from psephos.read.factuality import Mode, mode_of
from psephos.read.following import LINKING, OBJECT_WORDS, listed_after, names_at, voters_in
from psephos.read.lexical import words
from psephos.read.lists import Voters
from psephos.read.verbs import Phrase

__all__ = ["choice_facts"]


_OFTEN = re.compile(
    r" (?:a |the |more than |over |at least |nearly |some |about )*(?:(?:<n>|several|many|numerous"
    r"|dozens of|all|various|multiple|every|previous|earlier|past|similar|other) (?:\S+ "
    r"){0,3}(?:resolutions|drafts|texts|times|attempts|measures|efforts))"
)
"""A veto told as a habit ("the fifth time", "vetoed several drafts") is no vote of this report."""
_HABIT = re.compile(r" time(?: that)? (?:the )?(?:<m> )?(?:has |had )?$")
_BY_SUBJECT = frozenset({"finite", "participle", "infinitive", "state", "nominal"})
_FEW = 5
_NEAR = 5
_VERBAL = words("supported-by opposed-by vetoed-by")
_UNREAL_VETO = words(
    "threat threats avoid avoided avoiding avert averted averting risk fear fears feared possible potential prospect "
    "without any likely no wary earlier previous past former escape subject power right facing expected each single one"
)
_DESCRIPTIVE = words(
    ", and some several many most other the of a part greater number majority much <u> african "
    "arab asian european western eastern latin countries nations states members bloc"
)


# --- choices ----------------------------------------------------------------------------------------------------------


def choice_facts(clause: Clause, language: str) -> Iterator[Fact]:
    """The facts of all choices in a sentence, left to right."""
    known: dict[int, Sought] = {}
    last = "?"
    for place, piece in enumerate(clause.pieces):
        if piece.phrase is None:
            continue
        spoken = replace(piece.phrase, choice=last) if piece.phrase.choice == "=" else piece.phrase
        last = spoken.choice
        sought = None
        if piece.phrase.form == "passive" and place and (counted := clause.pieces[place - 1].voters) and counted.count:
            sought = Sought((place - 1,), ())
        if piece.phrase.form in _BY_SUBJECT:
            sought = subject_of(clause.pieces, place, known)
        if sought:
            known[place] = sought
        if sought and spoken.form != "nominal" and all(_only_votes(clause.pieces[n]) for n in sought.chunks):
            sought = None  # votes do not vote
        mode = _mode(clause, place, sought)
        if mode == "irrealis" or _unreal_count(clause, sought, spoken) or (_leaned(piece) and not _is_vote(clause, place, sought)):
            continue
        yield from _of_choice(clause, place, spoken, sought, mode, language)


def _only_votes(piece: Chunk) -> bool:
    return piece.voters is not None and piece.voters.noun == "votes" and not piece.voters.members


_UNREAL = words("would could might may should if will can")


def _unreal_count(clause: Clause, sought: Sought | None, phrase: Phrase) -> bool:
    """Reads "there would have been three votes against": a figure of what did not happen."""
    if phrase.form != "nominal" or not sought:
        return False
    before: list[str] = []
    for piece in reversed(clause.pieces[max(0, sought.chunks[0] - 5) : sought.chunks[0]]):
        if piece.key in {",", ";", ":", "–", "."} or piece.voters or piece.phrase:
            break
        before.extend(piece.key.split())
    return bool(set(before) & _UNREAL)


def _leaned(piece: Chunk) -> bool:
    return piece.phrase is not None and piece.phrase.name in {"leaned-for", "leaned-against", "echo-no"}


def _is_vote(clause: Clause, place: int, sought: Sought | None) -> bool:
    """Is "supported the creation of a court" a vote? If members are counted, or a choice stands beside it."""
    if sought is None:
        return False
    for number in sought.chunks:
        voters = clause.pieces[number].voters
        if voters and voters.count and voters.noun in {"members", ""} and not voters.group:
            return True
        if voters and voters.rest:
            return True
    if clause.found[clause.pieces[place].first].key in {"did not", "would not", "could not", "did", "would", "could", "wanted", "wants", "liked", "disliked", "welcomed"}:
        return False  # said of a single member, it is no vote
    return any(
        number != place
        and piece.phrase is not None
        and piece.phrase.choice in {"yes", "no", "abstain"}
        and not _leaned(piece)
        and piece.phrase.form in {"finite", "state", "participle", "nominal"}
        and not _in_aside(clause.pieces, number)
        for number, piece in enumerate(clause.pieces)
    )


def _in_aside(pieces: Sequence[Chunk], number: int) -> bool:
    """Does a choice stand in a clause about somebody ("China, which abstained, ...")?"""
    return number > 0 and pieces[number - 1].key in {"which", "who", "that"}


def _mode(clause: Clause, place: int, sought: Sought | None) -> Mode:
    before = list(sought.between) if sought else _words_before(clause, place)
    phrase = clause.pieces[place].phrase
    if phrase and phrase.form == "passive" and phrase.name not in _VERBAL:
        before = [key for key in before if key not in {"not", "never"}]  # "was not adopted, owing to the veto of"
    if (
        sought
        and sought.chunks
        and (first := sought.chunks[0])
        and clause.pieces[first - 1].key in {"had", "should", "were"}
        and (first == 1 or clause.pieces[first - 2].key == ",")
    ):
        return "irrealis"  # "had China voted against, ..."
    # What stands inside the subject ("any of the five - A, B and C -") does not part it from the "if" before it.
    start = clause.pieces[sought.chunks[0] if sought and sought.chunks[0] < place else place].first
    keys = [item.key for item in clause.found[max(0, start - 24) : start]]
    return mode_of(before, [*keys, *before])


def _words_before(clause: Clause, place: int) -> list[str]:
    words: list[str] = []
    for piece in reversed(clause.pieces[max(0, place - 6) : place]):
        if piece.voters or piece.phrase or piece.key in {",", ";", "–", "(", ")", ":"}:
            break
        words.insert(0, piece.key)
    return words


def _of_choice(
    clause: Clause, place: int, phrase: Phrase, sought: Sought | None, mode: Mode, language: str
) -> Iterator[Fact]:
    reader = _Reader(
        clause, place, phrase, past=mode == "past", weak=mode == "past", shared=bool(sought and len(sought.chunks) > 1)
    )
    left, right = clause.keys[: clause.places[clause.pieces[place].first]][-60:], clause.keys[phrase.end :][:40]
    if phrase.veto and (_HABIT.search(left) or _OFTEN.match(right)):
        return
    noun = clause.found[clause.pieces[place].first].key in {"vetoes", "vetos"} and phrase.name == "vetoed"
    if noun and sought and not any(_names(clause, number) for number in sought.chunks):
        return  # "whose two vetoes"
    if phrase.name == "veto-of" and set(left.split()[-_NEAR:]) & _UNREAL_VETO:
        return
    if mode == "negated":
        yield from reader.unread(sought)
        return
    after = listed_after(clause, place, phrase, sought, language)
    if sought:
        for number in sought.chunks:
            yield from reader.facts(clause.pieces[number].voters, sought, number)
        yield from _inserted(clause, place, sought, reader)
    for number, production in after:
        yield from reader.facts(clause.pieces[number].voters, sought, number, production=production)
    yield from _same_as(clause, place, reader)
    yield from reader.inside()
    yield from reader.among(sought)
    if sought is None and not after:
        yield from reader.orphan()


def _inserted(clause: Clause, place: int, sought: Sought, reader: _Reader) -> Iterator[Fact]:
    """Reads "The others, allies such as Britain among them, abstained": some of those counted, named in passing."""
    pieces = clause.pieces
    subject = pieces[sought.chunks[-1]].voters
    if subject is None or subject.members or not (subject.count or subject.rest):
        return
    for number in range(sought.chunks[-1] + 1, place):
        if not names_at(pieces, number):
            continue
        before = {piece.key for piece in pieces[max(0, number - 2) : number]}
        after = [piece.key for piece in pieces[number + 1 : number + 3]]
        if before & _SOME or after in (["among", "them"], ["for", "instance"], ["for", "example"]) or after[:1] == ["included"]:
            yield from reader.facts(replace_count(pieces[number].voters), None, number, production="including")


_SOME = words("including such like notably among")


def _names(clause: Clause, number: int) -> bool:
    return names_at(clause.pieces, number)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns voters and a choice into facts."""

    clause: Clause
    place: int
    phrase: Phrase
    past: bool
    weak: bool = False
    shared: bool = False

    def facts(
        self, voters: Voters | None, sought: Sought | None, number: int, *, production: str = ""
    ) -> Iterator[Fact]:
        if voters is None or (production == "passive" and voters.noun == "votes" and not voters.members):
            return  # "approved by 12 votes" is a tally, and no agent
        name = production or self._production(voters, number)
        by_state = self.phrase.name == "dissented" and any(one.role != "person" for one in voters.members)
        if self.phrase.choice == "?" or by_state:
            yield self._fact("unread", number, name, name="verb")
            return
        known = tuple(person for person in voters.members if person.codes)
        if known:
            yield self._fact("ballots", number, name, persons=known, aim=self._aim())
        for stranger in voters.unknown:
            yield replace(
                self._fact("unread", number, name, persons=(stranger,), name="name"),
                start=stranger.start,
                end=stranger.end,
            )
        yield from self._figures(voters, number, name, trailing=bool(production))
        if sought and (sought.only or (voters.only and known)) and known and not voters.partial:
            yield self._fact("closed", number, "alone")

    def _figures(self, voters: Voters, number: int, name: str, *, trailing: bool) -> Iterator[Fact]:
        count = voters.count
        if self.shared and count and not voters.rest:
            return
        if voters.group and voters.group.startswith(("party:", "named:")):
            yield self._fact("unread", number, "group", name="group")
            return
        if voters.group:
            yield self._fact("group", number, "group", number=count.number if count else None, group=voters.group)
            return
        if count is None:
            if voters.rest:
                yield self._fact("rest", number, "remainder")
            return
        if count.number == 0 and voters.only:
            yield self._fact("closed", number, "nobody-else")
            return
        if not count.exact or (voters.rest and (trailing or self._joined(number))):
            return
        kind = "rest" if voters.rest else "figure"
        fact = self._fact(kind, number, "remainder" if voters.rest else name, number=count.number)
        yield replace(
            fact,
            start=count.start,
            end=max(count.end, self.clause.chunk_span(number)[1] if not voters.members else count.end),
        )

    def _joined(self, number: int) -> bool:
        keys = {piece.key for piece in self.clause.pieces[max(0, number - 8) : number]}
        return bool(keys & {"joined", "join", "alongside", "besides"})

    def _production(self, voters: Voters, number: int) -> str:
        if self.phrase.veto:
            return "veto"
        if self.phrase.form == "label":
            return "label"
        if self.shared and voters.members:
            return "joined"
        if voters.count:
            return "counted-list" if voters.members else "counted"
        before = self.clause.pieces[number - 1].key if number else ""
        return "with-clause" if before == "with" else "subject"

    def _aim(self) -> tuple[int, int] | None:
        """What stands after "voted against", if it may be something other than the draft."""
        if not self.phrase.aimed:
            return None
        here = self.clause.pieces[self.place].last
        found = self.clause.found
        words: list[str] = []
        end = here
        while end < len(found) and found[end].key not in {
            ",",
            ".",
            ";",
            ":",
            "(",
            ")",
            "–",
            "|",
            "and",
            "but",
            "while",
            "with",
            "as",
        }:
            words.append(found[end].key)
            end += 1
        if not words or words[0] in LINKING or _is_draft(words):
            return None
        return found[here].start, found[end - 1].end

    def _fact(self, kind: str, at: int, production: str, **more: object) -> Fact:
        start, end = self.clause.chunk_span(at)
        own_start, own_end = self.clause.chunk_span(self.place)
        if kind in {"closed", "unread", "rest", "group"}:
            start, end = min(start, own_start), max(end, own_end)
        base = Fact(
            kind,  # type: ignore[arg-type]
            start,
            end,
            production,
            self.clause.number,
            self.place,
            choice=self.phrase.choice,
            veto=self.phrase.veto,
            past=self.past,
            weak=self.weak,
        )
        return replace(base, **more)  # type: ignore[arg-type]

    def unread(self, sought: Sought | None) -> Iterator[Fact]:
        if sought:
            yield self._fact("unread", sought.chunks[0], "negated", name="negated")

    def inside(self) -> Iterator[Fact]:
        """A figure within the phrase: "cast the one abstention"."""
        piece = self.clause.pieces[self.place]
        for item in self.clause.found[piece.first : piece.last]:
            if item.key == "<n>" and item.number is not None:
                yield replace(
                    self._fact("figure", self.place, "counted", number=item.number), start=item.start, end=item.end
                )

    def among(self, sought: Sought | None) -> Iterator[Fact]:
        """Reads "China and India were among the 35 abstaining", "with China and Kazakhstan the two abstentions"."""
        pieces = self.clause.pieces
        yield from self._one_of()
        here = sought.chunks[0] - 1 if sought else self.place - 1
        counted = bool(sought and (voters := pieces[sought.chunks[0]].voters) and voters.count and not voters.members)
        if sought is None and here > 0 and pieces[here].key in {"that", "who", "which"}:
            here -= 1
        if sought is None and here >= 0 and pieces[here].key in {"those", "countries", "states", "members"}:
            here -= 1
        elif not counted:
            return
        words = []
        while here >= 0 and pieces[here].key in {
            "among",
            "was",
            "were",
            "is",
            "are",
            "the",
            "also",
            "being",
            "as",
            "both",
            ",",
        }:
            words.append(pieces[here].key)
            here -= 1
        named = names_at(pieces, here)
        apposed = here and pieces[here - 1].key == "with" and not words
        if named and counted and sought and not apposed and "among" not in words:
            apposed = _as_many_named(pieces[here].voters, pieces[sought.chunks[0]].voters, words)
        if named and ("among" in words or apposed):
            yield from self.facts(replace_count(pieces[here].voters), None, here, production="among")

    def _one_of(self) -> Iterator[Fact]:
        """Reads "Britain was one of the ten that abstained": a name and the figure it is part of."""
        pieces = self.clause.pieces
        here = self.place - 1
        here -= here > 0 and pieces[here].key in {"that", "which", "who", "to"}
        voters = pieces[here].voters if here > 0 else None
        if voters is None or voters.count is None or voters.size is None or voters.members:
            return
        if here == self.place - 1 and self.phrase.form != "participle":
            return
        verb = here - 1 - (pieces[here - 1].key == "also")
        if verb < 1 or pieces[verb].key not in {"was", "were", "being", "is", "are"} or not names_at(pieces, verb - 1):
            return
        if len(pieces[verb - 1].voters.members) == voters.count.number:  # type: ignore[union-attr]
            yield from self.facts(pieces[verb - 1].voters, None, verb - 1, production="among")
            yield self._fact("figure", here, "among", number=voters.size)

    def orphan(self) -> Iterator[Fact]:
        """A finite choice whose subject was not found: if voters stand in the clause, it is not fully understood."""
        if self.phrase.form not in {"finite", "state"} or not self.place:
            return
        yield from self._described()
        before = self.clause.pieces[self.place - 1]
        if before.key in {
            "countries",
            "states",
            "members",
            "nations",
            "they",
            "delegations",
            "some",
            "many",
            "others",
            "several",
            "most",
            "bloc",
            "<u>",
        }:
            yield self._fact("unread", self.place, "orphan", name="subject")

    def _described(self) -> Iterator[Fact]:
        """Reads "Japan, some African countries and most of South America abstained": the names known, the rest not."""
        pieces = self.clause.pieces
        here = self.place - 1
        while here >= 0 and (pieces[here].key in _DESCRIPTIVE or _only_group(pieces[here])):
            here -= 1
        if (
            here >= 0
            and here < self.place - 1
            and names_at(pieces, here)
            and (here <= 1 or pieces[here - 1].key in {",", "while", "and", ";"})
        ):
            yield from self.facts(pieces[here].voters, None, here, production="subject")


def _as_many_named(named: Voters | None, counted: Voters | None, words: Sequence[str]) -> bool:
    """Reads "Guyana was the one abstention": as many names as the figure counts."""
    if named is None or counted is None or counted.count is None or not set(words) & {"was", "were", "being"}:
        return False
    return len(named.members) == counted.count.number


def _only_group(piece: Chunk) -> bool:
    """Is it a group without names ("some African countries")?"""
    return piece.voters is not None and bool(piece.voters.group) and not piece.voters.members


def replace_count(voters: Voters | None) -> Voters | None:
    """The names of a phrase, without its figure."""
    return replace(voters, count=None, rest=False, only=False) if voters else None


def _is_draft(words: Sequence[str]) -> bool:
    if words[0].endswith("ing"):
        return False
    head = [
        word
        for word in words[:_FEW]
        if word not in {"the", "a", "an", "this", "that", "its", "their", "<d>", "<m>", "<b>", "<y>"}
    ]
    return not head or any(word in OBJECT_WORDS for word in head[:3])


def _same_as(clause: Clause, place: int, reader: _Reader) -> Iterator[Fact]:
    """Reads "and so did X", "as did X" further on in the clause."""
    pieces = clause.pieces
    for here in range(place + 1, min(place + 12, len(pieces) - 2)):
        if pieces[here].phrase:
            return
        if names_at(pieces, here) and pieces[here - 1].key in {";", ",", "and"} and pieces[here + 1].key in {"likewise", "ditto"}:
            yield from reader.facts(pieces[here].voters, None, here, production="same-as")
            return
        if pieces[here].key in {"so", "neither", "nor"} and pieces[here + 1].key in {
            "did",
            "has",
            "had",
            "were",
            "was",
            "have",
        }:
            for number in (here + 2, here + 3):
                if (voters := voters_in(pieces, number)) is not None:
                    yield from reader.facts(voters, None, number, production="same-as")
                    return

# ruff: noqa: RUF001 -- the quotation marks and dashes that texts print
"""Voters and a choice turned into facts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from psephos.read.atoms.lexical import words
from psephos.read.atoms.nouns import PERSONAL, Count, Voters
from psephos.read.phrases.clauses import Chunk, Clause, Sought
from psephos.read.phrases.exceptions import is_whole
from psephos.read.phrases.following import LINKING, OBJECT_WORDS, names_at
from psephos.read.phrases.verbs import Phrase
from psephos.read.sentences.facts import STANCES, Fact
from psephos.read.sentences.subtotals import PARTS, is_no_total

__all__ = ["Reader", "replace_count"]

_FEW = 5
_BEFORE = 6
_SITS = words(
    "broke broken crossed defied bucked rebelled joined joining sided split republican democrat conservative tory "
    "labour senator lawmaker member mp mep"
)
"""Words between somebody and a stance that tell that they sit in the body ("was the only Republican to oppose it")."""
_ARTICLES = words("un une una")
"""In French and Spanish also articles: "a opposé un double veto" counts nobody."""
_DESCRIPTIVE = words(
    ", and some several many most other the of a part greater number majority much <u> african "
    "arab asian european western eastern latin countries nations states members bloc"
)


@dataclass(frozen=True, slots=True)
class Reader:
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
        """What is said when these voters are told to have cast the choice."""
        if voters is None or (production == "passive" and voters.noun == "votes" and not voters.members):
            return  # "approved by 12 votes" is a tally, and no agent
        if production == "passive" and self._of_member():
            return
        name = production or self._production(voters, number)
        by_state = (
            self.phrase.name == "dissented"
            and self.phrase.form in {"finite", "infinitive"}
            and any(one.role not in PERSONAL for one in voters.members)
        )
        if self.phrase.choice == "?" or by_state or voters.noun == "either" or self._from_outside(voters, number):
            yield self._fact("unread", number, name, name="verb" if voters.noun != "either" else "either")
            return
        known = tuple(person for person in voters.members if person.codes)
        if known:
            veto = self.phrase.veto and not all(
                one.role in PERSONAL for one in known
            )  # a person who helped to block it
            yield self._fact("ballots", number, name, persons=known, aim=self._aim(), veto=veto)
        for stranger in voters.unknown:
            yield replace(
                self._fact("unread", number, name, persons=(stranger,), name="name"),
                start=stranger.start,
                end=stranger.end,
            )
        yield from self._figures(voters, number, name, trailing=production not in {"", "passive"})
        only = sought is not None and (sought.only or voters.only or (self.phrase.only and not self.phrase.veto))
        if only and known and not (voters.partial or voters.rest or voters.group or self._of_some(number)):
            yield self._fact("closed", number, "alone")

    def _from_outside(self, voters: Voters, number: int) -> bool:
        """Reads "the White House backed it": a stance is a ballot only of those who sit there, as the text says."""
        if self.phrase.veto and self.phrase.name != "blocked" and voters.members:
            return all(one.role in PERSONAL for one in voters.members)  # a president's veto is no ballot of the body
        if self.phrase.name not in STANCES or not voters.members or voters.count:
            return False
        low, high = sorted((number, self.place))
        between = self.clause.pieces[low + 1 : high]
        sits = {piece.key for piece in between} & _SITS or any(piece.voters and piece.voters.count for piece in between)
        return not sits and all(one.role == "somebody" for one in voters.members)

    def counted(self, number: int, count: Count) -> Fact:
        """A figure told in passing ("Britain and France, two in all, abstained")."""
        fact = self._fact("figure", number, "counted", number=count.number)
        return replace(fact, start=count.start, end=count.end)

    def _figures(self, voters: Voters, number: int, name: str, *, trailing: bool) -> Iterator[Fact]:
        count = voters.count
        if self.shared and count and not voters.rest:
            return
        if voters.group:
            yield from self._of_group(voters, number)
            return
        if count is None:
            if voters.rest:
                production = "all-but" if voters.apart else "whole" if voters.whole else "remainder"
                yield self._fact("rest", number, production, persons=voters.apart)
            return
        if count.number == 0 and voters.only:
            yield self._fact("closed", number, "nobody-else")
            return
        if self.phrase.veto and not voters.members:
            return  # "the two countries had blocked a resolution": those named before
        if not count.exact or is_no_total(self.clause, self.place, number, trailing=trailing):
            return
        kind = "rest" if voters.rest else "figure"
        fact = self._fact(kind, number, "remainder" if voters.rest else name, number=count.number, aim=self._aim())
        yield replace(
            fact,
            start=count.start,
            end=max(count.end, self.clause.chunk_span(number)[1] if not voters.members else count.end),
        )

    def _of_group(self, voters: Voters, number: int) -> Iterator[Fact]:
        """What is said of a part of the body: so many of it, unless it is one that psephos does not know."""
        count = voters.count
        if voters.group.startswith(PARTS):
            yield self._fact("unread", number, "group", name="group")
        elif not (count and count.exact and len(voters.members) == count.number):
            # "three permanent members, A, B and C, abstained": perhaps others did as well
            yield self._fact("group", number, "group", number=count.number if count else None, group=voters.group)

    def _of_member(self) -> bool:
        """Reads "Russia, backed by China, cast its veto": who stood behind a member, and not behind the text."""
        pieces, place = self.clause.pieces, self.place
        aside = self.phrase.name == "supported-by" and place > 1 and pieces[place - 1].key == ","
        return aside and names_at(pieces, place - 2) and pieces[place - 2].phrase is None

    def _of_some(self, number: int) -> bool:
        """Reads "of the permanent members, only China abstained": nobody else among those, perhaps others elsewhere."""
        before = list(
            itertools.takewhile(lambda piece: piece.key not in {";", "|"}, reversed(self.clause.pieces[:number]))
        )
        return any(piece.key == "among" or _only_group(piece) for piece in before[:_BEFORE])

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
            name=self.phrase.name,
            veto=self.phrase.veto,
            past=self.past,
            weak=self.weak,
        )
        return replace(base, **more)  # type: ignore[arg-type]

    def unread(self, sought: Sought | None) -> Iterator[Fact]:
        """A choice denied ("did not vote against"), or with somebody left out of it: nothing is closed."""
        if sought:
            yield self._fact("unread", sought.chunks[0], "negated", name="negated", veto=False)

    def all_but(self, sought: Sought | None, left_out: int | None) -> Iterator[Fact]:
        """Reads "All members voted in favour, except Somalia": the others did. Of less, nothing is closed."""
        pieces = self.clause.pieces
        names = pieces[left_out].voters if left_out is not None else None
        if sought is None or names is None or not is_whole(pieces, sought):
            yield from self.unread(sought)
            return
        yield self._fact("rest", sought.chunks[0], "all-but", persons=names.members)

    def inside(self) -> Iterator[Fact]:
        """A figure within the phrase: "cast the one abstention"."""
        piece = self.clause.pieces[self.place]
        items = self.clause.found[piece.first : piece.last]
        if self.phrase.name == "abstentions-by" and self.place and self.clause.pieces[self.place - 1].key == "an":
            yield self._fact("figure", self.place, "counted", number=1)
        if any(item.key == "side" for item in items):
            return  # "the six nays on the Democratic side came from ..."
        for item in items:
            if item.key == "<n>" and item.number is not None and item.text.casefold() not in _ARTICLES:
                yield replace(
                    self._fact("figure", self.place, "counted", number=item.number), start=item.start, end=item.end
                )

    def among(self, sought: Sought | None) -> Iterator[Fact]:
        """Reads "China and India were among the 35 abstaining", "with China and Kazakhstan the two abstentions"."""
        pieces = self.clause.pieces
        yield from self._one_of()
        words: list[str] = []
        here = sought.chunks[0] - 1 if sought else self.place - 1
        counted = bool(sought and (voters := pieces[sought.chunks[0]].voters) and voters.count and not voters.members)
        if sought is None and here > 0 and pieces[here].key in {"that", "who", "which"}:
            here -= 1
        if sought is None and here >= 0 and (figure := self._figure_that(here)):
            if pieces[here - 1].key == "among":
                yield figure
            here -= 1
        elif sought is None and here >= 0 and (self._others_that(here) or pieces[here].key in _THOSE):
            words += ["other"] * self._others_that(here)
            here -= 1
        elif not counted:
            return
        while here >= 0 and pieces[here].key in _LEADING:
            words.append(pieces[here].key)
            here -= 1
        if "among" in words and not names_at(pieces, here):
            here = _before_aside(pieces, here)  # "Malaysia, one of the authors, was among the eleven that"
        named = names_at(pieces, here)
        apposed = here and pieces[here - 1].key == "with" and not words
        if named and counted and sought and not apposed and "among" not in words:
            apposed = _as_many_named(pieces[here].voters, pieces[sought.chunks[0]].voters, words)
        others = "other" in words and bool({"was", "were"} & set(words))  # "were the other countries that voted no"
        if named and ("among" in words or apposed or others):
            yield from self.facts(replace_count(pieces[here].voters), None, here, production="among")

    def _others_that(self, here: int) -> bool:
        """Reads "were the other countries that voted no"."""
        voters = self.clause.pieces[here].voters
        return here < self.place - 1 and voters is not None and voters.rest and not voters.members

    def _figure_that(self, here: int) -> Fact | None:
        """Reads "the eleven members that voted in favour": how many they were."""
        voters = self.clause.pieces[here].voters
        if here == self.place - 1 or voters is None or voters.count is None or voters.members or voters.rest:
            return None
        if voters.size is not None or not voters.count.exact or voters.group:
            return None
        return self.counted(here, voters.count)

    def _one_of(self) -> Iterator[Fact]:
        """Reads "Britain was one of the ten that abstained": a name and the figure it is part of."""
        pieces = self.clause.pieces
        here = self.place - 1
        here -= here > 0 and pieces[here].key in {"that", "which", "who", "to"}
        voters = pieces[here].voters if here > 0 else None
        if voters is None or voters.count is None or voters.size is None or voters.members or voters.only:
            return
        if any(item.key == "<b>" for item in self.clause.found[pieces[here].first : pieces[here].last]):
            return  # "one of the Council's 15 members to oppose it"
        if here == self.place - 1 and self.phrase.form != "participle":
            return
        if here > 1 and pieces[here - 1].key == "," and names_at(pieces, here - 2):
            # "China and Russia, two of the three that abstained, said"
            if len(pieces[here - 2].voters.members) == voters.count.number:  # type: ignore[union-attr]
                yield from self.facts(pieces[here - 2].voters, None, here - 2, production="among")
            return
        verb = here - 1 - (pieces[here - 1].key == "also")
        if verb < 1 or pieces[verb].key not in {"was", "were", "being", "is", "are"} or not names_at(pieces, verb - 1):
            return
        if len(pieces[verb - 1].voters.members) == voters.count.number:  # type: ignore[union-attr]
            yield from self.facts(pieces[verb - 1].voters, None, verb - 1, production="among")
            if voters.group.startswith(PARTS):
                return  # "was one of nine Democrats who"
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


def _before_aside(pieces: Sequence[Chunk], here: int) -> int:
    """Who is spoken of before what stands between two commas."""
    for place in range(here, max(0, here - _ASIDE), -1):
        if pieces[place].key == "," and names_at(pieces, place - 1):
            return place - 1
    return here


_ASIDE = 16
_THOSE = words("those countries states members")
_LEADING = words("among was were is are the also being as both other ,")


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

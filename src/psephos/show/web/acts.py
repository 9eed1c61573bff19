"""What a visitor does to a vote: turn a member's ballot, set a bench's numbers, change the body or the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from psephos.body.book import Rulebook
from psephos.body.members import Seat
from psephos.calls.rollcall import Ballot
from psephos.calls.seating import Seating, seat_call
from psephos.errors import UsageError
from psephos.show.glyphs import OPEN
from psephos.show.web.desk import Desk, latest_day, usable
from psephos.show.web.query import CHOICES, CallQuery, split

__all__ = ["Asked", "acted", "asked", "castables"]

_CYCLE = ("yes", "no", "abstain", "absent", "not_participating")
_SAID = (*CHOICES, "ballot", "others", "tally", "without_a_vote")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the page: the vote, how to show it, and what to do to it first.

    `turns` are members to turn to their next choice, or `member:choice`; `numbers` are votes of a bench by choice;
    `was` is the body and day that the ballots were meant for; `ticked` are those of the members `offered` that are
    to take part, `were` the group chosen before.
    """

    query: CallQuery
    view: str = ""
    chances: str = ""
    turns: tuple[str, ...] = ()
    numbers: Mapping[str, Mapping[str, int]] | None = None
    was: str = ""
    offered: tuple[str, ...] = ()
    were: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()


def asked(pairs: Iterable[tuple[str, str]]) -> Asked:
    """Read a request of the page; what an address says besides is left alone.

    Raises:
        UsageError: a parameter that cannot be what it says.
    """
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        if value:
            found.setdefault(name, []).append(value)
    fields = {name: found[name] for name in CallQuery.model_fields if name in found}
    plain = {name: value if _takes_many(name) else value[-1] for name, value in fields.items()}
    if not any(name in plain for name in _SAID):
        plain["others"] = "yes"
    try:
        query = CallQuery.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise UsageError(f"'{str(plain.get(name))[:60]}' cannot be '{name}': {first['msg'].lower()}") from None
    return Asked(
        query,
        "".join(found.get("view", [])[-1:]),
        _chances(found) if "was" in found else "".join(found.get("chances", [])[-1:])[:4_000],
        split(found.get("turn", [])),
        _numbers(found),
        "".join(found.get("was", [])[-1:]),
        split(found.get("offered", [])),
        split(found.get("were", [])),
        split(found.get("part", [])),
    )


def _takes_many(name: str) -> bool:
    return "list" in str(CallQuery.model_fields[name].annotation)


def _chances(found: Mapping[str, Sequence[str]]) -> str:
    """Fields such as `c:CHN` and `c:others`, chances in per cent, written as an address holds them."""
    given = [(name.partition(":")[2], values[-1]) for name, values in found.items() if name.startswith("c:")]
    return ",".join(f"{member}={_part(text, member)}" for member, text in given)[:4_000]


def _part(text: str, member: str) -> str:
    """60 per cent as 0.6."""
    try:
        exact = Decimal(text.strip().removesuffix("%"))
    except InvalidOperation:
        raise UsageError(f"'{text[:20]}' is no chance of {member[:40]}; write a number of per cent") from None
    if not 0 <= exact <= 100:  # noqa: PLR2004 -- per cent
        raise UsageError(f"a chance of {text[:20]}% of {member[:40]} is outside 0 to 100")
    return f"{(exact / 100).normalize():f}"[:20]


def _numbers(found: Mapping[str, Sequence[str]]) -> dict[str, dict[str, int]]:
    """Fields such as `n:senators:yes`, one for each choice of each bench."""
    numbers: dict[str, dict[str, int]] = {}
    for name, values in found.items():
        mark, _, rest = name.partition(":")
        seat, _, choice = rest.rpartition(":")
        if mark != "n" or not seat:
            continue
        if not (values[-1].isascii() and values[-1].isdecimal() and len(values[-1]) < 12):  # noqa: PLR2004 -- no bench is larger
            raise UsageError(f"'{values[-1][:20]}' votes of {seat[:40]}: write a whole number")
        if int(values[-1]):
            numbers.setdefault(seat, {})[choice] = int(values[-1])
        else:
            numbers.setdefault(seat, {})
    return numbers


def acted(desk: Desk, request: Asked) -> tuple[CallQuery, tuple[str, ...]]:
    """The vote after what the visitor did, and what had to be left out, in sentences."""
    query, notes = _moved(desk, request)
    book = desk.library.book(query.body)
    query, left = _taking_part(book, query, request)
    notes += left
    if not (request.turns or request.numbers):
        return query, notes
    seating = seat_call(book, query.call(desk.day(book, query.on, query.decision)))
    ballots = _ballots(seating)
    if request.was in ("", f"{query.body}@{seating.roster.day}"):
        for seat, numbers in (request.numbers or {}).items():
            held = next((one for one in seating.roster.seats if one.id == seat and one.count > 1), None)
            before = ballots.get(seat)
            if held is not None and not isinstance(before, str):
                ballots[seat] = _fitted(before or {}, numbers, held.count)
    for turn in request.turns:
        try:
            _turn(book, seating, ballots, turn)
        except UsageError as error:
            notes += (f"{error}.",)
    return _compressed(query, seating, ballots), notes


def _fitted(before: Mapping[str, int], wanted: Mapping[str, int], count: int) -> dict[str, int]:
    """Numbers that fit the bench: what was typed stays, and what was not gives way to it."""
    found = dict(wanted)
    typed = {choice for choice, number in wanted.items() if number != before.get(choice, 0)}
    for choice in sorted(found, key=lambda choice: (choice in typed, -found[choice])):
        over = sum(found.values()) - count
        if over > 0:
            found[choice] = max(found[choice] - over, 0)
    return {choice: number for choice, number in found.items() if number}


def _ballots(seating: Seating) -> dict[str, Ballot | None]:
    """Every seat's ballot as it stands; None is open."""
    found: dict[str, Ballot | None] = {}
    for place, seat in enumerate(seating.roster.seats):
        votes = zip(seating.choices.ids, seating.known[place], strict=True)
        counts = {choice: number for choice, number in votes if number}
        found[seat.id] = seating.ballot(place) if seat.count == 1 else counts
    return found


def _turn(book: Rulebook, seating: Seating, ballots: dict[str, Ballot | None], turn: str) -> None:
    member, _, wanted = turn.partition(":")
    seat = book.names.seat(member, seating.roster)
    cycle = castables(book, seat)
    if seat.count > 1:
        return
    present = ballots[seat.id]
    if wanted:
        if wanted not in cycle:
            raise UsageError(f"{seat.name} cannot cast '{wanted[:40]}'; it may cast {', '.join(cycle)}")
        ballots[seat.id] = None if wanted == OPEN else wanted
        return
    place = cycle.index(str(present)) + 1 if present in cycle else 0 if present is None else len(cycle) - 1
    following = cycle[place % len(cycle)]
    ballots[seat.id] = None if following == OPEN else following


def castables(book: Rulebook, seat: Seat) -> tuple[str, ...]:
    """What clicks on this seat go through, in order; a ballot that is not known comes last.

    Examples:
        >>> from psephos.body.rulebook import rulebook
        >>> castables(rulebook("unsc"), Seat("CHN", "China"))
        ('yes', 'no', 'abstain', 'absent', 'not_participating', 'open')
    """
    declared = tuple(choice for choice in book.choices.ids if choice not in CHOICES)
    allowed = (*_CYCLE[:3], *declared, *_CYCLE[3:]) if seat.casts is None else seat.casts
    return tuple(dict.fromkeys((*(choice for choice in allowed if choice != "not_voting"), OPEN)))


def _compressed(query: CallQuery, seating: Seating, ballots: Mapping[str, Ballot | None]) -> CallQuery:
    """Write the ballots shortly: the commonest one stands for all others, unless one is open."""
    ordinary = [seat for seat in seating.roster.seats if not seat.apart]
    plain = [ballots[seat.id] for seat in ordinary if seat.count == 1]
    common = None
    if plain and len(plain) == len(ordinary) and None not in plain:
        common = Counter(str(ballot) for ballot in plain).most_common(1)[0][0]
    apart = {seat.id for seat in seating.roster.seats if seat.apart}
    listed = {member: ballot for member, ballot in ballots.items() if ballot and (ballot != common or member in apart)}
    return query.model_copy(update={"tally": None, "open": 0}).with_ballots(listed, common or OPEN)


def _moved(desk: Desk, request: Asked) -> tuple[CallQuery, tuple[str, ...]]:
    """After a change of body or day: the ballots of those who do not sit there are left out, and said."""
    query = request.query
    body, _, day = request.was.partition("@")
    book = desk.library.book(query.body)
    if not request.was or (body == query.body and query.on is not None and day == query.on.isoformat()):
        return query, ()
    if body != query.body:
        return _elsewhere(book, query), ()
    return _another_day(book, query)


def _elsewhere(book: Rulebook, query: CallQuery) -> CallQuery:
    on = query.on if query.on is not None and usable(book, query.on, None) else latest_day(book)
    return CallQuery.model_validate({"body": query.body, "on": on, "others": "yes"})


def _another_day(book: Rulebook, query: CallQuery) -> tuple[CallQuery, tuple[str, ...]]:
    if query.on is None:
        return query, ()
    changes: dict[str, Any] = {
        name: _sitting(book, query.on, split(getattr(query, name))) or None for name in ("participants", "opt_out")
    }
    fitting, said = _fitting(book, query.model_copy(update=changes), "did not sit on that day")
    if query.decision and not any(r.decision == query.decision and r.in_force(query.on) for r in book.rules):
        changes["decision"] = None
    variants = book.variants(query.decision or book.default_decision, query.on)
    changes["variant"] = [variant for variant in split(query.variant) if variant in variants]
    return fitting.model_copy(update=changes), said


def _sitting(book: Rulebook, day: date, names: Iterable[str]) -> list[str]:
    """Those members and groups that there are on a day."""
    found = []
    for name in names:
        with suppress(UsageError):
            book.roster(day, participants=[name])
            found.append(name)
    return found


def _taking_part(book: Rulebook, query: CallQuery, request: Asked) -> tuple[CallQuery, tuple[str, ...]]:
    """After a change of who takes part: one list of opt-outs, and no ballots of those who do not take part."""
    if query.on is None or request.was != f"{query.body}@{query.on}":
        return query, ()
    if request.offered:
        query = query.model_copy(update=_ticks(book, query, request))
    return _fitting(book, query, "does not take part") if query.opt_out or query.participants else (query, ())


def _ticks(book: Rulebook, query: CallQuery, request: Asked) -> dict[str, Any]:
    """What the ticks beside the members change; a group chosen at the same time goes before them."""
    if query.on is None or split(query.participants) != request.were:
        return {"opt_out": None}
    asked_for = (split(query.participants) or None, split(query.opt_out) or None)
    present = book.roster(query.on, participants=asked_for[0], opt_out=asked_for[1]).ids
    if {*request.ticked} == {*present}:
        return {}
    return {"participants": None, "opt_out": [one for one in request.offered if one not in request.ticked] or None}


def _fitting(book: Rulebook, query: CallQuery, why: str) -> tuple[CallQuery, tuple[str, ...]]:
    """The same vote without the ballots of those who are not there, and who they are."""
    if query.on is None:
        return query, ()
    asked_for = (split(query.participants) or None, split(query.opt_out) or None)
    roster = book.roster(query.on, participants=asked_for[0], opt_out=asked_for[1])
    kept: dict[str, Ballot] = {}
    left: list[str] = []
    for member, ballot in query.ballots().items():
        with suppress(UsageError):
            kept[book.names.seat(member, roster).id] = ballot
            continue
        left.append(member)
    if not left:
        return query, ()
    said = f"{', '.join(left)} {why}; the ballot was left out."
    return query.with_ballots(kept, query.others), (said,)

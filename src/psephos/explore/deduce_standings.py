"""From the ballots that statements leave to the standing of each: stated, forced, possible or contradictory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from psephos.body.binding import BoundRule
from psephos.explore.deduce_choices import meaning
from psephos.explore.deduce_classes import Question, TooManyWays, bits
from psephos.explore.deduce_days import joined
from psephos.explore.deduce_large import count_large
from psephos.explore.deduce_proofs import Core, Other, Solver
from psephos.explore.deduce_terms import World, own_names
from psephos.explore.deduce_ways import reach
from psephos.explore.deduced import BallotStanding, Deduction, Fact, Proof
from psephos.explore.statements import AllCast, Counted, Decided, Labelled, Scope, Span, Statement, VetoedBy

__all__ = ["conclude"]

_STEPS = 60_000
_Kind = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left on one world: for each seat the choices still possible (bits), and how many ways there are."""

    number: int
    world: World
    masks: tuple[int, ...]
    ways: int | None


def conclude(solver: Solver, *, smallest: bool = False) -> Deduction:
    """The standing of every ballot, the proofs, and what remains."""
    left, days = _survey(solver)
    if not left:
        return _contradiction(solver, smallest=smallest)
    ways = [one.ways for one in left]
    return Deduction(
        solver.statements,
        tuple(_ballots(solver, left, smallest=smallest)),
        None,
        None if None in ways else sum(number for number in ways if number is not None),
        joined(span for spans in days for span in spans),
        tuple(replace(one.world.sitting, spans=joined(spans)) for one, spans in zip(left, days, strict=True)),
    )


def _survey(solver: Solver) -> tuple[list[_Left], list[list[Span]]]:
    """What remains of each sitting, and on which of its days (it is the same on all of them)."""
    days: dict[int, list[Span]] = {}
    left: dict[int, _Left] = {}
    for number, world in enumerate(solver.worlds):
        if solver.impossible(number):
            continue
        found = left.get(world.origin) or _left(solver, number)
        if found is not None:
            left[world.origin] = found
            days.setdefault(world.origin, []).extend(world.sitting.spans)
    return list(left.values()), list(days.values())


# --- what is left -----------------------------------------------------------------------------------------------------


def _left(solver: Solver, number: int) -> _Left | None:
    """What all statements leave of one world; None if nothing."""
    world = solver.worlds[number]
    question = solver.question(number, solver.everything)
    if question is None:
        return None
    try:
        found = reach(question, world.domain.masks, _STEPS)
    except TooManyWays:
        return _left_large(solver, number, question)
    if found.ways == 0:
        return None
    return _Left(number, world, found.masks, _counted(world, question) if found.ways is None else found.ways)


def _counted(world: World, question: Question) -> int | None:
    bare = BoundRule(world.sitting.rule, world.sitting.roster, world.domain.choices, ())
    return count_large(bare, question, world.domain.masks)


def _left_large(solver: Solver, number: int, question: Question) -> _Left | None:
    """Ask for every choice of every kind of seat whether some way has it; most are seen in a way already found."""
    world = solver.worlds[number]
    if solver.witness(number, solver.everything) is None:
        return None
    kinds: dict[_Kind, list[int]] = {}
    for place in range(len(world.base)):
        kinds.setdefault(_kind(solver, number, place), []).append(place)
    masks = [0] * len(world.base)
    for places in kinds.values():
        mask = _possible(solver, number, places, question.allowed[places[0]])
        for place in places:
            masks[place] = mask
    return _Left(number, world, tuple(masks), _counted(world, question))


def _possible(solver: Solver, number: int, places: Sequence[int], allowed: int) -> int:
    """The choices of one kind of seat that some way has: seen already, or found by asking for it."""
    world = solver.worlds[number]
    member, seen = world.seats[places[0]].id, solver.seen(number, places)
    found = 0
    for held in world.domain.masks:
        mask = held & allowed
        if mask and (seen & mask or solver.also(number, Other(member, mask))):
            found |= mask
    return found


def _kind(solver: Solver, number: int, place: int) -> _Kind:
    """What tells a seat apart: its choices, what each statement says of it by itself, and how the sums count it."""
    world = solver.worlds[number]
    key: list[object] = [world.base[place], world.votes[place]]
    for statement in range(len(solver.statements)):
        term = world.term(statement)
        if term is not None:
            key.append(tuple(mask for own, mask in term.allowed if own == place))
            key.append(term.rows(place))
    return tuple(key)


# --- standings --------------------------------------------------------------------------------------------------------


def _ballots(solver: Solver, left: Sequence[_Left], *, smallest: bool) -> Iterable[BallotStanding]:
    proofs: dict[_Kind, Proof] = {}
    for member in dict.fromkeys(seat.id for one in left for seat in one.world.seats):
        yield _standing(solver, left, member, proofs, smallest=smallest)


def _standing(
    solver: Solver, left: Sequence[_Left], member: str, proofs: dict[_Kind, Proof], *, smallest: bool
) -> BallotStanding:
    held = [(one, one.world.places[member]) for one in left if member in one.world.places]
    mask = 0
    for one, place in held:
        mask |= one.masks[place]
    world, place = held[0][0].world, held[0][1]
    choices, votes, sat = world.domain.classes(mask), world.votes[place], len(held) == len(left)
    if len(choices) > 1 or not sat:
        return BallotStanding(member, choices, "possible", None, votes, sat)
    said = _said(solver, held[0][0].number, place, mask)
    if said:
        return BallotStanding(member, choices, "stated", Proof(said, (), smallest=True), votes)
    key = (choices, _kind(solver, held[0][0].number, place)) if solver.one_sitting else (choices, member)
    if key not in proofs:
        proofs[key] = _forced(solver, left, Other(member, _rest(world, choices[0])), smallest=smallest)
    return BallotStanding(member, choices, "forced", proofs[key], votes)


def _rest(world: World, choice: str) -> int:
    """Every other choice that is considered."""
    return world.domain.mask & ~world.domain.masks[world.domain.names.index(choice)]


def _said(solver: Solver, number: int, place: int, mask: int) -> tuple[str, ...]:
    """The statements each of which alone says that this ballot is of the one class left."""
    world = solver.worlds[number]
    held = next(held for held in world.domain.masks if held & mask)
    found = []
    for index, statement in enumerate(solver.statements):
        term = world.term(index)
        if term is None or place not in term.own:
            continue
        if any(own == place and not world.base[place] & allowed & ~held for own, allowed in term.allowed):
            found.append(statement.id)
    return tuple(found)


def _forced(solver: Solver, left: Sequence[_Left], other: Other, *, smallest: bool) -> Proof:
    core = solver.core(other, smallest=smallest)
    return _proof(solver, core, other, [one.world for one in left])


# --- proofs -----------------------------------------------------------------------------------------------------------


def _proof(solver: Solver, core: Core, other: Other | None, worlds: Sequence[World]) -> Proof:
    used = [solver.statements[number] for number in bits(core.statements)]
    facts = (*_seat_facts(used, worlds), *_group_facts(used, worlds), *_clause_facts(solver, core, other, used, worlds))
    if not solver.one_sitting or not _fits(solver, core):
        facts = (*facts, Fact("sat"))
    return Proof(tuple(one.id for one in used), facts or (Fact("choices"),), core.smallest)


def _fits(solver: Solver, core: Core) -> bool:
    """Are all those named seated on the one sitting there is?"""
    return not core.statements & solver.impossible(0)


def _seat_facts(used: Sequence[Statement], worlds: Sequence[World]) -> tuple[Fact, ...]:
    """Figures and rules reach a ballot only because every seat casts exactly one."""
    if not any(isinstance(one, Counted | AllCast | Decided | Labelled | VetoedBy) for one in used):
        return ()
    sizes = {sum(seat.count for seat in world.seats if not seat.apart) for world in worlds}
    return (Fact("seats", number=sizes.pop() if len(sizes) == 1 else 0),)


def _group_facts(used: Sequence[Statement], worlds: Sequence[World]) -> tuple[Fact, ...]:
    scopes: list[Scope] = [one.of for one in used if isinstance(one, Counted | AllCast)]
    found = []
    for group in dict.fromkeys(scope.group for scope in scopes if scope.group):
        sizes = {sum(seat.count for seat in world.seats if group in {*seat.groups, seat.id}) for world in worlds}
        found.append(Fact("group", group, sizes.pop() if len(sizes) == 1 else 0))
    return tuple(found)


def _clause_facts(
    solver: Solver, core: Core, other: Other | None, used: Sequence[Statement], worlds: Sequence[World]
) -> tuple[Fact, ...]:
    if not any(isinstance(one, Decided | Labelled | VetoedBy) for one in used):
        return ()
    names = dict.fromkeys(clause.name for world in worlds for clause in world.sitting.rule.clauses)
    return tuple(Fact("clause", name) for name in solver.needed_clauses(core.statements, other, tuple(names)))


# --- contradictions ---------------------------------------------------------------------------------------------------


def _contradiction(solver: Solver, *, smallest: bool) -> Deduction:
    core = solver.core(None, smallest=smallest)
    proof = _proof(solver, core, None, solver.worlds)
    ballots = tuple(_contradicted(solver, core, proof))
    return Deduction(solver.statements, ballots, proof, 0, (), ())


def _contradicted(solver: Solver, core: Core, proof: Proof) -> Iterable[BallotStanding]:
    """The members named and, where only one sitting comes into question, the others: of these nothing follows."""
    named: dict[str, list[int]] = {}
    for number, statement in enumerate(solver.statements):
        for name in own_names([statement]):
            named.setdefault(_code(solver, name), []).append(number)
    world = solver.worlds[0]
    everybody = [seat.id for seat in world.seats] if solver.one_sitting else []
    for member in dict.fromkeys((*everybody, *named)):
        yield _among_contradictions(solver, member, named.get(member, []), core, proof)


def _among_contradictions(
    solver: Solver, member: str, about: Sequence[int], core: Core, proof: Proof
) -> BallotStanding:
    world = next((world for world in solver.worlds if member in world.places), None)
    place = world.places[member] if world else 0
    base, votes = (world.base[place], world.votes[place]) if world else (solver.worlds[0].domain.mask, 1)
    domain = solver.worlds[0].domain
    meant = [meaning(domain, solver.statements[number]) & base for number in about]
    blamed = _blamed(solver, about, core, proof)
    if blamed:
        union = domain.classes(sum(1 << bit for bit in {bit for mask in meant for bit in bits(mask)}))
        return BallotStanding(member, union, "contradictory", blamed, votes, world is not None)
    left = base
    for mask in meant:
        left &= mask
    said = tuple(
        solver.statements[number].id
        for number, mask in zip(about, meant, strict=True)
        if len(domain.classes(mask)) == 1
    )
    stated = Proof(said, (), smallest=True) if said else None
    sat = world is not None and solver.one_sitting
    return BallotStanding(
        member, domain.classes(left), "stated" if said else "possible", stated, votes, sat or bool(about)
    )


def _blamed(solver: Solver, about: Sequence[int], core: Core, proof: Proof) -> Proof | None:
    """A set of statements that cannot all be true, and that one of these belongs to."""
    if any(core.statements >> number & 1 for number in about):
        return proof
    for number in about:
        own = solver.conflict_with(number)
        if own is not None:
            return _proof(solver, own, None, solver.worlds)
    return None


def _code(solver: Solver, name: str) -> str:
    """The code of the member named, on the first sitting that has it; the name itself if none has."""
    for world in solver.worlds:
        place = world.place(name)
        if place is not None:
            return world.seats[place].id
    return name

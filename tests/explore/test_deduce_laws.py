"""Deduction against every roll call listed, on random small bodies: vetoes, figures, groups, benches, days.

Set PSEPHOS_EXAMPLES=2000 to try thousands of bodies; each takes about a tenth of a second.
"""

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from psephos.body.binding import bind
from psephos.body.book import Rulebook
from psephos.decide.reasons import gravity, reasons
from psephos.explore import deduce_proofs, deduce_standings
from psephos.explore.deduce import Deduction, Proof, deduce
from psephos.explore.deduce_terms import own_names
from psephos.explore.statements import AllCast, Counted, Scope, Statement
from tests.explore.deduction import DOMAINS, Judge, Slow, books, days_of, statement_sets

SLOW = settings(max_examples=int(os.environ.get("PSEPHOS_EXAMPLES", "50")), suppress_health_check=list(HealthCheck))


@SLOW
@given(st.data())
def test_the_quick_judge_agrees_with_the_tree_of_reasons(data: st.DataObject) -> None:
    slow = Slow(data.draw(books()), (), ("yes", "no", "absent"))
    for call in slow.calls[:: max(1, len(slow.calls) // 30)]:
        sitting = slow.sittings[call.sitting]
        bound = bind(sitting.rule, sitting.roster, slow.book.choices)
        assert Judge(bound).gravity(call.profile) == gravity(reasons(bound, call.profile))


def drawn(data: st.DataObject) -> tuple[Rulebook, tuple[Statement, ...], tuple[str, ...] | None]:
    book, domain = data.draw(books()), data.draw(st.sampled_from(DOMAINS))
    return book, data.draw(statement_sets(book, domain)), domain


def both(data: st.DataObject, *, smallest: bool = False) -> tuple[Deduction, Slow]:
    book, statements, domain = drawn(data)
    return deduce(book, statements, choices=domain, smallest=smallest), Slow(book, statements, domain)


@SLOW
@given(st.data())
def test_the_way_for_large_bodies_comes_to_the_same(data: st.DataObject) -> None:
    book, statements, domain = drawn(data)
    found = deduce(book, statements, choices=domain)
    with pytest.MonkeyPatch.context() as patch:
        for module in (deduce_proofs, deduce_standings):
            patch.setattr(module, "_STEPS", -1)
        patch.setattr(deduce_proofs, "_FEWER_STEPS", -1)
        large = deduce(book, statements, choices=domain)
    assert large.remaining in (found.remaining, None)
    assert (large.ballots, large.days, large.conflict) == (found.ballots, found.days, found.conflict)


@SLOW
@given(st.data())
def test_what_remains_is_what_the_list_of_all_roll_calls_leaves(data: st.DataObject) -> None:
    found, slow = both(data)
    left = slow.left()
    assert (found.conflict is None) == bool(left)
    assert found.remaining == slow.remaining()
    assert {one.roster.day for one in found.sittings} == {slow.sittings[call.sitting].roster.day for call in left}
    assert set(days_of(found.days)) == slow.days()
    for ballot in found.ballots if left else ():
        possible = slow.ballots(left, ballot.member)
        assert set(ballot.choices) == possible - {None}
        assert ballot.sat == (None not in possible)
        assert (ballot.standing in ("stated", "forced")) == (len(possible) == 1)
    if left:
        assert {ballot.member for ballot in found.ballots} == {
            member for call in left for member in slow.sittings[call.sitting].roster.ids
        }


def bits_of(proof: Proof, slow: Slow) -> int:
    return sum(1 << place for place, one in enumerate(slow.statements) if one.id in proof.statements)


def proves(active: int, member: str | None, kind: str, slow: Slow) -> bool:
    left = slow.left(active)
    return not left if member is None else bool(not slow.ballots(left, member) - {kind})


def check_irreducible(proof: Proof, member: str | None, kind: str, slow: Slow) -> None:
    active = bits_of(proof, slow)
    assert proves(active, member, kind, slow)
    for place in range(len(slow.statements)):
        if active >> place & 1:
            assert not proves(active & ~(1 << place), member, kind, slow)


@SLOW
@given(st.data())
def test_every_proof_proves_and_nothing_of_it_can_be_dropped(data: st.DataObject) -> None:
    found, slow = both(data)
    for ballot in found.ballots:
        if ballot.standing == "forced" and ballot.proof:
            check_irreducible(ballot.proof, ballot.member, ballot.choices[0], slow)
        elif ballot.standing == "stated":
            for name in ballot.because:
                active = sum(1 << place for place, one in enumerate(slow.statements) if one.id == name)
                assert not found.consistent or proves(active, ballot.member, ballot.choices[0], slow)
        elif ballot.standing == "contradictory" and ballot.proof:
            check_irreducible(ballot.proof, None, "", slow)
    if found.conflict:
        check_irreducible(found.conflict, None, "", slow)


@SLOW
@given(st.data())
def test_a_proof_said_to_be_smallest_is(data: st.DataObject) -> None:
    found, slow = both(data, smallest=True)
    subsets = sorted(range(1 << len(slow.statements)), key=int.bit_count)
    for ballot in found.ballots:
        if ballot.standing == "forced" and ballot.proof:
            check_irreducible(ballot.proof, ballot.member, ballot.choices[0], slow)
            assert ballot.proof.smallest
            best = next(one for one in subsets if proves(one, ballot.member, ballot.choices[0], slow))
            assert best.bit_count() == len(ballot.because)
    if found.conflict:
        best = next(one for one in subsets if proves(one, None, "", slow))
        assert found.conflict.smallest
        assert best.bit_count() == len(found.conflict.statements)


@SLOW
@given(st.data(), st.booleans())
def test_interchangeable_members_have_equal_standings_and_proofs(data: st.DataObject, smallest: bool) -> None:  # noqa: FBT001
    book, statements, domain = drawn(data)
    twin = replace(book.register.tenures[-1], seat=replace(book.register.tenures[-1].seat, id="twin", name="twin"))
    more = replace(book, register=replace(book.register, tenures=(*book.register.tenures, twin)))
    told = own_names(statements) + tuple(name for one in statements for name in mentioned(one))
    other = book.register.tenures[-1].seat.id
    if other in told or "s0" in other:
        return
    found = deduce(more, statements, choices=domain, smallest=smallest)
    if found.consistent and other in {ballot.member for ballot in found.ballots}:
        assert replace(found.ballot(other), member="twin") == found.ballot("twin")


def mentioned(statement: Statement) -> tuple[str, ...]:
    scope = statement.of if isinstance(statement, Counted | AllCast) else Scope()
    return (*(scope.members or ()), *scope.apart_from)

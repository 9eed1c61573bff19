"""Power by definition: every coalition, every order, every profile listed. Only tests do that."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from math import factorial

from hypothesis import strategies as st

from psephos.body.binding import BoundRule
from psephos.body.members import Seat
from psephos.body.rules import And, Formula, Leaf, Or
from psephos.power.games import Game
from tests.count import bodies as b

MONOTONE = (
    "yes >= {n}",
    "no(a) = 0",
    "yes[w] >= {p}% of members[w]",
    "yes[w] > no[w]",
    "yes >= 2/3 of (yes + no)",
    "yes(b)[w] >= {p}% of members(b)[w]",
    "members - yes < fewest(w > {p}%) + 1",
    "yes[v] > {p}% of members[v]",
)
"""Conditions that one more vote in favour never hurts."""

Coalition = frozenset[int]
Wins = Callable[[Coalition], bool]


def formulas(names: Sequence[str]) -> st.SearchStrategy[Formula]:
    """Formulas without negation."""
    leaves: st.SearchStrategy[Formula] = st.sampled_from(names).map(Leaf)
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        ),
        max_leaves=4,
    )


@st.composite
def games(draw: st.DrawFn, votes: int = 6, *, benches: bool = False, weights: Sequence[int] = (1, 2, 3, 5, 9)) -> Game:
    """A random monotone rule on a small roster with the groups a and b."""
    seats: list[Seat] = []
    while sum(seat.count for seat in seats) < votes and (len(seats) < 2 or draw(st.booleans())):
        weight = (draw(st.sampled_from(weights)), draw(st.sampled_from(weights)))
        group = ("a", "b", "ab", "")[draw(st.integers(0, 3))] + ("a" if not seats else "b" if len(seats) == 1 else "")
        count = draw(st.integers(1, 3)) if benches else 1
        seats.append(b.seat(f"s{len(seats)}", weight, group, count))
    texts = draw(st.lists(st.sampled_from(MONOTONE), min_size=1, max_size=3))
    clauses = {
        f"c{number}": text.format(n=draw(st.integers(0, 5)), p=draw(st.sampled_from([20, 35, 50, 65])))
        for number, text in enumerate(texts)
    }
    return Game(b.body(seats, clauses, draw(formulas(list(clauses)))), "a test", "board")


def voters(game: Game) -> list[int]:
    """The place of each single vote."""
    return [place for place, seat in enumerate(game.roster.seats) for _ in range(seat.count)]


def outcome(game: Game) -> tuple[int, Wins]:
    """How many votes there are, and which sets of them win."""
    places = voters(game)
    width = len(game.bound.choices.ids)
    known: dict[Coalition, bool] = {}

    def wins(coalition: Coalition) -> bool:
        if coalition not in known:
            rows = [[0] * width for _ in game.roster.seats]
            for vote, place in enumerate(places):
                rows[place][0 if vote in coalition else 1] += 1
            known[coalition] = b.adopts(game.bound, rows)
        return known[coalition]

    return len(places), wins


def coalitions(votes: Sequence[int]) -> list[Coalition]:
    """All of them."""
    return [frozenset(some) for size in range(len(votes) + 1) for some in combinations(votes, size)]


def swings(n: int, wins: Wins) -> list[int]:
    """In how many coalitions of the others each vote decides."""
    return [sum(wins(c | {i}) and not wins(c) for c in coalitions([j for j in range(n) if j != i])) for i in range(n)]


def adopting(n: int, wins: Wins) -> int:
    """How many coalitions win."""
    return sum(wins(c) for c in coalitions(range(n)))


def shapley(n: int, wins: Wins) -> list[Fraction]:
    """By the formula over coalitions."""
    found = []
    for i in range(n):
        total = Fraction(0)
        for c in coalitions([j for j in range(n) if j != i]):
            if wins(c | {i}) and not wins(c):
                total += Fraction(factorial(len(c)) * factorial(n - 1 - len(c)), factorial(n))
        found.append(total)
    return found


def shares(values: Sequence[Fraction]) -> list[Fraction] | None:
    """Values that sum to one."""
    whole = sum(values)
    return [value / whole for value in values] if whole else None


def critical(c: Coalition, wins: Wins) -> list[int]:
    """Who turns this winning coalition into a losing one by leaving."""
    return [i for i in c if wins(c) and not wins(c - {i})]


def minimal(n: int, wins: Wins) -> list[Coalition]:
    """The minimal winning coalitions."""
    return [c for c in coalitions(range(n)) if wins(c) and all(not wins(c - {i}) for i in c)]


def johnston(n: int, wins: Wins) -> list[Fraction] | None:
    """By listing."""
    scores = [Fraction(0)] * n
    for c in coalitions(range(n)):
        those = critical(c, wins)
        for i in those:
            scores[i] += Fraction(1, len(those))
    return shares(scores)


def deegan_packel(n: int, wins: Wins) -> list[Fraction] | None:
    """By listing."""
    return shares([sum((Fraction(1, len(c)) for c in minimal(n, wins) if i in c), Fraction(0)) for i in range(n)])


def holler(n: int, wins: Wins) -> list[Fraction] | None:
    """By listing."""
    return shares([Fraction(sum(i in c for c in minimal(n, wins))) for i in range(n)])


def inclusiveness(n: int, wins: Wins) -> list[Fraction]:
    """Of the winning coalitions, those with the member."""
    those = [c for c in coalitions(range(n)) if wins(c)]
    return [Fraction(sum(i in c for c in those), len(those)) for i in range(n)]


def rae(n: int, wins: Wins) -> list[Fraction]:
    """How often the outcome is as the member voted."""
    those = coalitions(range(n))
    return [Fraction(sum(wins(c) == (i in c) for c in those), len(those)) for i in range(n)]


def owen(n: int, wins: Wins, unions: Sequence[Sequence[int]]) -> list[Fraction]:
    """By listing the orders in which unions stay together."""
    scores = [0] * n
    orders = 0
    for outer in permutations(unions):
        for inner in product(*(permutations(union) for union in outer)):
            orders += 1
            there: Coalition = frozenset()
            for i in (i for union in inner for i in union):
                if wins(there | {i}) and not wins(there):
                    scores[i] += 1
                there |= {i}
    return [Fraction(score, orders) for score in scores]


def coalitional_banzhaf(n: int, wins: Wins, unions: Sequence[Sequence[int]], *, symmetric: bool) -> list[Fraction]:
    """Banzhaf-Owen, or the symmetric form with the Shapley weights inside the union."""
    found = [Fraction(0)] * n
    for union in unions:
        others = [one for one in unions if one is not union]
        for i in union:
            mates = [j for j in union if j != i]
            for outer in coalitions(range(len(others))):
                base = frozenset(j for k in outer for j in others[k])
                for c in coalitions(mates):
                    if wins(base | c | {i}) and not wins(base | c):
                        inside = Fraction(1, 2 ** len(mates))
                        if symmetric:
                            p = len(union)
                            inside = Fraction(factorial(len(c)) * factorial(p - 1 - len(c)), factorial(p))
                        found[i] += inside / 2 ** len(others)
    return found


# --- three choices ----------------------------------------------------------------------------------------------------

YES, NO, ABSTAIN = 0, 1, 2


def ternary(bound: BoundRule) -> Callable[[tuple[int, ...]], bool]:
    """Which divisions into yes, no and abstain adopt; one vote a seat."""
    width = len(bound.choices.ids)

    def passes(profile: tuple[int, ...]) -> bool:
        return b.adopts(bound, [[int(c == choice) for c in range(width)] for choice in profile])

    return passes


def roll_call(n: int, passes: Callable[[tuple[int, ...]], bool]) -> list[Fraction]:
    """Every order and every division: the pivot is the one after whose vote the outcome is settled."""
    scores = [0] * n
    total = 0
    for profile in product((YES, ABSTAIN, NO), repeat=n):
        for order in permutations(range(n)):
            total += 1
            for called in range(1, n + 1):
                done = set(order[:called])
                worst = passes(tuple(v if i in done else NO for i, v in enumerate(profile)))
                best = passes(tuple(v if i in done else YES for i, v in enumerate(profile)))
                if worst == best:
                    scores[order[called - 1]] += 1
                    break
    return [Fraction(score, total) for score in scores]

import pytest

from psephos.count.diagram import compile_rule
from psephos.count.passes import chance, count, shapley, swings, total
from psephos.count.sampling import confidence_bounds, estimate, estimate_shapley, estimate_swings
from psephos.errors import UsageError
from tests.count import bodies as b

BODY = b.body(
    [b.seat("A", (5, 1), "a"), b.seat("B", (3, 1)), b.seat("C", (2, 1)), b.seat("bench", count=4)],
    {"weight": "yes[w] > 1/2 of members[w]", "unvetoed": "no(a) = 0", "three": "yes >= 3"},
    "weight and unvetoed and three",
)


def test_the_bounds_cover_the_truth_as_often_as_they_say() -> None:
    """300 seeds at 90 %: fewer than 270 covered would be a fault; the bound is cautious, so nearly all are."""
    diagram = compile_rule(BODY, choices=("yes", "no"))
    truth = count(diagram) / total(diagram)
    found = [estimate(BODY, 200, seed, confidence=0.9) for seed in range(300)]
    assert sum(one.low <= truth <= one.high for one in found) >= 270
    assert max(one.high - one.low for one in found) < 0.2


def test_estimates_agree_with_the_diagram() -> None:
    diagram = compile_rule(BODY, choices=("yes", "no"))
    by_swing, by_order = estimate_swings(BODY, 20_000, 3), estimate_shapley(BODY, 20_000, 3)
    exact = shapley(diagram).values
    for seat, number in swings(diagram).items():
        truth = number / 2 ** (diagram.open_votes - 1)
        assert by_swing[seat].low <= truth <= by_swing[seat].high
        assert by_order[seat].low <= exact[seat] <= by_order[seat].high
    rows = [(0.7, 0.2, 0.1, 0)] * 4
    found = estimate(BODY, 20_000, 5, chances=rows)
    assert found.low <= chance(compile_rule(BODY), rows) <= found.high


def test_three_choices_and_large_weights() -> None:
    body = b.body([b.seat(name, (10**40 + n, 1)) for n, name in enumerate("ABC")], {"c": "yes[w] > no[w]"}, "c")
    found = estimate(body, 20_000, 1, choices=("yes", "no", "abstain"))
    assert found.low <= 13 / 27 <= found.high


def test_the_same_seed_draws_the_same() -> None:
    assert estimate(BODY, 500, 8) == estimate(BODY, 500, 8)


def test_bounds_at_the_ends() -> None:
    assert confidence_bounds(0, 10, 0.95)[0] == 0
    assert confidence_bounds(10, 10, 0.95)[1] == 1


@pytest.mark.parametrize(("samples", "confidence"), [(0, 0.9), (10, 1.5), (10, 0)])
def test_bad_use_is_refused(samples: int, confidence: float) -> None:
    with pytest.raises(UsageError):
        estimate(BODY, samples, 1, confidence=confidence)


def test_unusable_chances_are_refused() -> None:
    with pytest.raises(UsageError, match="add up to 1"):
        estimate(BODY, 10, 1, chances=[(0.5, 0.2, 0, 0)] * 4)

"""Power judged by samples, where a rule is out of reach of exact counting; one bound holds for all members at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from psephos.count.sampling import Estimate, estimate_shapley, estimate_swings
from psephos.errors import UsageError
from psephos.power.games import NO, YES, Measurable, game
from psephos.power.order import plainly_monotone
from psephos.power.table import PowerTable, Sampling

__all__ = ["SAMPLED", "estimate_power"]

SAMPLED = ("banzhaf", "shapley_shubik", "rae", "decisiveness", "luck")
"""What samples can tell: chances of swings, and what follows from them member by member."""

_MOST = 10_000_000
_HALF = 0.5

_FROM_SWINGS: Mapping[str, Callable[[float], float]] = {
    "banzhaf": lambda chance: chance,
    "decisiveness": lambda chance: chance,
    "rae": lambda chance: _HALF + chance / 2,
    "luck": lambda chance: _HALF - chance / 2,
}


def estimate_power(
    of: Measurable,
    *,
    index: str | Iterable[str] = "banzhaf",
    samples: int = 100_000,
    seed: int = 1,
    confidence: float = 0.99,
) -> PowerTable:
    """About how much power does a rule give each member, judged by random divisions?

    Args:
        of: a game (see `psephos.power.games.game`), a body's name or file, or a bound rule.
        index: one or several of `SAMPLED`, or "all" or "usual": those of them that samples can tell.
        samples: how many divisions are drawn; four times as many halve the error.
        seed: the same seed draws the same divisions.
        confidence: how sure it is that *all* figures of the table lie within its error bound.

    Returns:
        A table whose `sampling` says how it was drawn.

    Raises:
        UsageError: an index that samples cannot tell, too many samples or none, a seat that cannot cast both yes and
            no, or a rule whose form does not show that it is monotone.

    Cost: samples x members x clauses; 100,000 samples of 400 members under five clauses: half a minute.

    Examples:
        >>> found = estimate_power(game("unsc", on="2024-01-01"), samples=20_000)
        >>> abs(found.value("FRA") - 53 / 1024) <= found.error_bound
        True
    """
    found = game(of)
    asked = _asked(index)
    if not 0 < samples <= _MOST:
        raise UsageError(f"{samples:,} samples cannot be drawn; give 1 to {_MOST:,}")
    if not plainly_monotone(found.whole, (NO, YES)):
        raise UsageError(f"{found.name}: its form does not show that a vote in favour never hurts; leave samples out")
    kinds = [estimate_swings] if set(asked) - {"shapley_shubik"} else []
    kinds += [estimate_shapley] if "shapley_shubik" in asked else []
    # Each bound fails with at most this share of the whole table's risk.
    single = 1 - (1 - confidence) / (len(kinds) * len(found.places))
    drawn = {work: work(found.bound, samples, seed, confidence=single) for work in kinds}
    values, widths = {}, []
    for name in asked:
        rows = drawn[estimate_shapley if name == "shapley_shubik" else estimate_swings]
        turn = _FROM_SWINGS.get(name, _FROM_SWINGS["banzhaf"])
        values[name] = tuple(turn(rows[place].value) for place in found.places)
        widths += [_width(rows[place], turn) for place in found.places]
    method = f"estimated from {samples:,} random divisions with seed {seed}; all figures at once with {confidence:.4g}"
    return PowerTable(
        found,
        values,
        {},
        None,
        1 << found.votes,
        {},
        f"{method} confidence",
        exact=False,
        error_bound=max(widths),
        sampling=Sampling(samples, seed, confidence),
    )


def _asked(index: str | Iterable[str]) -> tuple[str, ...]:
    listed = (index,) if isinstance(index, str) else tuple(index)
    if "all" in listed:
        return SAMPLED
    if "usual" in listed:
        return SAMPLED[:2]
    other = [name for name in listed if name not in SAMPLED]
    if other or not listed:
        raise UsageError(f"samples cannot tell {', '.join(other) or 'nothing'}; they can tell {', '.join(SAMPLED)}")
    return tuple(dict.fromkeys(listed))


def _width(one: Estimate, turn: Callable[[float], float]) -> float:
    """How far the truth may lie from the value, at most."""
    value, low, high = turn(one.value), turn(one.low), turn(one.high)
    return max(abs(value - low), abs(high - value))

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from psephos.replay.order import Mark, exchanged, place_dates, rising

DAYS = st.dates(date(2000, 1, 1), date(2000, 12, 31))


@given(DAYS)
def test_exchanging_twice_gives_the_day_back(day: date) -> None:
    other = exchanged(day)
    assert other is None or (exchanged(other) == day and other != day)


@given(st.lists(DAYS, max_size=9))
def test_the_chain_rises_and_none_is_longer(days: list[date]) -> None:
    chain = rising(days)
    kept = [days[place] for place in chain]
    assert kept == sorted(kept)
    assert list(chain) == sorted(chain)
    longer = combinations(days, len(chain) + 1)
    assert not any(list(other) == sorted(other) for other in longer)


def marks(days: list[date]) -> list[Mark]:
    return [Mark(number, 1000 + number, day) for number, day in enumerate(days)]


@given(st.lists(st.integers(1, 9), min_size=2, max_size=60))
def test_dates_that_rise_are_all_in_order(steps: list[int]) -> None:
    days = [date(2001, 1, 1) + timedelta(days=sum(steps[: place + 1])) for place in range(len(steps))]
    verdicts = {placing.verdict for placing in place_dates(marks(days)).values()}
    assert verdicts <= {"fits", "either"}


@given(st.sets(st.integers(0, 89)))
def test_exchanged_dates_among_dense_ones_are_told(chosen: set[int]) -> None:
    true = [date(2001, 1, 1) + timedelta(days=4 * place) for place in range(90)]
    written = [exchanged(day) or day if place in chosen else day for place, day in enumerate(true)]
    placed = place_dates(marks(written))
    for place, day in enumerate(true):
        if placed[place].verdict == "exchanged":
            assert written[place] != day
        if placed[place].verdict == "fits":
            assert placed[place].admits(day)
    told = [place for place in range(90) if placed[place].verdict == "exchanged"]
    assert all(exchanged(written[place]) == true[place] for place in told)


def test_a_date_that_fits_either_way_is_left_alone() -> None:
    days = [date(2001, 1, 20), date(2001, 3, 2), date(2001, 12, 20)]
    assert place_dates(marks(days))[1].verdict == "either"


def test_a_date_that_fits_in_no_way_is_outside() -> None:
    days = [date(2001, 1, 20), date(2001, 9, 25), date(2001, 1, 24), date(2001, 1, 30)]
    assert place_dates(marks(days))[1].verdict == "outside"


def test_a_settled_date_settles_its_neighbour() -> None:
    days = [date(2001, 5, 30), date(2001, 8, 6), date(2001, 8, 7), date(2001, 10, 30)]
    assert place_dates(marks(days))[1].verdict == "either"
    first = [*days[:1], date(2001, 8, 5), *days[1:]]
    assert place_dates(marks([*first[:1], date(2001, 7, 13), *first[2:]]))[2].verdict == "fits"


def test_no_marks_no_placings() -> None:
    assert place_dates([]) == {}

import json
from pathlib import Path

import pytest

import psephos
from psephos.errors import UsageError
from psephos.power.compare import compare_power
from psephos.power.games import game, weighted
from psephos.power.indices import power
from psephos.power.sweep import Candidate, candidates, sweep

BOOKS = Path(psephos.__file__).parent / "body" / "rulebooks"


def test_enlargement_takes_power_from_those_who_were_there() -> None:
    change = compare_power(game("unsc", on="1965-06-01"), game("unsc", on="1966-06-01"))
    by_member = {gain.member: gain for gain in change.gains}
    assert by_member["FRA"].change < 0
    assert by_member["MLI"].before is None
    assert sum(gain.change for gain in change.gains) == pytest.approx(0)


def test_successors_are_matched_by_their_seat() -> None:
    change = compare_power(game("unsc", on="1991-12-01"), game("unsc", on="1991-12-28"))
    russia = next(gain for gain in change.gains if gain.member == "RUS")
    assert russia.before == russia.after


def test_a_table_can_be_compared_and_becomes_a_frame() -> None:
    before = power(weighted(3, "A=2,B=1,C=1"), index="banzhaf")
    frame = compare_power(before, weighted(2, "A=2,B=1,C=1,D=0"), index="banzhaf").to_polars()
    assert frame.columns == ["member", "name", "before", "after", "change"]
    assert frame.filter(frame["member"] == "D")["before"].to_list() == [None]
    with pytest.raises(UsageError, match="one index at a time"):
        compare_power(before, before, index="all")


def listed(count: int = 12) -> list[Candidate]:
    return list(candidates(range(3, 3 + count), ["A=5,B=4,C=3,D=2,E=1"], [(), ("E",)]))


def test_a_sweep_is_the_single_tables() -> None:
    found = sweep(listed(), index=["banzhaf", "shapley_shubik"], jobs=1)
    for one, record in zip(listed(), found.records, strict=True):
        table = power(one.game(), index=["banzhaf", "shapley_shubik"])
        assert record["values"]["shapley_shubik"] == list(table.values["shapley_shubik"])
    frame = found.to_polars()
    assert frame.columns == ["candidate", "member", "votes", "banzhaf", "shapley_shubik"]
    assert len(frame) == sum(len(record["members"]) for record in found.records)


def test_processes_find_the_same() -> None:
    assert sweep(listed(4), jobs=2).records == sweep(listed(4), jobs=1).records


def test_a_sweep_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    keep = tmp_path / "sweep.jsonl"
    done: list[tuple[int, int]] = []
    first = sweep(listed(5), jobs=1, keep=keep)
    keep.write_text(keep.read_text(encoding="utf-8") + '{"cut short', encoding="utf-8")
    both = sweep(listed(8), jobs=1, keep=keep, progress=lambda at, of: done.append((at, of)))
    assert both.records[: len(first.records)] == first.records
    assert len(done) == len(listed(8)) - len(listed(5))
    assert done[-1] == (len(listed(8)), len(listed(8)))
    assert all(json.loads(line) for line in keep.read_text(encoding="utf-8").splitlines())


def test_a_kept_file_belongs_to_its_indices(tmp_path: Path) -> None:
    keep = tmp_path / "sweep.jsonl"
    sweep(listed(2), index="banzhaf", jobs=1, keep=keep)
    with pytest.raises(UsageError, match="keeps a sweep of banzhaf"):
        sweep(listed(2), index="johnston", jobs=1, keep=keep)
    keep.write_text("no record\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 1: no record of a sweep"):
        sweep(listed(2), jobs=1, keep=keep)


def test_what_cannot_be_measured_is_named() -> None:
    found = sweep([Candidate("good", "2", "1x3"), Candidate("bad", "9", "1x3")], index="banzhaf", jobs=1)
    assert set(found.failed) == {"bad"}
    assert "never reached" in found.failed["bad"]
    with pytest.raises(UsageError, match="by name"):
        sweep(listed(1), index="all")
    with pytest.raises(UsageError, match="no index"):
        sweep(listed(1), index="nonsense")


def test_what_is_kept_belongs_to_one_rule_on_one_day(tmp_path: Path) -> None:
    """A rulebook file that was edited since, or another day, is measured anew."""
    board = tmp_path / "board.toml"
    board.write_text((BOOKS / "template-board.toml").read_text(encoding="utf-8"), encoding="utf-8")
    one = Candidate("board", body=str(board), on="2024-05-06")
    before = one.key
    assert one.key == before
    board.write_text(board.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    assert one.key != before
    assert Candidate("board", body="unsc").key != Candidate("board", body="unsc", on="2024-05-06").key


def test_what_was_done_is_kept_when_a_sweep_is_stopped(tmp_path: Path) -> None:
    keep = tmp_path / "sweep.jsonl"

    def stop(done: int, _all: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sweep(listed(), jobs=2, keep=keep, progress=stop)
    assert len(keep.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    ("quotas", "weights", "message"),
    [(["abc"], ["1x3"], "quota: write a whole number"), ([1], ["-1x3"], "negative"), ([1], ["x"], "weight 'x': write")],
)
def test_candidates_that_cannot_be_read(quotas: list[str], weights: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        list(candidates(quotas, weights))


def test_a_file_that_cannot_keep_a_sweep(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot keep a sweep"):
        sweep(listed(1), jobs=1, keep=tmp_path / "none" / "sweep.jsonl")


def test_a_cluster_by_passing_a_backend() -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
    with (
        distributed.LocalCluster(n_workers=2, processes=True, dashboard_address=None) as cluster,
        distributed.Client(cluster),
    ):
        assert sweep(listed(4), backend="dask").records == sweep(listed(4), jobs=1).records

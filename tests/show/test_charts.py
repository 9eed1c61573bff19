import pytest

from psephos.errors import UsageError
from psephos.power.compare import compare_power
from psephos.power.games import game
from psephos.power.indices import power
from psephos.show.charts import change_chart, power_chart


def test_a_chart_of_power_names_body_day_and_index() -> None:
    table = power("unsc", on="2024-01-01", index=["banzhaf", "shapley_shubik"])
    drawn = power_chart(table, most=6).to_dict()
    assert drawn["title"] == "United Nations Security Council, substantive decision, 1 January 2024"
    rows = drawn["data"]["values"]
    assert [row["member"] for row in rows[:6]] == [
        "China",
        "France",
        "Russian Federation",
        "United Kingdom",
        "United States",
        "Algeria",
    ]
    assert {row["index"] for row in rows} == {"Banzhaf", "Shapley-Shubik"}
    with pytest.raises(UsageError, match="no 'johnston'"):
        power_chart(table, ["johnston"])


def test_a_chart_of_change_tells_gains_from_losses() -> None:
    change = compare_power(game("unsc", on="1965-06-01"), game("unsc", on="1966-06-01"))
    drawn = change_chart(change).to_dict()
    assert drawn["title"] == "Shapley-Shubik: change"
    told = {row["member"]: row["who"] for row in drawn["data"]["values"]}
    assert (told["Mali"], told["China"], told["Bolivia"]) == ("gains", "loses", "loses")

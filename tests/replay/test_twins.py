import pytest

from psephos.replay.twins import draft_key


@pytest.mark.parametrize(
    ("symbol", "key"),
    [
        ("S/1994/11", "S/1994/11"),
        ("s/2004/25", "S/2004/25"),
        ("S/2005-554", "S/2005/554"),
        ("S/ 2005/554", "S/2005/554"),
        ("S/1995/395,  orally revised in its provisional form", "S/1995/395"),
        ("S/3730/Rev.1", "S/3730/REV.1"),
        ("S/13729", "S/13729"),
        ("A/52/L.1", "A/52"),
        ("S/1994/1356, para. 4", ""),
        ("para. 4 of report of Committee on Admission of New Members", ""),
        ("S/RES/589", ""),
        ("S/PV.303", ""),
        ("", ""),
    ],
)
def test_a_draft_in_one_spelling(symbol: str, key: str) -> None:
    assert draft_key(symbol) == key

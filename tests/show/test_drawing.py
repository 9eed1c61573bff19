from datetime import date
from pathlib import Path

import pytest

from psephos.calls.rollcall import RollCall
from psephos.errors import UsageError
from psephos.show.drawing import run_draw
from psephos.show.output import Output

CALL = RollCall("unsc", date(2023, 10, 25), ballots={"CHN": "no"}, others="yes")


def test_a_vote_is_drawn_as_svg(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_draw(Output(), CALL, tmp_path / "vote.svg") == 0
    assert (tmp_path / "vote.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "vetoed by China" in capsys.readouterr().out


@pytest.mark.parametrize("card", [False, True])
def test_a_vote_is_drawn_as_png(tmp_path: Path, card: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    pytest.importorskip("vl_convert", reason="PNG needs the extra charts")
    run_draw(Output(as_json=True), CALL, tmp_path / "vote.png", card=card)
    content = (tmp_path / "vote.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    size = tuple(int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert size == (1200, 630) if card else size[0] > 1000


def test_what_cannot_be_drawn_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"neither \.svg nor \.png"):
        run_draw(Output(), CALL, tmp_path / "vote.gif")
    with pytest.raises(UsageError, match="choose horseshoe, table, hemicycle"):
        run_draw(Output(), CALL, tmp_path / "vote.svg", seats="rows")
    with pytest.raises(UsageError, match="cannot be written"):
        run_draw(Output(), CALL, tmp_path / "nowhere" / "vote.svg")

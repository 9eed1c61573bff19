import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from psephos.calls.archive import FORMATS, read_calls, to_frame, write_calls
from psephos.calls.rollcall import RollCall, Tally
from psephos.errors import ArchiveError
from tests.calls.sheets import write_sheet

HEADER: list[str | int | None] = [
    "Year",
    "Date,",
    "Resolution",
    "Meeting",
    "Draft",
    "Outcome results",
    "Vote",
    "Member State",
    "ID",
]
Cell = str | int | None
GAZA = {"no": ["CHN", "RUS", "ARE"], "abstain": ["BRA", "MOZ"]}
MEMBERS = ["ALB", "ARE", "BRA", "CHE", "CHN", "ECU", "FRA", "GAB", "GBR", "GHA", "JPN", "MLT", "MOZ", "RUS", "USA"]


def tidy(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["id,date,member,vote,draft,outcome", *rows, ""]), encoding="utf-8")
    return path


def fault_of(path: Path, **options: str) -> str:
    with pytest.raises(ArchiveError) as caught:
        read_calls(path, **options)  # type: ignore[arg-type]
    return str(caught.value)


def gaza_rows(number: str = "1908") -> list[str]:
    cast = {member: choice for choice, members in GAZA.items() for member in members}
    return [f"{number},2023-10-25,{member},{cast.get(member, 'yes')},S/2023/792,vetoed" for member in MEMBERS]


def test_the_spreadsheet_is_told_by_its_header(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        HEADER,
        [2009, "2009-12-23", "1907 (2009)", 6254, "S/2009/654", "Adopted by majority", "No", "Libya", 1046],
    ]
    archive = read_calls(write_sheet(tmp_path / "votes.xlsx", rows))
    assert (archive.format, archive.sheet, archive.rows) == ("secretariat", "Sheet1", 1)
    call = archive.calls[0]
    assert (call.body, call.day, call.id) == ("unsc", date(2009, 12, 23), "1046")
    assert (call.meeting, call.resolution, call.symbol) == ("S/PV.6254", "S/RES/1907 (2009)", "S/2009/654")
    assert call.ballots == {"LBY": "no"}
    assert call.printed_names == {"LBY": "Libya"}
    assert call.others == "not_voting"
    assert call.rows == (2,)


def test_numbers_and_symbols_live_in_one_column(tmp_path: Path) -> None:
    def row(meeting: int | str, number: int) -> list[str | int]:
        return [2023, "2023-10-25", "", meeting, f"S/2023/{number}", "Not adopted - veto", "No", "China", number]

    archive = read_calls(
        write_sheet(tmp_path / "votes.xlsx", [HEADER, row(3326, 1), row("S/PV.9453", 2), row("V104", 3)])
    )
    assert [call.meeting for call in archive.calls] == ["S/PV.3326", "S/PV.9453", "V104"]


def test_a_tidy_table_of_ballots(tmp_path: Path) -> None:
    archive = read_calls(tidy(tmp_path / "votes.csv", *gaza_rows()))
    assert archive.format == "ballots"
    call = archive.calls[0]
    assert (call.body, len(call.ballots), call.ballots["ARE"]) == ("unsc", 15, "no")
    assert (call.recorded_outcome, call.recorded_label) == ("not adopted", "vetoed")


def test_a_table_of_the_digital_library_with_its_totals(tmp_path: Path) -> None:
    header = (
        "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,"
        "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link"
    )
    row = "4,{0},{0},False,{1},2023-12-22,S/RES/2720(2023),S/2023/1073,S/PV.9520,x,x,x,,13,0,2,0,15,Recorded vote,x"
    path = tmp_path / "undl.csv"
    path.write_text(
        "\n".join([header, *(row.format(member, "A" if member in ("RUS", "USA") else "Y") for member in MEMBERS)])
    )
    call = read_calls(path).calls[0]
    assert call.recorded_tally == Tally.of(yes=13, no=0, abstain=2, not_voting=0)
    assert (call.resolution, call.method) == ("S/RES/2720 (2023)", "")


def test_adopted_without_a_vote_is_kept_apart(tmp_path: Path) -> None:
    rows = [row.replace("vetoed", "Adopted by consensus") for row in gaza_rows()]
    assert read_calls(tidy(tmp_path / "votes.csv", *rows)).calls[0].without_a_vote


@pytest.mark.parametrize(
    ("day", "symbol", "code", "name", "member"),
    [
        ("1950-06-27", "S/RES/83", "SRB", "YUGOSLAVIA", "YUG"),
        ("1964-02-19", "S/RES/184", "CZE", "CZECHOSLOVAKIA", "CSK"),
        ("1980-03-01", "S/RES/465", "DEU", "GERMAN DEMOCRATIC REPUBLIC", "DDR"),
        ("1989-06-01", "A/RES/43/1", "DEU", "GERMAN DEMOCRATIC REPUBLIC", "DDR"),
        ("1989-06-01", "A/RES/43/1", "DEU", "GERMANY, FEDERAL REPUBLIC OF", "DEU"),
        ("2012-01-12", "S/RES/2033", "ZAF", "SOUTH AFRICA", "ZAF"),
        ("2012-01-12", "S/RES/2033", "ZAF", "CZECHOSLOVAKIA", "ZAF"),
        ("2012-01-12", "S/RES/2033", "ZA", "South Africa", "ZAF"),
        ("2012-01-12", "S/RES/2033", "IL", "Israel", "ISR"),
    ],
)
def test_beside_a_later_code_the_name_of_the_time_counts(
    tmp_path: Path, day: str, symbol: str, code: str, name: str, member: str
) -> None:
    file = tmp_path / "library.csv"
    file.write_text(f'undl_id,ms_code,ms_name,ms_vote,date,resolution\n1,{code},"{name}",Y,{day},{symbol}\n', "utf-8")
    assert dict(read_calls(file).calls[0].ballots) == {member: "yes"}


def test_an_empty_cell_is_no_ballot(tmp_path: Path) -> None:
    call = read_calls(tidy(tmp_path / "t.csv", "1,2023-10-25,CHN,N,S/1,", "1,2023-10-25,USA,,S/1,")).calls[0]
    assert dict(call.ballots) == {"CHN": "no"}


def test_a_table_of_tallies(tmp_path: Path) -> None:
    path = tmp_path / "tallies.csv"
    path.write_text('date,symbol,outcome,Y,N,A,vetoed_by\n1956-10-30,S/3710,veto,7,2,2,"France and United Kingdom"\n')
    archive = read_calls(path)
    call = archive.calls[0]
    assert (archive.format, call.tally) == ("tallies", Tally.of(yes=7, no=2, abstain=2))
    assert call.ballots == {"FRA": "no", "GBR": "no"}
    assert call.others is None


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("3", {}),
        ("3 CHN RUS ARE", {"CHN": "no", "RUS": "no", "ARE": "no"}),
        ("3 (China, the Russian Federation and the United Arab Emirates)", {"CHN": "no", "RUS": "no", "ARE": "no"}),
        ("3: United Arab Emirates", {"ARE": "no"}),
    ],
)
def test_beside_a_figure_its_members_may_be_named(tmp_path: Path, cell: str, named: dict[str, str]) -> None:
    path = tmp_path / "tallies.csv"
    path.write_text(f'date,draft,yes,no,abstain\n2023-10-25,S/2023/792,10,"{cell}",2\n')
    call = read_calls(path).calls[0]
    assert (call.tally, dict(call.ballots)) == (Tally.of(yes=10, no=3, abstain=2), named)


@pytest.mark.parametrize("cell", ["three", "3 needed", "1 CHN RUS", "-3", "3.5"])
def test_one_figure_that_cannot_be_read_leaves_no_tally(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "tallies.csv"
    path.write_text(f"date,draft,yes,no,abstain\n2023-10-25,S/2023/792,10,{cell},2\n")
    archive = read_calls(path)
    assert archive.calls[0].tally is None
    assert [fault.problem for fault in archive.faults] == [f"'{cell}' is no number of ballots"]


def test_the_lines_of_a_text_file_count_its_breaks(tmp_path: Path) -> None:
    path = tmp_path / "tallies.csv"
    path.write_text(
        'date,symbol,topic,outcome\n1956-10-30,S/1,"two\nlines",veto\n,S/2,one,veto\n1956-11-01,S/3,one,veto\n'
    )
    archive = read_calls(path)
    assert [fault.line for fault in archive.faults] == [4]
    assert [call.rows for call in archive.calls] == [(2,), (5,)]


def test_the_faults_of_a_file_come_together_and_good_rows_are_kept(tmp_path: Path) -> None:
    rows = [
        *gaza_rows("1"),
        "1,2023-10-25,CHN,yes,S/2023/792,vetoed",
        "2,someday,CHN,yes,S/2023/793,vetoed",
        "3,2023-10-25,Atlantis,yes,S/2023/794,vetoed",
        "3,2023-10-25,FRA,perhaps,S/2023/794,vetoed",
        "3,2023-10-25,,yes,S/2023/794,vetoed",
        "3,2023-10-25,USA,yes,S/2023/795,vetoed",
    ]
    archive = read_calls(tidy(tmp_path / "votes.csv", *rows))
    assert [(fault.line, fault.kind) for fault in archive.faults] == [
        (17, "member-twice"),
        (18, "date-unreadable"),
        (19, "rows-disagree"),
        (19, "member-unknown"),
        (20, "ballot-unreadable"),
        (21, "member-missing"),
    ]
    assert all(fault.remedy for fault in archive.faults)
    assert [call.id for call in archive.calls] == ["1", "3"]
    assert archive.calls[0].ballots["CHN"] == "no"
    assert archive.calls[1].ballots == {"Atlantis": "yes", "FRA": "not_voting", "USA": "yes"}


def test_the_year_column_is_held_against_the_date(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        HEADER,
        [2008, "2009-12-23", "1907 (2009)", 6254, "S/2009/654", "Adopted by majority", "No", "Libya", 1046],
    ]
    faults = read_calls(write_sheet(tmp_path / "votes.xlsx", rows)).faults
    assert [(fault.kind, fault.sheet, fault.line) for fault in faults] == [("year-disagrees", "Sheet1", 2)]


def test_ballots_written_are_read_back(tmp_path: Path) -> None:
    calls = read_calls(tidy(tmp_path / "votes.csv", *gaza_rows())).calls
    for name in ("again.csv", "again.parquet"):
        write_calls(calls, tmp_path / name)
        again = read_calls(tmp_path / name).calls
        assert [(c.id, c.day, c.ballots, c.symbol, c.recorded_label) for c in again] == [
            (c.id, c.day, c.ballots, c.symbol, c.recorded_label) for c in calls
        ]


def test_a_gzipped_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    plain = tidy(tmp_path / "votes.csv", *gaza_rows())
    packed = tmp_path / "votes.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert len(read_calls(packed).calls) == 1


def test_the_body_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    path.write_text("date,member,vote\n2023-10-25,FRA,yes\n")
    assert "name the body" in fault_of(path)
    assert read_calls(path, body="unsc").calls[0].body == "unsc"


def test_an_unknown_file(tmp_path: Path) -> None:
    assert "there is no such file" in fault_of(tmp_path / "nothing.csv")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("\n")
    assert "the file is empty" in fault_of(path)


def test_a_header_without_rows(tmp_path: Path) -> None:
    path = tmp_path / "header.csv"
    path.write_text("date,member,vote\n")
    assert "the table has no rows" in fault_of(path)


def test_a_wrong_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("date,member,vote\n2023-10-25,Côte d'Ivoire,yes\n".encode("latin-1"))
    message = fault_of(path)
    assert "line 2" in message
    assert "save it as UTF-8" in message


def test_an_unknown_header_says_what_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    message = fault_of(path)
    assert "no known format: a, b" in message
    assert "give a date with a member and a ballot" in message


def test_an_unknown_header_is_named_shortly(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text(",".join(["x" * 99, *(f"c{n}" for n in range(20))]) + "\n" + "1," * 20 + "1\n")
    assert f"no known format: {'x' * 40}..., c0, c1, " in fault_of(path)
    assert "c13 and 6 more;" in fault_of(path)


def test_a_gzip_file_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv.gz"
    path.write_bytes(gzip.compress("".join(gaza_rows()).encode())[:40])
    assert "the gzip file is cut short or damaged; fetch or pack it again" in fault_of(path)


def test_what_is_no_spreadsheet_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "fake.xlsx"
    path.write_text("date,member,vote\n")
    assert "not a spreadsheet" in fault_of(path)


def test_an_unknown_sheet_says_which_there_are(tmp_path: Path) -> None:
    path = write_sheet(tmp_path / "votes.xlsx", [HEADER, ["x"] * len(HEADER)])
    assert "name one of: Sheet1" in fault_of(path, sheet="Votes")


def test_a_table_with_no_readable_date_yields_nothing(tmp_path: Path) -> None:
    assert "'someday' is no date" in fault_of(tidy(tmp_path / "votes.csv", "1,someday,CHN,yes,S/2023/792,vetoed"))


def test_nothing_is_written_to_an_unknown_ending(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no format psephos writes"):
        write_calls([], tmp_path / "votes.doc")


def test_anonymous_ballots_are_left_out_of_a_tidy_table() -> None:
    call = RollCall("us-senate", date(2017, 2, 7), ballots={"senators": {"yes": 50, "no": 50}, "vice_president": "yes"})
    assert to_frame([call])["member"].to_list() == ["vice_president"]


def test_the_formats_are_told_apart_by_their_ids() -> None:
    assert len({known.id for known in FORMATS}) == len(FORMATS)
    assert to_frame([]).schema["date"] == pl.Date


def test_a_misspelling_is_settled_where_one_seat_only_is_left(tmp_path: Path) -> None:
    rows = [row.replace(",ECU,", ",Equador,") for row in gaza_rows()]
    archive = read_calls(tidy(tmp_path / "votes.csv", *rows))
    assert archive.calls[0].ballots["ECU"] == "yes"
    assert archive.calls[0].printed_names["ECU"] == "Equador"
    assert [fault.kind for fault in archive.faults] == ["name-misspelt"]


def test_a_name_unlike_the_seat_left_over_is_settled_by_several_votes_only(tmp_path: Path) -> None:
    def rows(count: int) -> list[str]:
        return [row.replace(",ECU,", ",Atlantis,") for n in range(count) for row in gaza_rows(str(n))]

    assert "Atlantis" in read_calls(tidy(tmp_path / "two.csv", *rows(2))).calls[0].ballots
    assert "ECU" in read_calls(tidy(tmp_path / "three.csv", *rows(3))).calls[0].ballots


def test_a_name_that_could_be_two_seats_stays_unknown(tmp_path: Path) -> None:
    rows = [row.replace(",ECU,", ",Equador,") for row in gaza_rows() if ",MOZ," not in row]
    archive = read_calls(tidy(tmp_path / "votes.csv", *rows))
    assert "Equador" in archive.calls[0].ballots
    assert [fault.kind for fault in archive.faults] == ["member-unknown"]


def test_two_votes_under_one_id_are_parted(tmp_path: Path) -> None:
    rows = [*gaza_rows(), *(row.replace("S/2023/792", "S/2023/793") for row in gaza_rows())]
    archive = read_calls(tidy(tmp_path / "votes.csv", *rows))
    assert [(call.symbol, len(call.ballots)) for call in archive.calls] == [("S/2023/792", 15), ("S/2023/793", 15)]
    assert [(fault.line, fault.kind) for fault in archive.faults] == [(17, "id-twice")]


def test_one_vote_with_a_slip_in_a_row_stays_one(tmp_path: Path) -> None:
    rows = gaza_rows()
    rows[0] = rows[0].replace("S/2023/792", "S/2023/729")
    archive = read_calls(tidy(tmp_path / "votes.csv", *rows))
    assert [(call.symbol, len(call.ballots)) for call in archive.calls] == [("S/2023/792", 15)]
    assert [fault.kind for fault in archive.faults] == ["rows-disagree"]


class Streamed:
    """A table of another library: all that is known of it is its Arrow C stream."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.frame.__arrow_c_stream__(requested_schema)


@pytest.mark.parametrize("given", [lambda frame: frame, Streamed, lambda frame: frame.to_dict(as_series=False)])
def test_a_table_at_hand_is_read_like_a_file(given: Callable[[pl.DataFrame], object]) -> None:
    frame = pl.DataFrame(
        {"date": [date(2020, 1, 10)], "resolution": ["S/RES/2504"], "yes": [11], "no": 0, "abstain": 4}
    )
    (call,) = read_calls(given(frame)).calls
    assert call.day == date(2020, 1, 10)
    assert call.tally == Tally.of(yes=11, no=0, abstain=4)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (17, "polars cannot take it over as a table of text"),
        (pl.DataFrame({"date": ["2020-01-10"], "yes": [[1, 2]]}), "give a path, or a Polars, pandas or Arrow table"),
        (pl.DataFrame({"date": []}), "the table has no rows"),
    ],
)
def test_what_is_no_table_is_refused(source: object, words: str) -> None:
    with pytest.raises(ArchiveError, match=words):
        read_calls(source)

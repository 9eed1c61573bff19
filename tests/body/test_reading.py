"""Faults of form in a rulebook file: all of them at once, each with its line, its words and its remedy."""

from pathlib import Path

import pytest

from psephos.body.reading import read_rulebook
from psephos.body.rulebook import rulebook
from psephos.errors import RulebookError, UnknownBody

GOOD = """\
id = "board"
name = "Board"
as_of = 2026-01-01
from = 2024-01-01

[[seats]]
id = "A"

[[seats]]
id = "B"
groups = ["officers"]
weights = { shares = 3 }

[[rule]]
decision = "motion"
from = 2024-01-01
passes = "most"
[rule.clauses.most]
requires = "yes >= 1"
role = "majority"
source = "by-laws"
"""
FURTHER = """\
[[rule]]
decision = "{decision}"
from = 2025-01-01
passes = "most"
[rule.clauses.most]
requires = "yes >= 1"
role = "majority"
source = "by-laws"
"""
EXAMPLE = '[[example]]\non = 2024-01-01\nlabel = "adopted"\n{rest}\n'
CHOICES = "yes, no, abstain, present_only, absent, not_participating, not_voting"


def faults(text: str) -> list[str]:
    """The faults of a file as they are printed, without its name."""
    with pytest.raises(RulebookError) as caught:
        read_rulebook(text.encode(), "board.toml", None)
    return [str(fault).removeprefix("board.toml") for fault in caught.value.faults]


def test_a_good_file_has_none() -> None:
    book = read_rulebook(GOOD.encode(), "board.toml", None)
    assert (book.id, book.default_decision, book.short) == ("board", "motion", "Board")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('name = "Board"\n', "", ": name: field required; add it"),
        ('id = "board"', 'id = "The Board"', ", line 1: id: string should match pattern '^[a-z0-9][a-z0-9_-]{0,63}$'"),
        ('"majority"', '"mayority"', ", line 20: rule.1.clauses.most.role: input should be 'majority', 'quorum'"),
        ("decision =", "decission =", ", line 14: rule.1.decision: field required; add it"),
        (
            "decision =",
            "decission =",
            ", line 15: rule.1.decission: extra inputs are not permitted; remove it",
        ),
        ('passes = "most"', "passes = most", ", line 17: not TOML: "),
        ("yes >= 1", "yes => 1", ", line 19: '>' does not fit at character 6; here may stand 'fewest', + or -, a name"),
        ("yes >= 1", "yes => 1", "in: yes => 1; see the language of clauses in the docs"),
        ('passes = "most"', 'passes = "most and"', ", line 17: the text ends at character 9"),
        (
            'passes = "most"',
            'passes = "most and nine"',
            ", line 17: passes names a clause 'nine'; add [rule.clauses.nine]",
        ),
        (
            "yes >= 1",
            "yes(directors) >= 1",
            ", line 19: 'directors' in 'yes(directors)' is no group; groups and seats: A, B, officers",
        ),
        ("yes >= 1", "yes[votes] >= 1", ", line 19: no seat has a weight 'votes'; weights: shares"),
        (
            "yes >= 1",
            "aye >= 1",
            f", line 19: 'aye' in 'aye' is no choice or set; use one of {CHOICES}, present, cast",
        ),
        (
            'source = "by-laws"',
            'source = "by-laws"\nreading = "so"',
            ", line 22: the reading of 'most' names no authority; add authority = ...",
        ),
        (
            "from = 2024-01-01\npasses",
            "from = 2024-01-01\nuntil = 2023-06-30\npasses",
            ", line 17: until 2023-06-30 lies before from 2024-01-01; exchange or mend the days",
        ),
        (
            "from = 2024-01-01\n\n",
            "from = 2024-01-01\nuntil = 2023-01-01\n\n",
            ", line 5: until 2023-01-01 lies before from 2024-01-01; exchange or mend the days",
        ),
        (
            'id = "A"',
            'id = "A"\nfrom = 2025-01-01\nuntil = 2024-01-01',
            ", line 9: until 2024-01-01 lies before from 2025-01-01; exchange or mend the days",
        ),
        ('id = "B"', 'id = "A"', ", line 9: A sits twice on the same days (line 6); mend the days"),
        (
            'id = "B"',
            'id = "B"\nseat = "A"',
            ", line 9: B and A hold seat A on the same days (line 6); mend the days",
        ),
        (
            'id = "A"',
            'id = "A"\ncasts = ["yes", "aye"]',
            f", line 6: A may cast 'aye', which is no choice; choices: {CHOICES}",
        ),
        ("shares = 3", "shares = -3", ", line 12: the weight shares is negative; weights are zero or more"),
        (
            "shares = 3",
            'shares = "1e999999999"',
            ", line 12: the weight shares = '1e999999999' is no number; write 29, 18.49 or \"1/3\"",
        ),
        ("[[seats]]\n", '[roster]\nfile = "none.csv"\n[[seats]]\n', ", line 7: the table none.csv cannot be read"),
        ("[[seats]]\n", '[roster]\nfile = "../etc.csv"\n[[seats]]\n', ", line 7: roster.file: string should match"),
        (
            "[[seats]]\n",
            '[choices.yes]\nin = ["cast"]\n[[seats]]\n',
            ", line 6: 'yes' is already a choice or set; take another name",
        ),
    ],
)
def test_a_fault_says_where_it_stands_and_what_mends_it(old: str, new: str, fault: str) -> None:
    assert old in GOOD
    assert any(fault in found for found in faults(GOOD.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("added", "fault"),
    [
        (
            '[rule.clauses.nine]\nrequires = "yes >= 9"\nrole = "majority"\nsource = "x"\n',
            ", line 22: the clause 'nine' is not used; name it in passes or remove it",
        ),
        (
            FURTHER.format(decision="motion"),
            ", line 24: the days of 'motion' overlap with the rule of line 14; end the earlier rule the day before",
        ),
        (
            FURTHER.format(decision="other"),
            ", line 14: no decision is the default; mark the rules of one decision with default = true",
        ),
        (EXAMPLE.format(rest='yes = ["A"]'), ", line 22: a real example without a source; add source = ..., or syn"),
        (
            EXAMPLE.format(rest='yes = ["A"]\nsynthetic = true'),
            ", line 22: a synthetic example without its arithmetic; say it in why = ...",
        ),
        (
            EXAMPLE.format(rest='aye = ["A"]\nsource = "x"'),
            f", line 25: 'aye' is neither a choice nor a key of an example; choices: {CHOICES}",
        ),
        (EXAMPLE.format(rest='yes = "A"\nsource = "x"'), ", line 25: 'yes' is no list of members; write yes = "),
        (
            EXAMPLE.format(rest='yes = ["A"]\nno = ["A"]\nsource = "x"'),
            ", line 26: A is named twice; give each member one ballot",
        ),
        (
            EXAMPLE.format(rest='decision = "budget"\nyes = ["A"]\nsource = "x"'),
            ", line 25: no rule for the decision 'budget'; decisions: motion",
        ),
        (EXAMPLE.format(rest='source = "x"').replace("adopted", "passed"), ", line 24: example.1.label: input should"),
    ],
)
def test_a_fault_of_what_follows(added: str, fault: str) -> None:
    assert any(fault in found for found in faults(GOOD + added))


def test_a_gap_between_two_rules() -> None:
    text = GOOD.replace("from = 2024-01-01\npasses", "from = 2024-01-01\nuntil = 2024-06-30\npasses", 1)
    found = faults(text + FURTHER.format(decision="motion"))
    assert found == [", line 25: 'motion' has no rule from 2024-07-01 to 2024-12-31; close the gap"]


def test_all_faults_come_together_in_the_order_of_their_lines() -> None:
    text = GOOD.replace("yes >= 1", "aye >=").replace('id = "B"', 'id = "A"').replace('"most"', '"most and more"')
    with pytest.raises(RulebookError) as caught:
        read_rulebook(text.encode(), "board.toml", None)
    assert [fault.line for fault in caught.value.faults] == [9, 17, 19]
    assert str(caught.value).splitlines()[0] == "board.toml cannot be used: 3 faults"


def test_fields_and_clauses_that_cannot_be_read_come_together() -> None:
    told = faults(GOOD.replace('name = "Board"\n', "").replace("yes >= 1", "yes => 1"))
    assert [text.partition(";")[0] for text in told] == [
        ": name: field required",
        ", line 18: '>' does not fit at character 6",
    ]


def test_a_clause_too_long_is_told_once() -> None:
    assert len(faults(GOOD.replace("yes >= 1", f"yes >= {'1' * 3000}"))) == 1


@pytest.mark.parametrize(
    "rule", ["rule = 3", "[rule]\nclauses = 1", "[[rule]]\nclauses = 1", "[[rule]]\n[rule.clauses]\na = 2"]
)
def test_what_is_no_rule_at_all_is_only_told(rule: str) -> None:
    assert any("rule" in text for text in faults(f'id = "board"\n{rule}\n'))


def test_no_seats_at_all() -> None:
    head, _, rest = GOOD.partition("[[seats]]")
    rules = rest[rest.index("[[rule]]") :]
    assert faults(head + rules) == [': the rulebook names no seat; add [roster] file = "..." or [[seats]]']


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "board.toml: the file is empty; start from the template: psephos bodies template-board --toml"),
        (b" \n", "board.toml: the file is empty"),
        (b"id = 1\n\xff", "board.toml, line 2: not UTF-8 text; save the file as UTF-8"),
        (b"#" * 1_000_001, "board.toml: the file has 1000001 bytes; a rulebook has at most 1000000"),
        (b"[[[[", "board.toml, line 1: not TOML: "),
        (b"a = " + b"[" * 5_000, "board.toml: not TOML: "),
    ],
)
def test_a_file_that_is_none(content: bytes, fault: str) -> None:
    with pytest.raises(RulebookError) as caught:
        read_rulebook(content, "board.toml", None)
    assert fault in str(caught.value)


# --- tables beside the rulebook -------------------------------------------------------------------------------------

WITH_TABLE = GOOD.replace("[[seats]]\nid", '[roster]\nfile = "r.csv"\n[[seats]]\nid', 1)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("", "r.csv: the file is empty; write a header and one row a member"),
        ("name\nC\n", "r.csv, line 1: the header has no column member; name the columns in the first row"),
        ("member\n", "r.csv: the file names no member; write one row a member below the header"),
        ("member,from\nC\n", "r.csv, line 2: the row has more or fewer cells than the header; mend the commas"),
        (
            "member,from\nC,1.1.2024\n",
            "r.csv, line 2: '1.1.2024' in column from is no ISO date; write it",
        ),
        ("member\nC D\n", "r.csv, line 2: 'C D' in column member cannot be a code; use letters, digits, _ . and -"),
        ("member,count\nC,0\n", "r.csv, line 2: a count of 0; a row stands for one or more whole seats"),
        ("member,votes\nC,many\n", "r.csv, line 2: 'many' in column votes is no number; write 29, 18.49 or 1/3"),
        ("member,votes\nC,-1\n", "r.csv, line 2: a negative weight in column votes; weights are zero or more"),
        ("member,apart\nC,maybe\n", "r.csv, line 2: 'maybe' in column apart; write false or true"),
        ("member,basis\nC,habit\n", "r.csv, line 2: 'habit' in column basis; write law or practice"),
        ("member,casts\nC,aye\n", f"r.csv, line 2: C may cast 'aye', which is no choice; choices: {CHOICES}"),
        ("member\nC\nC\n", "r.csv, line 3: C sits twice on the same days (line 2); mend the days"),
        (
            "member,seat\nC,X\nD,X\n",
            "r.csv, line 3: D and C hold seat X on the same days (line 2); mend the days",
        ),
        (
            "member,from,until\nC,2024-02-01,2024-01-01\n",
            "r.csv, line 2: until 2024-01-01 lies before from 2024-02-01; exchange or mend the days",
        ),
        (
            'member\n"C\n',
            ": no readable CSV: unexpected end of data; save the table as comma-separated UTF-8",
        ),
    ],
)
def test_a_fault_of_a_roster_file(tmp_path: Path, table: str, fault: str) -> None:
    (tmp_path / "board.toml").write_text(WITH_TABLE, encoding="utf-8")
    (tmp_path / "r.csv").write_text(table, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        rulebook(tmp_path / "board.toml")
    assert fault in str(caught.value)


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("weight,member\nshares,A\n", "w.csv, line 1: the header has no column value"),
        ("weight,member,value\nshares,C,x\n", "w.csv, line 2: 'x' in column value is no number"),
        ("weight,member,value\nshares,C,-2\n", "w.csv, line 2: a negative weight; weights are zero or more"),
        (
            "weight,member,value\nshares,C,2\nshares,C,3\n",
            "w.csv, line 3: C has two weights 'shares' on the same days (line 2); mend the days",
        ),
    ],
)
def test_a_fault_of_a_table_of_weights(tmp_path: Path, table: str, fault: str) -> None:
    text = WITH_TABLE.replace('file = "r.csv"', 'file = "r.csv"\nweights = "w.csv"')
    (tmp_path / "board.toml").write_text(text, encoding="utf-8")
    (tmp_path / "r.csv").write_text("member\nC\n", encoding="utf-8")
    (tmp_path / "w.csv").write_text(table, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        rulebook(tmp_path / "board.toml")
    assert fault in str(caught.value)


def test_a_table_is_part_of_what_the_rulebook_is(tmp_path: Path) -> None:
    (tmp_path / "board.toml").write_text(WITH_TABLE, encoding="utf-8")
    sums = []
    for table in ("member\nC\n", "member\nD\n"):
        (tmp_path / "r.csv").write_text(table, encoding="utf-8")
        sums.append(rulebook(tmp_path / "board.toml").sha256)
    assert sums[0] != sums[1]


def test_a_body_that_is_not_known() -> None:
    with pytest.raises(UnknownBody) as caught:
        rulebook("unsk")
    assert "'unsk' is neither a body that psephos ships nor a file; did you mean unsc?" in str(caught.value)
    assert "bodies: cosmos-hub, eu-council" in str(caught.value)

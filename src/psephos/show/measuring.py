"""`psephos power`: tables of power in text and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_UP, Context
from fractions import Fraction
from math import floor, log10
from typing import Any

from psephos.errors import UsageError
from psephos.power.abstention import ABSTENTION
from psephos.power.compare import PowerChange
from psephos.power.games import Game, game, weighted
from psephos.power.indices import power
from psephos.power.swings import Number
from psephos.power.table import PowerTable, Provenance, Sampling
from psephos.show.output import Output
from psephos.show.words import columns, day_text, listed, plural

__all__ = [
    "Asked",
    "change_lines",
    "change_rows",
    "figure_text",
    "index_title",
    "power_lines",
    "power_record",
    "provenance_record",
    "run_power",
    "source_lines",
    "title",
]

_TITLES = {
    "banzhaf": "Banzhaf",
    "banzhaf_normalised": "Banzhaf share",
    "shapley_shubik": "Shapley-Shubik",
    "coleman_initiate": "Coleman initiate",
    "coleman_prevent": "Coleman prevent",
    "rae": "Rae (success)",
    "decisiveness": "decisiveness",
    "luck": "luck",
    "koenig_braeuninger": "König-Bräuninger",
    "johnston": "Johnston",
    "deegan_packel": "Deegan-Packel",
    "holler": "Holler",
    "owen": "Owen",
    "banzhaf_owen": "Banzhaf-Owen",
    "symmetric_coalitional_banzhaf": "symmetric coalitional",
    "yes_no": "yes-no",
    "yes_abstain": "yes-abstain",
    "abstain_no": "abstain-no",
    "roll_call": "roll-call index",
}
_SMALL = 1e-3
_APART = 30
"""From so many rows on, members with equal figures share one."""
_NAMED = 3
_SAFE = 1 << 53
_WIDTH, _GAP = 110, 2
"""How wide a table may be, and how far its columns stand apart."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for: a body on a day, or a quota with weights; which indices, how."""

    body: str | None = None
    day: date | None = None
    decision: str | None = None
    variants: tuple[str, ...] = ()
    quota: str | None = None
    weights: str | None = None
    indices: tuple[str, ...] = ()
    unions: tuple[tuple[str, ...], ...] = ()
    abstention: bool = False
    exact: bool = False
    samples: int = 0
    seed: int = 1

    def game(self) -> Game:
        """The game to measure."""
        plain = self.quota is not None or self.weights is not None
        if plain and self.body:
            raise UsageError("give a body, or --quota with --weights, not both")
        if plain:
            if self.quota is None or self.weights is None:
                raise UsageError(
                    "a game without a body needs both, such as: psephos power --quota 39 --weights 7x5,1x10"
                )
            return weighted(self.quota, self.weights)
        if not self.body:
            raise UsageError("name a body or a file, or give --quota and --weights")
        return game(self.body, on=self.day, decision=self.decision, variants=self.variants)

    def table(self) -> PowerTable:
        """The table of power."""
        chosen = self.indices or ("usual",)
        if self.samples:
            return self._sampled(chosen)
        if self.abstention:
            chosen = ABSTENTION if {"all", "usual"} & set(chosen) else chosen
            if any(name not in ABSTENTION for name in chosen):
                raise UsageError(f"with --abstention the indices are {', '.join(ABSTENTION)}, or all")
        return power(self.game(), index=chosen, exact=self.exact, unions=self.unions or None)

    def _sampled(self, chosen: tuple[str, ...]) -> PowerTable:
        from psephos.power.sampled import estimate_power

        if self.exact or self.abstention or self.unions:
            raise UsageError("--samples is for members who say yes or no; leave --exact, --abstention and --union out")
        return estimate_power(self.game(), index=chosen, samples=self.samples, seed=self.seed)


def run_power(output: Output, asked: Asked) -> int:
    """Print who holds the power."""
    table = asked.table()
    if output.as_json:
        output.record(power_record(table))
        return 0
    for number, line in enumerate(power_lines(table)):
        output.line(line, "" if number else "bold")
    return 0


# --- text -------------------------------------------------------------------------------------------------------------


def power_lines(table: PowerTable) -> list[str]:
    """A table of power as lines of text, those with most power first."""
    lines = [title(table.game), _size(table), *_blocks(table)]
    refused = [f"refused: {_TITLES.get(index, index)}: {why}" for index, why in table.refused.items()]
    bound = "exact" if table.exact else f"error at most {_upwards(table.error_bound)}"
    return [
        *(line.rstrip() for line in lines),
        "",
        *refused,
        table.convention,
        f"{table.method}; {bound}",
        *source_lines(table.game),
    ]


def _blocks(table: PowerTable) -> list[str]:
    """The figures, a column per index; too many columns for a screen are laid out one block below the other."""
    names, figures = zip(*_rows(table), strict=True)
    cells = [[_cell(value, table) for value in column] for column in zip(*figures, strict=True)]
    columns_ = [(index_title(index), *column) for index, column in zip(table.indices, cells, strict=True)]
    figure_width = max(len(cell) for column in cells for cell in column)
    first = ("member", *names)
    room = _WIDTH - max(map(len, first))
    blocks: list[list[tuple[str, ...]]] = [[]]
    left = room
    for column in columns_:
        width = max(figure_width, len(column[0])) + _GAP
        if blocks[-1] and left < width:
            blocks.append([])
            left = room
        blocks[-1].append(column)
        left -= width
    lines = []
    for block in blocks:
        rows = list(zip(first, *block, strict=True))
        lines += ["", *columns(rows, gap=_GAP, widths=(0, *[figure_width] * len(block)))]
    return lines


def _cell(value: Number, table: PowerTable) -> str:
    """A figure; an estimated one with no more decimals than its error bound bears out, and one to spare."""
    if table.sampling is None:
        return figure_text(value, exact=table.exact)
    return f"{value:.{min(6, 2 - floor(log10(table.error_bound)) - 1)}f}"


def _upwards(bound: float) -> str:
    """A bound to one digit, never less than it is."""
    return f"{Context(prec=1, rounding=ROUND_UP).create_decimal(bound):.0e}"


def title(of: Game) -> str:
    """A game with its day, as the head of a table."""
    return f"{of.name}, {day_text(of.day)}" if of.day else of.name


def _size(table: PowerTable) -> str:
    votes = plural(table.game.votes, "vote")
    if table.adopting is None:
        return votes
    share = float(Fraction(table.adopting, table.divisions))
    if table.divisions.bit_length() <= 60:  # noqa: PLR2004 -- longer numbers tell a reader nothing
        return f"{votes}; {table.adopting:,} of {table.divisions:,} divisions adopt ({share:.4%})"
    fails = Fraction(table.divisions - table.adopting, table.divisions)
    if 0 < fails < _SMALL:
        return f"{votes}; all but {_part(float(fails))} of all divisions adopt"
    return f"{votes}; {_part(share) if table.adopting else 'none'} of all divisions adopt"


def _part(share: float) -> str:
    """A share of divisions; one below what a float can hold is not called nothing."""
    return f"{share:.6g}" if share else "less than 1e-300"


def _rows(table: PowerTable) -> list[tuple[str, tuple[Number, ...]]]:
    figures: list[tuple[Number, ...]] = list(zip(*table.values.values(), strict=True))
    order = sorted(range(len(figures)), key=lambda row: (tuple(-float(v) for v in figures[row]), table.names[row]))
    if len(order) <= _APART:
        return [(_called(table, row), figures[row]) for row in order]
    groups: dict[tuple[Number, ...], list[int]] = {}
    for row in order:
        groups.setdefault(figures[row], []).append(row)
    return [(_together([_called(table, row) for row in rows]), values) for values, rows in groups.items()]


def _called(table: PowerTable, row: int) -> str:
    count = table.counts[row]
    return table.names[row] if count == 1 else f"{table.names[row]} (each of {count:,})"


def _together(names: Sequence[str]) -> str:
    more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
    return listed([*names[:_NAMED], *more])


def figure_text(value: Number, *, exact: bool = False) -> str:
    """A figure as a table prints it."""
    if exact:
        return str(value)
    return f"{value:.6f}" if value == 0 or abs(float(value)) >= _SMALL else f"{value:.4e}"


def source_lines(of: Game) -> list[str]:
    """Which rulebook and which rule of it; nothing for a game that is no body's."""
    if not of.rulebook:
        return []
    rule = of.rule
    until = rule.until.isoformat() if rule.until else "today"
    variant = f", variant {rule.variant}" if rule.variant else ""
    origin = f", sha256 {of.sha256}" if of.sha256 else ""
    return [f"rulebook {of.rulebook}, {rule.decision}{variant}, in force {rule.since.isoformat()} to {until}{origin}"]


def index_title(index: str) -> str:
    """The name of an index as tables print it."""
    return _TITLES.get(index, index)


def change_lines(change: PowerChange) -> list[str]:
    """Power gained and lost, as lines of text; those that gain most first."""
    titles = [f"{when}: {title(table.game)}" for when, table in (("before", change.before), ("after", change.after))]
    return [index_title(change.index), *titles, "", *change_rows(change, ("member", "before", "after", "change"))]


def change_rows(change: PowerChange, head: tuple[str, str, str, str]) -> list[str]:
    """The table of power gained and lost; of many members those with equal figures share a row."""

    def cell(value: Number | None) -> str:
        return "no seat" if value is None else figure_text(value)

    alike: dict[tuple[str, ...], list[str]] = {}
    for number, gain in enumerate(change.gains):
        apart = () if len(change.gains) > _APART else (str(number),)
        figures = (cell(gain.before), cell(gain.after), _signed(float(gain.change)))
        alike.setdefault((*figures, *apart), []).append(gain.name)
    rows = [(_together(names), *figures[:3]) for figures, names in alike.items()]
    return columns([head, *rows], gap=2)


def _signed(change: float) -> str:
    return f"{change:+.6f}" if change == 0 or abs(change) >= _SMALL else f"{change:+.4e}"


# --- JSON -------------------------------------------------------------------------------------------------------------


def power_record(table: PowerTable) -> dict[str, Any]:
    """A table of power as a JSON object; exact figures are also given as strings."""
    return {
        **provenance_record(table.provenance),
        "members": [_member(table, row) for row in range(len(table.members))],
        "adopting": _whole(table.adopting),
        "divisions": _whole(table.divisions),
        "collectivity": None if table.adopting is None else float(Fraction(table.adopting, table.divisions)),
        "unions": [list(union) for union in table.unions] or None,
        "refused": dict(table.refused),
        "convention": table.convention,
        "method": table.method,
        "exact": table.exact,
        "sampling": _sampling(table.sampling),
        "error_bound": table.error_bound,
    }


def _sampling(drawn: Sampling | None) -> dict[str, Any] | None:
    return None if drawn is None else {"samples": drawn.samples, "seed": drawn.seed, "confidence": drawn.confidence}


def provenance_record(came: Provenance) -> dict[str, Any]:
    """Where figures come from, as the head of a JSON object."""
    own = bool(came.rulebook)
    return {
        "psephos": came.psephos,
        "rulebook": {"id": came.rulebook, "sha256": came.sha256} if own else None,
        "body": came.rulebook or None,
        "decision": came.decision,
        "variants": [came.variant] if came.variant else [],
        "on": came.on.isoformat() if came.on else None,
        "rule": {"from": came.since.isoformat(), "until": _day(came.until)} if came.since else None,
    }


def _whole(number: int | None) -> int | str | None:
    """A whole number, as a string of digits where readers of JSON would round it."""
    return number if number is None or number < _SAFE else str(number)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _member(table: PowerTable, row: int) -> dict[str, Any]:
    record: dict[str, Any] = {"member": table.members[row], "name": table.names[row], "votes": table.counts[row]}
    for index, values in table.values.items():
        record[index] = float(values[row])
        if table.exact:
            record[f"{index}_exact"] = str(values[row])
    record["swings"] = {kind: _whole(numbers[row]) for kind, numbers in table.swings.items()}
    return record

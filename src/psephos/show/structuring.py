"""`psephos power --structure`: what the game is like before any figure is put on power, in text and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from psephos.errors import PsephosError, UsageError
from psephos.power.dimension import Dimension, dimension
from psephos.power.games import Game
from psephos.power.structure import Coalition, Structure, minimal_blocking, minimal_winning, structure
from psephos.power.table import Provenance
from psephos.power.weights import Trade, Weights, minimal_weights
from psephos.show.measuring import Asked, provenance_record, source_lines, title
from psephos.show.output import Output
from psephos.show.words import columns, listed, plural

__all__ = ["run_structure", "structure_lines", "structure_record"]

_NAMES = (
    "blockers",
    "dictators",
    "dummies",
    "ranks",
    "incomparable",
    "proper",
    "strong",
    "minimal_winning",
    "minimal_blocking",
)
_LARGE = 60
_REFUSED = "refused: "
_PAIRS = 3


def run_structure(output: Output, asked: Asked, limit: int = 0) -> int:
    """Print what a game is like, with so many of its minimal coalitions at most."""
    if limit < 0:
        raise UsageError(f"{limit} coalitions cannot be listed; give 0 or more")
    found = structure(asked.game())
    weights = _tried(lambda: minimal_weights(found.game))
    bounds = _tried(lambda: dimension(found.game))
    lists = {"winning": _first(minimal_winning, found, limit), "blocking": _first(minimal_blocking, found, limit)}
    if output.as_json:
        output.record({**structure_record(found), **_more_record(weights, bounds), "coalitions": lists})
        return 0
    lines = structure_lines(found, [_weights_row(found, weights), _dimension_row(weights, bounds)])
    for number, line in enumerate([*lines, *_coalition_lines(found, lists)]):
        output.line(line, "" if number else "bold")
    return 0


def _first(listing: Callable[[Game], Iterator[Coalition]], found: Structure, limit: int) -> list[Coalition]:
    """The first of the coalitions; none where they are too many to count, which the table has said."""
    coalitions = _tried(lambda: list(islice(listing(found.game), limit))) if limit else []
    return [] if isinstance(coalitions, PsephosError) else coalitions


def _tried(work: Any) -> Any:  # noqa: ANN401 -- a result or an error, told apart by the caller
    try:
        return work()
    except PsephosError as error:
        return error


# --- text -------------------------------------------------------------------------------------------------------------


def structure_lines(found: Structure, more: Iterable[tuple[str, str]] = ()) -> list[str]:
    """The structure of a game in words, a row for each property.

    Examples:
        >>> from psephos.power.games import weighted
        >>> structure_lines(structure(weighted(3, "A=2,B=1,C=1")))[1]
        'can block alone              A'
    """
    ranks = _apart(found) if found.ranks is None else "; ".join(_those(found, rank) for rank in found.ranks)
    rows = [
        ("can block alone", _those(found, found.blockers)),
        ("decides alone", _those(found, found.dictators)),
        ("never matters", _those(found, found.dummies)),
        ("most desirable first", ranks),
        ("proper", "yes: of a motion and its opposite only one can pass" if found.proper else "no: both sides can win"),
        ("strong", "yes: one side always wins" if found.strong else "no: there are deadlocks"),
        ("minimal winning coalitions", _count(found.minimal_winning, found.refused.get("minimal_winning", ""))),
        ("minimal blocking coalitions", _count(found.minimal_blocking, found.refused.get("minimal_blocking", ""))),
        *more,
    ]
    return [title(found.game), *columns(_said_once(rows), gap=2), *source_lines(found.game)]


def _said_once(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows, with a reason for a refusal that a row above has given already left out."""
    said: set[str] = set()
    kept = []
    for head, text in rows:
        again = text.startswith(_REFUSED) and text in said
        said.add(text)
        kept.append((head, f"{_REFUSED}for the same reason" if again else text))
    return kept


def _those(found: Structure, members: Iterable[str]) -> str:
    return listed(sorted(_name(found, member) for member in members)) or "none"


def _name(found: Structure, member: str) -> str:
    return found.game.roster.seat(member).name


def _apart(found: Structure) -> str:
    pairs = [f"{_name(found, one)} and {_name(found, other)}" for one, other in found.incomparable[:_PAIRS]]
    more = "; among others" if len(found.incomparable) > _PAIRS else ""
    return f"some cannot be compared: {'; '.join(pairs)}{more}"


def _count(number: int | None, refused: str) -> str:
    if number is None:
        return f"{_REFUSED}{refused}"
    return f"{number:,}" if number.bit_length() <= _LARGE else f"about {number:.4e}"


def _weights_row(found: Structure, weights: Weights | Trade | PsephosError) -> tuple[str, str]:
    head = "smallest whole weights"
    match weights:
        case Weights(quota=quota, weights=by_member):
            kinds = sorted(set(by_member.values()), reverse=True)
            parts = (f"{kind:,} for {_those(found, _having(by_member, kind))}" for kind in kinds)
            return head, f"quota {quota:,}; {'; '.join(parts)}"
        case Trade(winning=winning):
            swap = f"{len(winning)} winning coalitions can swap members so that all of them lose"
            return head, f"none: no weights and quota make this rule, since {swap}"
        case error:
            return head, f"{_REFUSED}{error}"


def _having(weights: Mapping[str, int], kind: int) -> list[str]:
    return [member for member, weight in weights.items() if weight == kind]


def _dimension_row(weights: Weights | Trade | PsephosError, bounds: Dimension | PsephosError) -> tuple[str, str]:
    head = "weighted games it takes"
    if isinstance(bounds, PsephosError):
        return head, f"{_REFUSED}{bounds}"
    least, most = _range(weights, bounds)
    if least == most:
        return head, f"{least:,} (its dimension)"
    upper = f", at most {most:,}" if most is not None and most.bit_length() <= _LARGE else ""
    shown = ""
    if len(bounds.witness) > 1:
        sizes = listed([f"{sum(one.values()):,}" for one in bounds.witness])
        shown = f"; losing coalitions of {sizes} members need one each"
    return head, f"at least {least:,}{upper} (its dimension){shown}"


def _range(weights: Weights | Trade | PsephosError, bounds: Dimension) -> tuple[int, int | None]:
    """The bounds, sharpened by what is known of the weights."""
    if isinstance(weights, Weights):
        return 1, 1
    return max(bounds.at_least, 2 if isinstance(weights, Trade) else 1), bounds.at_most


def _coalition_lines(found: Structure, lists: Mapping[str, list[Coalition]]) -> list[str]:
    lines = []
    for kind, coalitions in lists.items():
        if coalitions:
            lines += ["", f"minimal {kind} coalitions, the first {len(coalitions):,}:"]
            lines += [f"  {_coalition(found, one)}" for one in coalitions]
    return lines


def _coalition(found: Structure, one: Coalition) -> str:
    parts = [
        _name(found, member) if votes == 1 else f"{votes:,} of {_name(found, member)}" for member, votes in one.items()
    ]
    return f"{plural(sum(one.values()), 'vote')}: {', '.join(sorted(parts))}"


# --- JSON -------------------------------------------------------------------------------------------------------------


def structure_record(found: Structure) -> dict[str, Any]:
    """The structure of a game as a JSON object."""
    return {
        **provenance_record(Provenance.of(found.game)),
        **{name: _plain(getattr(found, name)) for name in _NAMES},
        "refused": dict(found.refused),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 -- nested tuples of any depth
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _more_record(weights: Weights | Trade | PsephosError, bounds: Dimension | PsephosError) -> dict[str, Any]:
    record: dict[str, Any] = {"minimal_weights": None, "trade": None, "dimension": None}
    if isinstance(weights, Weights):
        record["minimal_weights"] = {"quota": weights.quota, "weights": dict(weights.weights)}
    if isinstance(weights, Trade):
        record["trade"] = {"winning": list(weights.winning), "losing": list(weights.losing)}
    if isinstance(bounds, Dimension):
        least, most = _range(weights, bounds)
        record["dimension"] = {"at_least": least, "at_most": most, "witness": list(bounds.witness)}
    return record

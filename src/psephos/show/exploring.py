"""`psephos whatif`: what could have been; and the JSON of where two rules part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from psephos.body.rulebook import rulebook
from psephos.calls.rollcall import RollCall
from psephos.decide.verdict import Verdict, decide
from psephos.errors import UsageError
from psephos.explore.benches import gathered
from psephos.explore.compare import Comparison, Party
from psephos.explore.flips import Change, Flips, flips_of
from psephos.explore.openvote import OpenMember, OpenVote, open_vote_of
from psephos.show.exploring_text import ROUNDED, flips_text, open_text, rounded
from psephos.show.output import Output
from psephos.show.record import number, provenance, verdict_record

__all__ = ["Asked", "changes_of", "comparison_record", "flips_record", "open_record", "party_record", "run_whatif"]

_HEAD = (
    "psephos",
    "rulebook",
    "body",
    "decision",
    "variants",
    "on",
    "rule",
    "outcome",
    "label",
    "mode",
    "tally",
    "vetoed_by",
    "remarks",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks beside the ballots, as typed: no=abstain to change, CHN=3 as a cost, PA=0.55 as a chance."""

    change: Sequence[str] = ()
    keep: Sequence[str] = ()
    cost: Sequence[str] = ()
    limit: int = 20
    choices: Sequence[str] = ()
    chance: Sequence[str] = ()
    contains: Sequence[str] = ()


def run_whatif(output: Output, call: RollCall, asked: Asked, *, exact: bool = False) -> int:
    """Which ballots would have turned a vote; or, while ballots are open, what they can still bring about."""
    verdict = decide(rulebook(call.body), call)
    known, _ = gathered(verdict)
    if known.seating.complete and known.seating.tally is None:
        _refuse(
            {"--choices": asked.choices, "--chance": asked.chance, "--contains": asked.contains},
            "every ballot is known; leave some members out to ask what open ballots can do",
        )
        found = flips_of(
            verdict,
            changes=changes_of(asked.change),
            keep=asked.keep,
            costs=_by_member(asked.cost, "--cost"),
            limit=asked.limit,
        )
        _print(output, flips_text(found), flips_record(found, exact=exact))
        return 0
    _refuse(
        {"--change": asked.change, "--keep": asked.keep, "--cost": asked.cost},
        "some ballots are open; say what every member cast (--others) to ask what could have turned the vote",
    )
    ways = open_vote_of(
        verdict,
        choices=asked.choices or None,
        chances=_by_member(asked.chance, "--chance") if asked.chance else None,
        containing=_containing(asked.contains),
    )
    _print(output, open_text(ways), open_record(ways, exact=exact))
    return 0


def _print(output: Output, text: str, record: Mapping[str, Any]) -> None:
    if output.as_json:
        output.record(record)
        return
    first, *rest = text.splitlines()
    output.line(first, "bold")
    for line in rest:
        output.line(line)


# --- what was typed
# -----------------------------------------------------------------------------------------------------


def _refuse(options: Mapping[str, Sequence[str]], remedy: str) -> None:
    for option, words in options.items():
        if words:
            raise UsageError(f"{option} does not fit this question: {remedy}")


def changes_of(words: Iterable[str]) -> Mapping[str, tuple[str, ...]] | None:
    """Which ballots may become which, read from no=abstain, yes=no/abstain; None where nothing is said."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        old, new = _parted(word, "--change", "no=abstain or yes=no/abstain")
        found[old] = (*found.get(old, ()), *new.split("/"))
    return found or None


def _by_member(words: Iterable[str], option: str) -> Mapping[str, str | Mapping[str, str]]:
    """Read PA=0.55, RUS=yes:0.2/abstain:0.8."""
    found: dict[str, str | Mapping[str, str]] = {}
    for word in words:
        member, value = _parted(word, option, "CHN=0.5 or RUS=yes:0.2/abstain:0.8")
        if member in found:
            raise UsageError(f"{option}: {member} is given twice; give each member one")
        found[member] = _by_choice(value) if ":" in value else value
    return found


def _by_choice(text: str) -> Mapping[str, str]:
    """Read yes:0.2/abstain:0.8; in yes:1/3/abstain:2/3 a part without a choice belongs to the number before."""
    parts: list[str] = []
    for part in text.split("/"):
        if ":" in part or not parts:
            parts.append(part)
        else:
            parts[-1] += f"/{part}"
    return {choice.strip(): value.strip() for choice, _, value in (part.partition(":") for part in parts)}


def _containing(words: Iterable[str]) -> Mapping[str, str]:
    """Read PA (in favour) or PA=no."""
    found: dict[str, str] = {}
    for word in words:
        member, _, choice = word.partition("=")
        if member in found:
            raise UsageError(f"--contains: {member} is given twice; give each member one ballot")
        found[member] = choice or "yes"
    return found


def _parted(word: str, option: str, example: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise UsageError(f"{option} '{word}': write {example}")
    return name.strip(), value.strip()


# --- JSON
# ---------------------------------------------------------------------------------------------------------------


def flips_record(found: Flips, *, exact: bool = False) -> dict[str, Any]:
    """What could have turned a vote, as a JSON object."""
    record: dict[str, Any] = {
        "size": found.size,
        "cost": number(found.price),
        "turns_to": found.turned,
        "count": found.count,
        "sets": [[_change(change) for change in one] for one in found.sets],
        "alone": list(found.alone),
        "in_every_set": list(found.in_every_set),
    }
    if exact:
        record["cost_exact"] = None if found.price is None else str(found.price)
    return {**_head(found.verdict), "flips": record}


def _head(verdict: Verdict) -> dict[str, Any]:
    whole = verdict_record(verdict)
    whole["remarks"] += [ROUNDED] if rounded(verdict.rule, verdict.roster) else []
    return {key: whole[key] for key in _HEAD}


def _change(change: Change) -> dict[str, Any]:
    votes = {"votes": change.votes} if change.votes > 1 else {}
    return {"member": change.member, "from": change.choice, "to": list(change.to), **votes}


def open_record(found: OpenVote, *, exact: bool = False) -> dict[str, Any]:
    """What the open ballots can bring about, as a JSON object."""
    record = {
        **_head(found.verdict),
        "choices": list(found.choices),
        "containing": dict(found.containing),
        "ways": found.ways,
        "ways_adopted": found.ways_adopted,
        "chance": None if found.chance is None else float(found.chance),
        "members": [_open_member(one) for one in found.members],
    }
    if exact:
        record["chance_exact"] = None if found.chance is None else str(found.chance)
    return record


def _open_member(one: OpenMember) -> dict[str, Any]:
    votes = {"votes": one.votes} if one.votes > 1 else {}
    return {"member": one.member, **votes, "standing": one.standing, "ways_adopted": dict(one.ways_adopted)}


def comparison_record(found: Comparison) -> dict[str, Any]:
    """Where two rules part, as a JSON object."""
    example = found.example
    return {
        "psephos": provenance(found.first.book)["psephos"],
        "first": party_record(found.first),
        "second": party_record(found.second),
        "choices": list(found.choices),
        "equal": found.equal,
        "profiles": found.profiles,
        "differ": found.differ,
        "first_only": found.first_only,
        "second_only": found.second_only,
        "example": example
        and {"adopts": example.adopts, "tally": dict(example.tally), "ballots": dict(example.ballots)},
        "matched": {
            "both": sum(pair.votes for pair in found.pairs),
            "by_seat": [{"first": p.first, "second": p.second} for p in found.pairs if p.first != p.second],
            "only_in_first": [{"member": member, "votes": votes} for member, votes in found.only_in_first],
            "only_in_second": [{"member": member, "votes": votes} for member, votes in found.only_in_second],
        },
        "remarks": [ROUNDED]
        if any(rounded(side.bound.rule, side.bound.roster) for side in (found.first, found.second))
        else [],
    }


def party_record(side: Party) -> dict[str, Any]:
    """One side of a comparison as a JSON object."""
    rule = side.bound.rule
    return {
        **{key: value for key, value in provenance(side.book).items() if key != "psephos"},
        "decision": rule.decision,
        "variants": [rule.variant] if rule.variant else [],
        "on": side.day.isoformat(),
        "rule": {"from": rule.since.isoformat(), "until": rule.until.isoformat() if rule.until else None},
        "members": side.bound.roster.size,
    }

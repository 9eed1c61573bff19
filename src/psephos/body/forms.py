"""The form of a rulebook file, as pydantic models: the edge where a stranger's TOML becomes known values.

Also the source of the JSON Schema for editors. What the values *mean* together (groups, gaps, overlaps) is checked in
`psephos.body.rulebook`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["ChoiceForm", "ClauseForm", "ExampleForm", "RosterForm", "RuleForm", "RulebookForm", "SeatForm", "schema"]

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
Word = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_.\-]{0,63}$")]
Text = Annotated[str, Field(min_length=1, max_length=2_000)]
Label = Literal["adopted", "adopted without a vote", "vetoed", "insufficient votes", "tied", "no quorum", "open"]
Set = Literal["present", "cast", "participating", "members"]
Votes = Annotated[int, Field(ge=0, le=10**18)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ChoiceForm(_Form):
    """A further choice and the sets it counts in."""

    sets: list[Set] = Field(alias="in")
    name: Text | None = None


class RosterForm(_Form):
    """The files that say who sits."""

    file: Annotated[str, Field(pattern=r"^[^/\\]+\.csv$")]
    weights: Annotated[str, Field(pattern=r"^[^/\\]+\.csv$")] | None = None


class SeatForm(_Form):
    """Seats written in the rulebook itself."""

    id: Word
    name: Text | None = None
    seat: Word | None = None
    count: Annotated[int, Field(ge=1, le=10**12)] = 1
    groups: list[Word] = []
    weights: dict[Word, int | float | str] = {}
    since: date | None = Field(default=None, alias="from")
    until: date | None = None
    apart: bool = False
    casts: list[Word] | None = None
    basis: Literal["law", "practice"] = "law"
    source: Text | None = None
    note: Text | None = None


class ClauseForm(_Form):
    """One named condition with the law beside it."""

    requires: Text
    role: Literal["majority", "quorum", "veto", "casting", "condition"]
    source: Text
    title: Text | None = None
    text: Text | None = None
    reading: Text | None = None
    authority: Text | None = None


class RuleForm(_Form):
    """How one kind of decision is taken over a span of days."""

    decision: Id
    title: Text | None = None
    default: bool = False
    variant: Id | None = None
    variant_title: Text | None = None
    since: date = Field(alias="from")
    until: date | None = None
    basis: Literal["law", "practice"] = "law"
    note: Text | None = None
    monotone: bool = True
    passes: Text
    remarks: list[Text] = []
    parties: Text | None = None
    motion: Text | None = None
    source: Text | None = None
    clauses: Annotated[dict[Word, ClauseForm], Field(min_length=1, max_length=200)]


class ExampleForm(BaseModel):
    """A vote with the label it must get; any choice may name a list of members."""

    model_config = ConfigDict(extra="allow", frozen=True)

    decision: Id | None = None
    variants: list[Id] = []
    on: date
    others: Word | None = None
    tally: dict[Word, Votes] | None = None
    ballots: dict[str, Word | dict[Word, Votes]] = {}
    participants: list[str] | None = None
    opt_out: list[str] | None = None
    vacant: dict[str, Votes] = {}
    parties: list[str] = []
    without_a_vote: bool = False
    label: Label
    vetoed_by: list[str] | None = None
    synthetic: bool = False
    why: Text | None = None
    source: Text | None = None


class RulebookForm(_Form):
    """One rulebook."""

    id: Id
    name: Text
    short: Text | None = None
    aliases: list[Text] = []
    summary: Text | None = None
    as_of: date
    since: date = Field(alias="from")
    until: date | None = None
    names: Literal["states"] | None = None
    motion: Text = "motion"
    sources: dict[str, Text] = {}
    roster: RosterForm | None = None
    seats: Annotated[list[SeatForm], Field(max_length=20_000)] = []
    choices: Annotated[dict[Word, ChoiceForm], Field(max_length=20)] = {}
    rule: Annotated[list[RuleForm], Field(min_length=1, max_length=1_000)]
    example: Annotated[list[ExampleForm], Field(max_length=5_000)] = []


def schema() -> dict[str, Any]:
    """The JSON Schema of a rulebook file, for editors."""
    return RulebookForm.model_json_schema(by_alias=True)

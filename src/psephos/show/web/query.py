"""A vote as a query string: the whole state of the page, and the parameters of the API, in one vocabulary.

The names are those of the command line: `yes=CHN,RUS&others=abstain`, `ballot=senators=yes:50/no:48`,
`tally=yes=9,no=3`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote, urlencode

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from psephos.calls.rollcall import Ballot, RollCall, Tally, ballots_of
from psephos.errors import NamedTwice, UsageError

__all__ = [
    "CHOICES",
    "MAX_TEXT",
    "BodyName",
    "CallQuery",
    "Day",
    "Listing",
    "Truth",
    "Word",
    "as_day",
    "query_string",
    "split",
]

MAX_TEXT = 200_000
"""How many letters of a report are read at most."""
CHOICES = ("yes", "no", "abstain", "present_only", "absent", "not_participating", "not_voting")
Word = Annotated[str, StringConstraints(max_length=80)]
BodyName = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.\-]+$")]
Listing = Annotated[list[Annotated[str, StringConstraints(max_length=4_000)]], Field(max_length=400)]


def _iso(value: object) -> object:
    """Only a day as it is written in ISO form; a bare number is no day."""
    if isinstance(value, str) and not (len(value) == 10 and value[4] == value[7] == "-"):  # noqa: PLR2004 -- 2023-10-25
        raise ValueError("write the day as 2023-10-25")
    return value


def _plain_truth(value: object) -> object:
    if value not in ("true", "false", True, False) or (isinstance(value, int) and not isinstance(value, bool)):
        raise ValueError("write true or false")
    return value


Day = Annotated[date, BeforeValidator(_iso)]
Truth = Annotated[bool, BeforeValidator(_plain_truth)]
Text = Annotated[str, StringConstraints(max_length=4_000)]


class CallQuery(BaseModel):
    """One vote: the body, the day, the kind of decision and who cast what."""

    model_config = ConfigDict(extra="forbid")

    body: BodyName = Field("unsc", description="A body that psephos knows (see /bodies), or the id of your own.")
    on: Day | None = Field(None, description="The day of the vote, 2023-10-25; without it, today.")
    decision: Word | None = Field(None, description="The kind of decision; without it, the body's default.")
    variant: Listing = Field([], description="Facts that make another rule apply, such as on-request.")
    yes: Listing = Field([], description="Who voted in favour: codes or names, separated by commas.")
    no: Listing = Field([], description="Who voted against.")
    abstain: Listing = Field([], description="Who abstained.")
    present_only: Listing = Field([], description='Who answered "present" and did not vote.')
    absent: Listing = Field([], description="Who was absent.")
    not_participating: Listing = Field([], description="Who took no part in the vote.")
    not_voting: Listing = Field([], description="Whose ballot the source does not tell.")
    ballot: Listing = Field([], description="Any other ballot: member=choice, or seats=yes:50/no:48.")
    others: Word | None = Field(None, description="What every member not named cast; open (or nothing) if not known.")
    tally: Text | None = Field(None, description="A bare tally, yes=353,no=310,abstain=42.")
    open: int = Field(0, ge=0, le=1_000_000_000, description="How many seats of the tally have not voted yet.")
    participants: Listing | None = Field(None, description="Who takes part; a group's name stands for its members.")
    opt_out: Listing | None = Field(None, description="Who does not take part at all.")
    vacant: Text | None = Field(None, description="Vacant seats: senators=2.")
    parties: Listing = Field([], description="Parties to the dispute; said in a remark.")
    without_a_vote: Truth = Field(default=False, description="Adopted by consensus or acclamation.")

    def call(self, today: date) -> RollCall:
        """The roll call that the query describes."""
        return RollCall(
            self.body,
            self.on or today,
            self.decision or None,
            split(self.variant),
            self.ballots(),
            others=None if self.others in (None, "", "open") else self.others,
            tally=Tally(_counts(self.tally, "tally")) if self.tally else None,
            open=self.open,
            participants=split(self.participants) or None if self.participants is not None else None,
            opt_out=split(self.opt_out) or None if self.opt_out is not None else None,
            vacant=_counts(self.vacant or "", "vacant"),
            parties=split(self.parties),
            method="without a vote" if self.without_a_vote else "",
        )

    def ballots(self) -> dict[str, Ballot]:
        """One ballot for each member named."""
        found = ballots_of({choice: split(getattr(self, choice)) for choice in CHOICES})
        for text in (part for item in self.ballot for part in item.split(",") if part.strip()):
            member, _, choice = (part.strip() for part in text.partition("="))
            if not (member and choice):
                raise UsageError(f"ballot '{text}': write member=choice, or seats=yes:50/no:48")
            if member in found:
                raise NamedTwice(f"{member} is named twice; give each member one ballot")
            found[member] = _counts(choice.replace("/", ",").replace(":", "="), "ballot") if ":" in choice else choice
        return found

    def with_ballots(self, ballots: Mapping[str, Ballot], others: str | None) -> CallQuery:
        """The same vote with these ballots, each where it is written shortest."""
        listed: dict[str, list[str]] = {choice: [] for choice in CHOICES}
        single: list[str] = []
        for member, ballot in ballots.items():
            if not isinstance(ballot, str):
                single.append(f"{member}=" + "/".join(f"{choice}:{number}" for choice, number in ballot.items()))
            elif ballot in listed:
                listed[ballot].append(member)
            else:
                single.append(f"{member}={ballot}")
        lists = {choice: [",".join(members)] if members else [] for choice, members in listed.items()}
        return self.model_copy(update={**lists, "ballot": [",".join(single)] if single else [], "others": others})


def query_string(query: CallQuery, **further: str | None) -> str:
    """The query as it stands in an address, without what is not said."""
    pairs: list[tuple[str, str]] = []
    for name in CallQuery.model_fields:
        value = getattr(query, name)
        if text := _written(value):
            pairs.append((name, text))
    pairs += [(name, value) for name, value in further.items() if value]
    return urlencode(pairs, quote_via=quote, safe=",:/=@")


def _written(value: object) -> str:
    match value:
        case None | 0 | False:
            return ""
        case True:
            return "true"
        case list():
            return ",".join(split(value))
        case date():
            return value.isoformat()
        case _:
            return str(value)


def split(listed: Iterable[str] | None) -> tuple[str, ...]:
    """Members from texts separated by commas.

    Examples:
        >>> split(["CHN, RUS", "ARE"])
        ('CHN', 'RUS', 'ARE')
    """
    return tuple(word.strip() for text in listed or () for word in text.split(",") if word.strip())


def as_day(text: str) -> date:
    """A day in ISO form."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text[:40]}' is no day; write it as 2023-10-25") from None


def _counts(text: str, name: Literal["tally", "vacant", "ballot"]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for part in (part.strip() for part in text.split(",") if part.strip()):
        key, _, number = (word.strip() for word in part.partition("="))
        if not (key and number.isascii() and number.isdecimal() and len(number) <= 12):  # noqa: PLR2004 -- no body is larger
            raise UsageError(f"{name} '{part}': write a name and a number, such as yes=353")
        if key in counts:
            raise UsageError(f"{name}: '{key}' is given twice")
        counts[key] = int(number)
    return counts

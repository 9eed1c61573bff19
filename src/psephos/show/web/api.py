"""The HTTP API: what the page shows, for programs; the same parameters and the same JSON as everywhere in psephos."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from psephos.errors import BudgetError, UsageError
from psephos.show.bodies import body_record, list_record
from psephos.show.exploring import flips_record, open_record
from psephos.show.glyphs import Theme
from psephos.show.painting import Kind
from psephos.show.record import verdict_record
from psephos.show.sharing import ballots_csv, card_svg, picture_svg, png, table_csv
from psephos.show.text import verdict_text
from psephos.show.web.desk import Desk
from psephos.show.web.guard import MAX_BODY
from psephos.show.web.query import MAX_TEXT, BodyName, CallQuery, Day, Listing, Truth, Word, query_string, split
from psephos.show.web.refusals import Estimated, fault_record
from psephos.show.web.scenario import chances_of
from psephos.show.web.scene import example_query, real_votes
from psephos.show.web.tasks import Subject
from psephos.version import VERSION

__all__ = ["desk_of", "router"]


class Refusal(BaseModel):
    """What is said where nothing can be answered."""

    psephos: str
    error: str
    message: str
    faults: list[Any] = []
    estimate: dict[str, float] | None = Field(None, description="Of the chance of adoption, where it can be drawn.")


_SETS = 20
"""How many sets of changes an answer lists, as the command line does."""
_WORDS = {
    400: "What was sent cannot be read at all.",
    403: "Sent from another site's page.",
    404: "No such body.",
    413: "More was sent than is taken.",
    414: "The address is too long.",
    422: "It cannot be answered as asked, or counting would go beyond the limits; the message says why.",
    503: "Busy with other counts.",
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": Refusal, "description": words} for status, words in _WORDS.items()
}
router = APIRouter(responses=_REFUSALS)


def desk_of(request: Request) -> Desk:
    """The desk of the running page."""
    desk: Desk = request.app.state.desk
    return desk


At = Annotated[Desk, Depends(desk_of)]


class DecideQuery(CallQuery):
    """A vote to decide."""

    exact: Truth = Field(default=False, description="Give exact numbers too, as strings.")


class WhatIfQuery(CallQuery):
    """A vote to turn, or one under way."""

    chances: Annotated[str, Field(max_length=4_000)] = Field(
        "", description="others=1/2,CHN=0.9, or one figure for all."
    )


class DrawQuery(CallQuery):
    """A vote to draw."""

    kind: Kind | None = Field(None, description="How the seats stand; without it, as suits the body.")
    theme: Theme = Field("light", description="Light or dark ground.")


class PowerQuery(BaseModel):
    """A rule to measure."""

    model_config = ConfigDict(extra="forbid")

    body: BodyName = Field("unsc", description="A body of /bodies.")
    on: Day | None = Field(None, description="The day; without it, the latest one covered.")
    decision: Word | None = Field(None, description="The kind of decision; without it, the body's default.")
    variant: Listing = Field([], description="Facts that make another rule apply.")
    index: Listing = Field(["banzhaf,shapley_shubik"], description="Indices; those with abstention by themselves.")

    def indices(self) -> tuple[str, ...]:
        """The indices asked for."""
        return split(self.index) or ("banzhaf", "shapley_shubik")

    def subject(self, desk: Desk) -> Subject:
        """The rule asked for."""
        book = desk.library.book(self.body)
        return Subject(book, desk.day(book, self.on, self.decision), self.decision, split(self.variant), self.body)


class CompareQuery(PowerQuery):
    """Two rules to measure; what is not said of the second is as for the first."""

    body2: BodyName | None = Field(None, description="The other body.")
    on2: Day | None = Field(None, description="The other day.")
    decision2: Word | None = Field(None, description="The other kind of decision.")
    variant2: Listing = Field([], description="Facts that make another rule apply to the second.")

    def other(self, desk: Desk) -> Subject:
        """The second rule asked for."""
        same = self.body2 in (None, self.body)
        changes = {
            "body": self.body2 or self.body,
            "on": self.on2 or (self.on if same else None),
            "decision": self.decision2 or (self.decision if same else None),
            "variant": self.variant2,
        }
        return PowerQuery.subject(self.model_copy(update=changes), desk)


class Report(BaseModel):
    """A report to read."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=MAX_TEXT, description="The text; English, French or Spanish.")
    published: Day | None = Field(None, description="The day of publication, for words such as Wednesday.")
    body: BodyName | None = Field(None, description="Whose members are meant, for a body of your own.")


class RulebookFile(BaseModel):
    """A rulebook as text."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=1_000_000, description="The TOML file.")
    name: str = Field("rulebook.toml", min_length=1, max_length=80, pattern=r"^[^\x00-\x1f/\\]+$")


@router.get("/bodies", summary="Which bodies are known?")
def bodies(desk: At) -> list[dict[str, Any]]:
    """Every body with its decisions and the days that its rulebook covers."""
    return [{**list_record(desk.library.book(name)), "body": name} for name, _ in desk.library.known()]


@router.get("/bodies/{body}", summary="Rules, sources and members of one body on a day")
def one_body(
    desk: At,
    body: Annotated[BodyName, Path(description="A body of /bodies.")],
    on: Annotated[Day | None, Query(description="The day; without it, the latest one covered.")] = None,
    decision: Annotated[str | None, Query(max_length=80, description="Only this kind of decision.")] = None,
) -> dict[str, Any]:
    """The body's rules in words with their sources, who sat that day, and the real votes that the rulebook cites."""
    book = desk.library.book(body)
    start = CallQuery.model_validate({"body": body})
    votes = [
        {
            "on": one.on.isoformat(),
            "decision": one.decision or book.default_decision,
            "label": one.label,
            "source": one.source,
            "vote": query_string(example_query(start, one)),
        }
        for one in real_votes(book, decision)
    ]
    return {**body_record(book, desk.day(book, on), decision), "body": body, "votes": votes}


@router.get("/bodies/{body}/rulebook", summary="The rulebook as it is written", response_class=Response)
def rulebook_text(desk: At, body: Annotated[BodyName, Path(description="A body of /bodies.")]) -> Response:
    """The TOML file: a start for a rulebook of one's own."""
    return Response(desk.library.text(body), media_type="text/plain; charset=utf-8")


@router.get("/decide", summary="Did the vote pass, and why?")
def decide(desk: At, query: Annotated[DecideQuery, Query()]) -> dict[str, Any]:
    """The verdict with its tree of reasons."""
    told = desk.tell(query, sets=0)
    return {**verdict_record(told.verdict, exact=query.exact), "body": query.body}


@router.get("/whatif", summary="Who could have turned it, or still can?")
def whatif(desk: At, query: Annotated[WhatIfQuery, Query()]) -> dict[str, Any]:
    """With all ballots known, the fewest changes that turn the outcome; else what the open ballots can do.

    Where that is too much to count, the answer is 422 with the size reached, and an estimate of the chance of adoption.
    """
    told = desk.tell(query, chances_of(query.chances) or None, sets=_SETS)
    if told.estimate is not None:
        raise Estimated(told.silent, asdict(told.estimate))
    if told.silent:
        raise (BudgetError if told.too_much else UsageError)(told.silent)
    if told.flips is not None:
        return {**flips_record(told.flips), "body": query.body}
    found = open_record(told.open) if told.open is not None else verdict_record(told.verdict)
    return {**found, "body": query.body}


@router.get("/power", summary="Who is decisive before any vote is cast?")
def power(desk: At, query: Annotated[PowerQuery, Query()]) -> dict[str, Any]:
    """A figure for each member and index; anonymous seats have one figure for each of their votes."""
    return {**desk.power(query.subject(desk), query.indices()), "body": query.body}


@router.get("/power.csv", summary="The same as a table", response_class=Response)
def power_csv(desk: At, query: Annotated[PowerQuery, Query()]) -> Response:
    """One row a member, one column an index."""
    rows = desk.power(query.subject(desk), query.indices())["members"]
    names = [name for name in (rows[0] if rows else ()) if name != "swings"]
    return _csv(table_csv(names, ([row[name] for name in names] for row in rows)), f"{query.body}-power.csv")


@router.get("/power/compare", summary="Who gains and who loses power between two rules?")
def power_compare(desk: At, query: Annotated[CompareQuery, Query()]) -> dict[str, Any]:
    """Both tables, and each member's figures side by side; successors are matched with their predecessors."""
    return desk.power_change(query.subject(desk), query.other(desk), query.indices())


@router.get("/power/compare.csv", summary="The same as a table", response_class=Response)
def power_compare_csv(desk: At, query: Annotated[CompareQuery, Query()]) -> Response:
    """One row a member; for each index its figure before, after, and the change."""
    told = desk.power_change(query.subject(desk), query.other(desk), query.indices())
    columns = [(index, when) for index in query.indices() for when in ("before", "after", "change")]
    rows = (
        [one["member"], one["name"], *(one["of"][index][when] for index, when in columns)] for one in told["changes"]
    )
    names = ["member", "name", *(f"{index}_{when}" for index, when in columns)]
    return _csv(table_csv(names, rows), f"{query.body}-compared.csv")


@router.post("/read", summary="Which votes does a text report?")
def read(desk: At, report: Report) -> dict[str, Any]:
    """Each ballot with its standing (stated, forced, possible, contradictory) and the places that say so."""
    return desk.read(report.text, report.published, report.body)


@router.get("/decide.txt", summary="The verdict as text", response_class=Response)
def decide_text(desk: At, query: Annotated[CallQuery, Query()]) -> Response:
    """The verdict as a terminal prints it."""
    text = verdict_text(desk.tell(query, sets=0).verdict)
    return Response(text + "\n", media_type="text/plain; charset=utf-8")


@router.get("/decide.csv", summary="The ballots as a table", response_class=Response)
def decide_csv(desk: At, query: Annotated[CallQuery, Query()]) -> Response:
    """One row a seat."""
    return _csv(ballots_csv(desk.tell(query, sets=0).verdict), f"{query.body}.csv")


@router.get("/draw.svg", summary="The seats as SVG", response_class=Response)
def draw_svg(desk: At, query: Annotated[DrawQuery, Query()]) -> Response:
    """A picture of the vote with its verdict."""
    verdict = desk.tell(query, sets=0).verdict
    return Response(picture_svg(verdict, query.kind, query.theme), media_type="image/svg+xml")


@router.get("/draw.png", summary="The seats as PNG", response_class=Response)
def draw_png(desk: At, query: Annotated[DrawQuery, Query()]) -> Response:
    """The same picture as PNG; needs the extra `charts`."""
    verdict = desk.tell(query, sets=0).verdict
    return Response(png(picture_svg(verdict, query.kind, query.theme)), media_type="image/png")


@router.get("/card.{form}", summary="A picture to share", response_class=Response)
def card(desk: At, form: Literal["svg", "png"], query: Annotated[CallQuery, Query()]) -> Response:
    """The vote on a card of 1200 by 630 points (Open Graph)."""
    svg = card_svg(desk.tell(query, sets=0).verdict)
    if form == "svg":
        return Response(svg, media_type="image/svg+xml")
    return Response(png(svg, 1.0), media_type="image/png")


@router.post("/check", summary="What is wrong with a rulebook?")
def check(desk: At, file: RulebookFile) -> JSONResponse:
    """Every fault with its line; a rulebook that can be used is kept for a while, under the id given back."""
    content = file.text.encode("utf-8", "surrogatepass")
    if len(content) > MAX_BODY // 2:
        raise UsageError(f"the rulebook has {len(content):,} bytes; at most {MAX_BODY // 2:,} are read")
    checked = desk.check(content, file.name)
    record: dict[str, Any] = {
        "psephos": VERSION,
        "file": file.name,
        "usable": checked.book is not None,
        "faults": [fault_record(fault) for fault in checked.faults],
    }
    if checked.book is not None:
        record["body"] = desk.library.keep(checked.book, content)
        record["name"] = checked.book.name
    return JSONResponse(record)


def _csv(table: str, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(table, media_type="text/csv; charset=utf-8", headers=headers)

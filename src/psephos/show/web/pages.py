"""The pages for people: each is a template filled with what the same functions give to the API."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from psephos.errors import PsephosError, UsageError
from psephos.show.rules import clause_title
from psephos.show.web.addresses import addresses
from psephos.show.web.api import desk_of
from psephos.show.web.guard import MAX_BODY
from psephos.show.web.powers import FAMILIES, powers
from psephos.show.web.query import MAX_TEXT, as_day
from psephos.show.web.reports import pieces, read_votes
from psephos.show.web.scenario import View, context, scenario
from psephos.show.web.tasks import Checked
from psephos.show.words import day_text
from psephos.version import VERSION

__all__ = ["environment", "error_page", "router"]

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_FOLDER = Path(__file__).parent


def environment() -> Environment:
    """The templates; everything filled in is escaped, and a name that is not there is an error."""
    found = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"version": VERSION, "has_png": find_spec("vl_convert") is not None}
    found.globals["families"] = FAMILIES
    found.filters |= {"thousands": "{:,}".format, "day": day_text, "title": clause_title}
    return found


def render(request: Request, name: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """Fill a template."""
    templates: Environment = request.app.state.templates
    text = templates.get_template(name).render(request=request, base=str(request.base_url).rstrip("/"), **values)
    return HTMLResponse(text, status)


def error_page(request: Request, status: int, title: str, message: str) -> HTMLResponse:
    """A page that says what went wrong."""
    return render(request, "error.html", {"title": title, "message": message, "tab": ""}, status)


@router.get("/")
def scenario_page(request: Request) -> Response:
    """The scenario view; after a click only its changing part is sent."""
    pairs = request.query_params.multi_items()
    view = scenario(desk_of(request), pairs)
    if request.headers.get("hx-request") and not request.headers.get("hx-history-restore-request"):
        return _part(request, view)
    if any(name in ("turn", "was") or name.startswith("n:") for name, _ in pairs) and view.scene is not None:
        return RedirectResponse(f"/?{view.address}", 303)
    return render(request, "scenario.html", {**context(view), "tab": "scenario"}, view.status)


def _part(request: Request, view: View) -> HTMLResponse:
    answer = render(request, "_stage.html", context(view), view.status)
    if view.scene is not None:
        answer.headers["hx-push-url"] = f"/?{view.address}"
    answer.headers["vary"] = "hx-request"
    return answer


@router.get("/powers")
def powers_page(request: Request) -> Response:
    """The power view."""
    given = dict(request.query_params.multi_items())
    chosen = [value for name, value in request.query_params.multi_items() if name == "index"]
    view = powers(desk_of(request), given, chosen)
    return render(request, "powers.html", {"tab": "powers", "view": view}, 422 if view.error else 200)


@router.get("/api")
def api_page(request: Request) -> Response:
    """What programs can ask, in a table."""
    return render(request, "api.html", {"tab": "api", "addresses": addresses(request.app.openapi())})


@router.get("/report")
def report_page(request: Request, example: str = "") -> Response:
    """The reading view, empty or with an example to try."""
    return _report(request, _EXAMPLE if example else "")


_EXAMPLE = (
    "The Security Council on 25 October 2023 did not adopt a draft resolution on the humanitarian situation in Gaza: "
    "ten members voted in favour and three against (China, the Russian Federation and the United Arab Emirates), while "
    "Brazil and Mozambique abstained."
)


@router.post("/report")
async def report_sent(request: Request) -> Response:
    """Read what was pasted."""
    text, published, body = "", "", ""
    try:
        async with request.form(max_files=0, max_fields=4, max_part_size=MAX_BODY) as form:
            text, published, body = (str(form.get(name) or "") for name in ("text", "published", "body"))
        if len(text) > MAX_TEXT:
            raise UsageError(f"the text has {len(text):,} letters; at most {MAX_TEXT:,} are read")
        if not text.strip():
            raise UsageError("no text came; paste a report")
        day = as_day(published) if published else None
        record = await run_in_threadpool(desk_of(request).read, text, day, body or None)
    except PsephosError as error:
        return _report(request, text[:MAX_TEXT], published, body, error=str(error))
    return _report(request, text, published, body, record)


def _report(
    request: Request,
    text: str = "",
    published: str = "",
    body: str = "",
    record: Mapping[str, Any] | None = None,
    *,
    error: str = "",
) -> HTMLResponse:
    known = desk_of(request).library.known()
    values = {
        "tab": "report",
        "text": text,
        "published": published,
        "body": body,
        "bodies": known,
        "pieces": pieces(text, record["votes"]) if record else (),
        "votes": read_votes(record, dict(known)) if record else (),
        "error": error,
    }
    return render(request, "report.html", values, 422 if error else 200)


@router.get("/own")
def own_page(request: Request) -> Response:
    """Your own body: paste or upload a rulebook, or start from one at hand."""
    start = request.query_params.get("from", "template-board")
    try:
        return _own(request, desk_of(request).library.text(start), start=start)
    except PsephosError as error:
        return _own(request, error=str(error))


@router.post("/own")
async def own_sent(request: Request) -> Response:
    """Check what was pasted or uploaded, and show its faults with their lines, or the way to the table."""
    start = ""
    try:
        name, content, start = await _sent(request)
        checked = await run_in_threadpool(desk_of(request).check, content, name)
    except PsephosError as error:
        return _own(request, error=str(error), start=start)
    body = desk_of(request).library.keep(checked.book, content) if checked.book else ""
    return _own(request, content.decode("utf-8", "replace"), checked, body, start=start)


def _own(
    request: Request,
    text: str = "",
    checked: Checked | None = None,
    body: str = "",
    *,
    error: str = "",
    start: str = "",
) -> HTMLResponse:
    values = {
        "tab": "own",
        "text": text,
        "lines": text.splitlines(),
        "checked": checked,
        "error": error,
        "body": body,
        "start": start,
        "bodies": desk_of(request).library.known(),
    }
    return render(request, "own.html", values, 422 if error or (checked and not body) else 200)


async def _sent(request: Request) -> tuple[str, bytes, str]:
    """The uploaded file if there is one, else the pasted text; and the body that it was begun from, if one of ours."""
    async with request.form(max_files=1, max_fields=4, max_part_size=1_100_000) as form:
        file, text, start = form.get("file"), form.get("text"), str(form.get("from") or "")
        start = start if any(start == name for name, _ in desk_of(request).library.known()) else ""
        if isinstance(file, UploadFile) and file.filename:
            return Path(file.filename).name[:80] or "rulebook.toml", await file.read(), start
        if isinstance(text, str) and text.strip():
            return "rulebook.toml", text.encode(), start
    raise UsageError("no rulebook came; paste its text or choose a file")

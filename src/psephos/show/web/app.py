"""The application: the pages, the API, the guard at the door."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from psephos.errors import PsephosError
from psephos.show.web import api, pages
from psephos.show.web.desk import Desk
from psephos.show.web.guard import Door
from psephos.show.web.refusals import refusal, status_of
from psephos.show.web.scenario import scenario
from psephos.version import VERSION

__all__ = ["LOOPBACK", "create_app", "warm"]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_ERRORS = {400: "unreadable", 404: "not found", 405: "method"}
_ABOUT = "What a vote decided under the body's own rule, why, and who could have changed it."


def create_app(desk: Desk | None = None, hosts: Iterable[str] = LOOPBACK) -> FastAPI:
    """The page and its API as one application.

    Args:
        desk: rulebooks and limits; one of its own if left out.
        hosts: the names it answers to; `*` for any.

    Examples:
        >>> app = create_app()
        >>> "/bodies/{body}" in app.openapi()["paths"]
        True
    """
    app = FastAPI(title="psephos", version=VERSION, description=_ABOUT, docs_url=None, redoc_url=None)
    app.state.desk = desk or Desk()
    app.state.templates = pages.environment()
    app.include_router(api.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    app.add_exception_handler(PsephosError, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _missing)
    app.add_middleware(GZipMiddleware, minimum_size=1_000)
    app.add_middleware(Door, hosts=tuple(hosts))
    return app


def warm(app: FastAPI) -> None:
    """Do beforehand what the first visitor would wait for: read rulebooks and templates, decide a vote."""
    desk: Desk = app.state.desk
    for name in app.state.templates.list_templates(extensions=["html"]):
        app.state.templates.get_template(name)
    desk.library.known()
    scenario(desk, [])
    desk.workshop.run(len, "")


def _wants_page(request: Request) -> bool:
    return "text/html" in request.headers.get("accept", "")


def _refused(request: Request, error: Exception) -> Response:
    if not isinstance(error, PsephosError):  # pragma: no cover -- registered for no other
        raise error
    if _wants_page(request):
        return pages.error_page(request, status_of(error), "This cannot be answered", str(error))
    return JSONResponse(refusal(error), status_of(error))


def _malformed(request: Request, error: Exception) -> Response:
    """Parameters that cannot be what they say, each named."""
    listed: list[Any] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    told = [
        f"{'.'.join(str(part) for part in one['loc'][1:]) or 'request'}: {one['msg'].lower()}" for one in listed[:8]
    ]
    record = {"psephos": VERSION, "error": "usage", "message": "; ".join(told), "faults": told}
    if _wants_page(request):
        return pages.error_page(request, 422, "This cannot be answered", str(record["message"]))
    return JSONResponse(record, 422)


def _missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    known = {
        400: "what was sent cannot be read",
        404: "there is nothing at this address",
        405: "this address does not take that kind of request",
    }
    message = known.get(status, "this cannot be answered")
    if _wants_page(request):
        return pages.error_page(request, status, "Nothing here", message)
    headers = error.headers if isinstance(error, HTTPException) else None
    return JSONResponse(
        {"psephos": VERSION, "error": _ERRORS.get(status, "http"), "message": message}, status, headers=headers
    )

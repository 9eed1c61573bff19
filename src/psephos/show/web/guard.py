"""At the door: who may ask, how much may be sent, and what every answer says about how a browser must treat it."""

from __future__ import annotations

import json
import logging
from collections.abc import MutableMapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from psephos.version import VERSION

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["MAX_BODY", "Door"]

MAX_BODY = 2_000_000
_MAX_ADDRESS = 60_000
_LOG = logging.getLogger("psephos.web")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>psephos</title>'
    '<link rel="stylesheet" href="/static/psephos.css"></head><body><main><section class="card narrow">'
    '<h1>This cannot be answered</h1><p>{message}</p><p><a href="/">Back to the scenario</a></p></section></main>'
    "</body></html>"
)
_HEADERS = {
    b"content-security-policy": _POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class _TooLarge(Exception):
    """More was sent than is taken."""


@dataclass(frozen=True, slots=True)
class Door:
    """Wraps the application.

    A page on this machine must not be driven by other pages the visitor has open: requests that name another host (a
    rebound name) and posts that come from another site are refused. There are no cookies, so nothing can be done in a
    visitor's name.
    """

    app: ASGIApp
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]", "testserver")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refusal, page = self._refusal(scope, headers), "text/html" in headers.get("accept", "")
        if refusal is not None:
            await _answer(send, *refusal, page=page)
            return
        await self._pass(scope, receive, send, page=page)

    def _refusal(self, scope: Scope, headers: dict[str, str]) -> tuple[int, str, str] | None:
        host = headers.get("host", "")
        if "*" not in self.hosts and _bare(host) not in self.hosts:
            return 421, "unknown host", f"this page does not answer to the name '{host[:80]}'"
        if len(scope.get("query_string", b"")) + len(scope["path"]) > _MAX_ADDRESS:
            return (
                414,
                "address too long",
                f"the address is longer than {_MAX_ADDRESS:,} characters; name fewer members",
            )
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            return 413, "too large", f"at most {MAX_BODY:,} bytes can be sent; use the command line for larger files"
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and _from_elsewhere(headers, host):
            return 403, "other site", "this request comes from another site's page; open psephos itself and try again"
        return None

    async def _pass(self, scope: Scope, receive: Receive, send: Send, *, page: bool) -> None:
        received, started, refused = 0, False, False

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MAX_BODY:
                raise _TooLarge
            return message

        async def guarded(message: Message) -> None:
            nonlocal started, refused
            if message["type"] == "http.response.start":
                refused = received > MAX_BODY  # whatever the application made of the interruption
                started = True
                if refused:
                    await _answer(send, 413, "too large", f"at most {MAX_BODY:,} bytes can be sent", page=page)
                message["headers"] = _with_headers(message)
            if not refused:
                await send(message)

        try:
            await self.app(scope, counted, guarded)
        except Exception as error:  # noqa: BLE001 -- the last line: nobody ever sees a traceback
            if started:
                return
            if received > MAX_BODY:
                await _answer(send, 413, "too large", f"at most {MAX_BODY:,} bytes can be sent", page=page)
                return
            _LOG.error("%s %s: %s: %s", scope["method"], scope["path"], type(error).__name__, error)
            await _answer(send, 500, "internal", "psephos could not answer this; it is a fault of psephos", page=page)


def _bare(host: str) -> str:
    """The name without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host


def _from_elsewhere(headers: dict[str, str], host: str) -> bool:
    site, origin = headers.get("sec-fetch-site", ""), headers.get("origin", "")
    if site:
        return site not in ("same-origin", "none")
    return bool(origin) and origin.partition("://")[2] != host


def _with_headers(message: MutableMapping[str, Any]) -> list[tuple[bytes, bytes]]:
    given: list[tuple[bytes, bytes]] = list(message.get("headers", []))
    named = {name.lower() for name, _ in given}
    return given + [(name, value) for name, value in _HEADERS.items() if name not in named]


async def _answer(send: Send, status: int, error: str, message: str, *, page: bool = False) -> None:
    """An answer from the door itself, where no template can be trusted to work."""
    body = json.dumps({"psephos": VERSION, "error": error, "message": message}).encode()
    kind = b"application/json"
    if page:
        kind, body = b"text/html; charset=utf-8", _PAGE.format(message=escape(message)).encode()
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *_HEADERS.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

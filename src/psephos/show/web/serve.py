"""`psephos serve`: the page and its API, on this machine alone unless asked otherwise."""

from __future__ import annotations

import socket
import threading
from ipaddress import ip_address

from psephos.errors import UsageError
from psephos.show.output import Output

__all__ = ["run_serve"]

_LAST_PORT = 65_535


def run_serve(output: Output, host: str, port: int) -> int:
    """Serve until interrupted.

    Args:
        output: where to say the address.
        host: 127.0.0.1, or another address of this machine.
        port: 0 for any that is free.

    Raises:
        UsageError: the extra `web` is not installed, or the port is taken.
    """
    try:
        import uvicorn

        from psephos.show.web.app import LOOPBACK, create_app, warm
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("psephos"):
            raise
        raise UsageError(f"the page needs the extra 'web' ({error.name}): pip install 'psephos[web]'") from None
    if not 0 <= port <= _LAST_PORT:
        raise UsageError(f"{port} is no port; give 1 to {_LAST_PORT:,}, or 0 for any that is free")
    local = _is_loopback(host)
    listener = _listener(host, port)
    shown = f"[{host}]" if ":" in host else host
    output.line(f"psephos is at http://{shown}:{listener.getsockname()[1]}/   (stop it with Ctrl-C)", "bold")
    if not local:
        output.line(
            "It answers other machines too, without asking who they are; anybody who reaches it may use it.", "warn"
        )
    app = create_app(hosts=LOOPBACK if local else ("*",))
    threading.Thread(target=warm, args=(app,), daemon=True).start()
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=400,
        timeout_keep_alive=15,
    )
    uvicorn.Server(config).run(sockets=[listener])
    return 0


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listener(host: str, port: int) -> socket.socket:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise UsageError(f"cannot listen at {host}: {error.strerror}; try --host 127.0.0.1") from None
    listener = socket.socket(family, kind)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        raise UsageError(f"cannot listen at {host}, port {port}: {error.strerror}; try --port 0") from None
    return listener

import socket
from collections.abc import Iterator

import pytest
import uvicorn

from psephos.errors import UsageError
from psephos.show.output import Output
from psephos.show.web import app
from psephos.show.web.serve import run_serve

HOSTS: list[tuple[str, ...]] = []


@pytest.fixture(autouse=True)
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing is served and nothing read beforehand; the names that it would answer to are kept."""
    monkeypatch.setattr(app, "create_app", lambda hosts: HOSTS.append(tuple(hosts)))
    monkeypatch.setattr(app, "warm", lambda _app: None)
    monkeypatch.setattr(uvicorn, "Config", lambda *_, **__: None)
    monkeypatch.setattr(uvicorn.Server, "__init__", lambda _self, _config: None)
    monkeypatch.setattr(uvicorn.Server, "run", lambda _self, sockets: [one.close() for one in sockets])
    yield
    HOSTS.clear()


def test_it_answers_this_machine_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_serve(Output(), "127.0.0.1", 0) == 0
    said = capsys.readouterr().out
    assert "http://127.0.0.1:" in said
    assert "other machines" not in said
    assert HOSTS == [app.LOOPBACK]


def test_another_address_comes_with_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_serve(Output(), "0.0.0.0", 0) == 0  # noqa: S104 -- that is what is tested
    assert "other machines too" in capsys.readouterr().out
    assert HOSTS == [("*",)]


def test_a_port_that_cannot_be_had_is_said() -> None:
    with pytest.raises(UsageError, match="99999 is no port"):
        run_serve(Output(), "127.0.0.1", 99_999)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UsageError, match="try --port 0"):
            run_serve(Output(), "127.0.0.1", taken.getsockname()[1])

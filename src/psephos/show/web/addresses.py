"""The addresses for programs as a table for people, from the description that the API gives of itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Address", "addresses"]

_VOTE = "body=unsc&on=2023-10-25&no=CHN,RUS,ARE&abstain=BRA,MOZ&others=yes"
_OPEN = "body=unsc&on=2023-10-25&yes=FRA,GBR,USA,CHN"
_TWO = "body=unsc&on=1964-01-01&on2=1966-02-01&index=shapley_shubik"
_EXAMPLES: Mapping[str, str] = {
    "/bodies": "/bodies",
    "/bodies/{body}": "/bodies/unsc?on=2024-01-01",
    "/bodies/{body}/rulebook": "/bodies/unsc/rulebook",
    "/whatif": f"/whatif?{_OPEN}",
    "/power": "/power?body=unsc&on=2024-01-01",
    "/power.csv": "/power.csv?body=unsc&on=2024-01-01",
    "/power/compare": f"/power/compare?{_TWO}",
    "/power/compare.csv": f"/power/compare.csv?{_TWO}",
    "/card.{form}": f"/card.svg?{_VOTE}",
    **{path: f"{path}?{_VOTE}" for path in ("/decide", "/decide.txt", "/decide.csv", "/draw.svg", "/draw.png")},
}


@dataclass(frozen=True, slots=True)
class Address:
    """One address: how to ask it, what it answers, what it takes."""

    id: str
    method: str
    path: str
    summary: str
    described: str
    parameters: tuple[tuple[str, str], ...]
    example: str


def addresses(described: Mapping[str, Any]) -> tuple[Address, ...]:
    """What does an OpenAPI description offer?"""
    return tuple(
        Address(
            told["operationId"],
            method.upper(),
            path,
            told["summary"],
            told.get("description", ""),
            tuple(_parameters(told, described)),
            _EXAMPLES.get(path, ""),
        )
        for path, methods in described["paths"].items()
        for method, told in methods.items()
    )


def _parameters(told: Mapping[str, Any], described: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in told.get("parameters", []):
        yield one["name"], one.get("description", "")
    for content in told.get("requestBody", {}).get("content", {}).values():
        name = content["schema"]["$ref"].rpartition("/")[2]
        for field, schema in described["components"]["schemas"][name]["properties"].items():
            yield field, schema.get("description", "")

"""A small writer of reports: from a roll call to prose, in many forms, to read back what it wrote."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from psephos.body.rulebook import rulebook

UNSC = rulebook("unsc")
WORDS = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
WORDS_FR = [
    "aucune",
    "une",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
]
WORDS_ES = [
    "ninguno",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
]
SHORT = {
    "USA": "the United States",
    "GBR": "Britain",
    "RUS": "Russia",
    "KOR": "South Korea",
    "ARE": "the United Arab Emirates",
    "NLD": "the Netherlands",
    "VEN": "Venezuela",
    "BOL": "Bolivia",
    "VNM": "Vietnam",
    "LBY": "Libya",
    "TZA": "Tanzania",
    "COD": "the Democratic Republic of the Congo",
    "DOM": "the Dominican Republic",
    "SYR": "Syria",
    "CIV": "Ivory Coast",
}
DAYS = [
    date(2003, 5, 22),
    date(2008, 7, 11),
    date(2011, 10, 4),
    date(2014, 3, 15),
    date(2017, 4, 12),
    date(2019, 9, 19),
    date(2020, 7, 7),
    date(2021, 12, 13),
    date(2022, 9, 30),
    date(2023, 10, 25),
    date(2024, 2, 20),
]


@dataclass(frozen=True)
class Truth:
    """What really happened: the day, and every ballot."""

    day: date
    yes: tuple[str, ...]
    no: tuple[str, ...]
    abstain: tuple[str, ...]
    sponsor: str
    number: int

    @property
    def published(self) -> date:
        return self.day + timedelta(days=1)

    @property
    def weekday(self) -> str:
        return f"{self.day:%A}"

    @property
    def ballots(self) -> dict[str, str]:
        return dict.fromkeys(self.yes, "yes") | dict.fromkeys(self.no, "no") | dict.fromkeys(self.abstain, "abstain")

    @property
    def vetoers(self) -> tuple[str, ...]:
        return tuple(m for m in self.no if m in PERMANENT)

    @property
    def adopted(self) -> bool:
        return len(self.yes) >= 9 and not self.vetoers

    def figure(self, choice: str) -> int:
        return len(getattr(self, choice))


PERMANENT = ("CHN", "FRA", "GBR", "RUS", "USA")


@dataclass(frozen=True)
class Template:
    """One way of reporting; `fits` says for which votes it can be written."""

    name: str
    write: Callable[[Truth, random.Random], str]
    fits: Callable[[Truth], bool]
    language: str = "en"


def name(member: str, day: date) -> str:
    """The name in running text."""
    seat = UNSC.on(day).seat(member)
    return SHORT.get(member) or (f"the {seat.name}" if seat.the else seat.name)


def listed(members: Sequence[str], day: date, rng: random.Random | None = None, joint: str = "and") -> str:
    """Names as a list."""
    order = list(members)
    if rng:
        rng.shuffle(order)
    words = [name(member, day) for member in order]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def w(number: int) -> str:
    """A number in words up to nine, in figures from ten."""
    return WORDS[number] if number < 10 else str(number)


def cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def s(number: int, noun: str) -> str:
    return f"{w(number)} {noun}{'' if number == 1 else 's'}"


def truth(rng: random.Random, kind: str) -> Truth:
    """A vote of that kind: adopted, vetoed, short or unanimous."""
    day = rng.choice(DAYS)
    members = list(UNSC.on(day).ids)
    rng.shuffle(members)
    elected = [m for m in members if m not in PERMANENT]
    permanent = [m for m in members if m in PERMANENT]
    no: list[str] = []
    abstain: list[str] = []
    if kind == "adopted":
        abstain = rng.sample(members, rng.randint(1, 5))
        if rng.random() < 0.4:
            no = [m for m in rng.sample(elected, rng.randint(1, 2)) if m not in abstain]
    elif kind == "vetoed":
        no = rng.sample(permanent, rng.randint(1, 2)) + rng.sample(elected, rng.randint(0, 2))
        abstain = rng.sample([m for m in members if m not in no], rng.randint(1, 3))
    elif kind == "short":
        abstain = rng.sample(elected, rng.randint(4, 6)) + rng.sample(permanent, rng.randint(0, 2))
        no = [m for m in rng.sample(elected, 3) if m not in abstain]
        rest = [m for m in members if m not in abstain and m not in no]
        while len(rest) > 8:
            abstain.append(rest.pop())
    yes = [m for m in UNSC.on(day).ids if m not in no and m not in abstain]
    sponsor = rng.choice(list(yes))
    return Truth(day, tuple(yes), tuple(no), tuple(abstain), sponsor, rng.randint(1400, 2700))

# ruff: noqa: ARG001, RUF001 -- every form has the same signature; the quotation marks and dashes that texts print
"""Report forms written before the reader was run on any of them, and never tuned one by one: they measure it."""

from __future__ import annotations

import random

from tests.read.french import es_list, fr_list
from tests.read.generator import WORDS_FR, Template, Truth, cap, listed, name, s, w

R = random.Random
SPANISH_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


def vetoed(t: Truth) -> bool:
    return bool(t.vetoers) and len(t.yes) >= 9 and bool(t.abstain)


def split(t: Truth) -> bool:
    return bool(t.no) and bool(t.abstain)


def fine(t: Truth) -> bool:
    return t.adopted and bool(t.abstain) and not t.no


def h1(t: Truth, r: R) -> str:
    return (
        f"Efforts to get the Security Council to act foundered on {t.weekday} when "
        f"{listed(t.vetoers, t.day, r)} cast a veto. The draft, which {name(t.sponsor, t.day)} "
        f"had written, drew support from {w(len(t.yes))} of the 15 members; "
        f"{listed(t.abstain, t.day, r)} chose to abstain."
    )


def h2(t: Truth, r: R) -> str:
    return (
        f"By {len(t.yes)} votes to {w(len(t.no)) if t.no else 'zero'}, and with "
        f"{listed(t.abstain, t.day, r)} sitting on the fence, the UN Security Council on {t.weekday} "
        "endorsed the plan."
    )


def h3(t: Truth, r: R) -> str:
    return (
        f"The result of the voting was as follows: {len(t.yes)} in favour, {len(t.no)} against, "
        f"{len(t.abstain)} abstentions. The Security Council therefore "
    ) + ("adopted the draft resolution." if t.adopted else "did not adopt the draft resolution.")


def h4(t: Truth, r: R) -> str:
    return (
        f"{cap(w(len(t.abstain)))} members of the Security Council - {listed(t.abstain, t.day, r)} - "
        f"abstained in {t.weekday}'s vote, which saw the text approved with {len(t.yes)} in favor and "
        "nobody opposed."
    )


def h5(t: Truth, r: R) -> str:
    return (
        f"{cap(listed(t.no, t.day, r))} opposed the resolution put before the Security Council on "
        f"{t.weekday}, {listed(t.abstain, t.day, r)} abstained and all the others supported it."
    )


def h6(t: Truth, r: R) -> str:
    return (
        f"There were {w(len(t.yes))} votes for, {w(len(t.no))} against and "
        f"{s(len(t.abstain), 'abstention')} when the Security Council took up the draft on "
        f"{t.weekday}. The negative votes came from {listed(t.no, t.day, r)}; those abstaining were "
        f"{listed(t.abstain, t.day, r)}."
    )


def h7(t: Truth, r: R) -> str:
    return (
        f"Resolution {t.number} ({t.day.year}), adopted by the Security Council on {t.day.day} "
        f"{t.day:%B} {t.day.year} by {len(t.yes)} votes to none, with {len(t.abstain)} abstentions "
        f"({listed(t.abstain, t.day, r)}), asks all States to cooperate."
    )


def h8(t: Truth, r: R) -> str:
    first, *rest = t.no
    extra = f", joined by {listed(rest, t.day, r)}" if rest else ""
    return (
        f"{cap(name(first, t.day))}{extra}, voted no on the Security Council draft. Yes votes "
        f"numbered {len(t.yes)}, and {listed(t.abstain, t.day, r)} abstained."
    )


def h9(t: Truth, r: R) -> str:
    return (
        f"With {listed(t.abstain, t.day, r)} abstaining, the Security Council passed the resolution "
        f"on {t.weekday} by a vote of {len(t.yes)}-{len(t.no)}."
    )


def h10(t: Truth, r: R) -> str:
    return (
        f'"We regret that this happened," the ambassador said after {listed(t.vetoers, t.day, r)} '
        f"had blocked the resolution in the Security Council on {t.weekday}. {cap(w(len(t.yes)))} "
        "delegations had voted in favour, "
        f"while {listed(t.abstain, t.day, r)} had abstained."
    )


def h11(t: Truth, r: R) -> str:
    return (
        f"The draft resolution was not adopted, having received {len(t.yes)} votes in favour "
        f"({listed(t.yes, t.day, r)}), {len(t.no)} against ({listed(t.no, t.day, r)}) and "
        f"{s(len(t.abstain), 'abstention')} ({listed(t.abstain, t.day, r)}). "
        "The Security Council then adjourned."
    )


def h12(t: Truth, r: R) -> str:
    return (
        f"Voting results, Security Council\nYes ({len(t.yes)}): "
        f"{', '.join(name(m, t.day) for m in t.yes)}\nNo ({len(t.no)}): "
        f"{', '.join(name(m, t.day) for m in t.no)}\nAbstain ({len(t.abstain)}): "
        f"{', '.join(name(m, t.day) for m in t.abstain)}"
    )


def h13(t: Truth, r: R) -> str:
    return (
        f"All 15 members of the Security Council voted in favour of the resolution on {t.weekday}, "
        f"which {name(t.sponsor, t.day)} had tabled."
    )


def h14(t: Truth, r: R) -> str:
    return f"The Security Council was of one mind on {t.weekday}: the resolution was carried unanimously."


def h15(t: Truth, r: R) -> str:
    return (
        f"The motion in the Security Council fell {w(9 - len(t.yes))} short of the nine votes "
        f"required. {cap(listed(t.yes, t.day, r))} supported it. {cap(listed(t.no, t.day, r))} said "
        f"no, and the remaining {w(len(t.abstain))} abstained."
    )


def h16(t: Truth, r: R) -> str:
    return (
        f"Last month {name(t.vetoers[0], t.day)} vetoed a similar text. On {t.weekday} the Security "
        f"Council tried again and {len(t.yes)} members voted yes, but {listed(t.vetoers, t.day, r)} "
        f"once more voted no. {cap(listed(t.abstain, t.day, r))} abstained."
    )


def h17(t: Truth, r: R) -> str:
    return (
        f"{cap(name(t.abstain[0], t.day))} broke ranks by abstaining as the Security Council approved "
        f"the measure on {t.weekday}; {listed(t.abstain[1:], t.day, r)} abstained too. The tally was "
        f"{len(t.yes)} to 0."
    )


def h18(t: Truth, r: R) -> str:
    return (
        f"The text garnered {w(len(t.yes))} affirmative votes in the Security Council on {t.weekday}, "
        f"one negative vote ({name(t.no[0], t.day)}) and {s(len(t.abstain), 'abstention')}. It was "
        "therefore not adopted."
    )


def h19(t: Truth, r: R) -> str:
    return (
        f"Had {name(t.vetoers[0], t.day)} abstained, the resolution would have been adopted. As it "
        f"was, {listed(t.no, t.day, r)} voted against in the Security Council on {t.weekday}. "
        f"{cap(s(len(t.abstain), 'country' if len(t.abstain) == 1 else 'countrie'))} abstained and "
        f"{len(t.yes)} voted in favour."
    )


def h20(t: Truth, r: R) -> str:
    return (
        f"The Council adopted the text by {len(t.yes)} votes in favour, with the abstention of "
        f"{listed(t.abstain, t.day, r)}, the President of the Security Council announced on "
        f"{t.weekday}."
    )


def h21(t: Truth, r: R) -> str:
    return (
        f"{cap(listed(t.abstain, t.day, r))} neither supported nor opposed the resolution when the "
        f"Security Council voted on {t.weekday}. {cap(listed(t.no, t.day, r))} voted against it and "
        "the rest voted for it."
    )


def h22(t: Truth, r: R) -> str:
    return (
        "Le Conseil de sécurité n’a pas été en mesure d’adopter le projet de résolution, "
        f"{listed_fr(t.vetoers, t)} ayant opposé leur veto. {cap(WORDS_FR[len(t.yes)])} membres ont "
        f"voté pour; {listed_fr(t.abstain, t)} se sont abstenus."
    )


def listed_fr(members: tuple[str, ...], t: Truth) -> str:
    return fr_list(members, t.day)


def h23(t: Truth, r: R) -> str:
    return (
        f"Par {len(t.yes)} voix pour et {len(t.abstain)} abstentions ({fr_list(t.abstain, t.day)}), "
        f"le Conseil de sécurité a adopté la résolution {t.number} ({t.day.year})."
    )


def h24(t: Truth, r: R) -> str:
    return (
        f"{es_list(t.vetoers, t.day)} vetaron este "
        f"{SPANISH_DAYS[t.day.weekday()]} "
        f"en el Consejo de Seguridad una resolución que obtuvo {len(t.yes)} votos a favor. "
        f"{es_list(t.abstain, t.day)} se abstuvieron."
    )


def h25(t: Truth, r: R) -> str:
    return (
        "Not one member voted against the resolution, which the Security Council adopted on "
        f"{t.weekday}. {cap(w(len(t.yes)))} were for it; {listed(t.abstain, t.day, r)} withheld their "
        "votes."
    )


HELD = (
    Template("h1", h1, vetoed),
    Template("h2", h2, lambda t: t.adopted and bool(t.abstain)),
    Template("h3", h3, lambda _: True),
    Template("h4", h4, fine),
    Template("h5", h5, split),
    Template("h6", h6, split),
    Template("h7", h7, lambda t: fine(t) and len(t.abstain) > 1),
    Template("h8", h8, split),
    Template("h9", h9, lambda t: t.adopted and bool(t.abstain)),
    Template("h10", h10, lambda t: vetoed(t) and set(t.no) == set(t.vetoers)),
    Template("h11", h11, lambda t: split(t) and not t.adopted),
    Template("h12", h12, split),
    Template("h13", h13, lambda t: len(t.yes) == 15),
    Template("h14", h14, lambda t: len(t.yes) == 15),
    Template("h15", h15, lambda t: len(t.yes) < 9 and split(t)),
    Template("h16", h16, lambda t: vetoed(t) and set(t.no) == set(t.vetoers)),
    Template("h17", h17, lambda t: fine(t) and len(t.abstain) > 1),
    Template("h18", h18, lambda t: len(t.no) == 1 and vetoed(t)),
    Template("h19", h19, vetoed),
    Template("h20", h20, fine),
    Template("h21", h21, split),
    Template(
        "h22",
        h22,
        lambda t: vetoed(t) and len(t.vetoers) > 1 and set(t.no) == set(t.vetoers) and len(t.abstain) > 1,
        "fr",
    ),
    Template("h23", h23, lambda t: fine(t) and len(t.abstain) > 1, "fr"),
    Template("h24", h24, lambda t: vetoed(t) and len(t.vetoers) > 1 and len(t.abstain) > 1, "es"),
    Template("h25", h25, fine),
)

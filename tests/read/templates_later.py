# ruff: noqa: ARG001 -- every form has the same signature
"""More forms, written after the grammar had been tuned on the others and before the reader was run on them."""

from __future__ import annotations

import random

from tests.read.generator import Template, Truth, cap, listed, name, s, w

R = random.Random


def vetoed(t: Truth) -> bool:
    return bool(t.vetoers) and len(t.yes) >= 9 and bool(t.abstain)


def only_vetoes(t: Truth) -> bool:
    return vetoed(t) and set(t.no) == set(t.vetoers)


def split(t: Truth) -> bool:
    return bool(t.no) and bool(t.abstain)


def fine(t: Truth) -> bool:
    return t.adopted and bool(t.abstain) and not t.no


def l1(t: Truth, r: R) -> str:
    return (
        f"{cap(w(len(t.yes)))} ayes, {w(len(t.no))} noes and {s(len(t.abstain), 'abstention')}: that "
        f"was the count when the Security Council divided on {t.weekday}. The noes were "
        f"{listed(t.no, t.day, r)}."
    )


def l2(t: Truth, r: R) -> str:
    return (
        f"Despite backing from {w(len(t.yes))} of the Security Council's 15 members, the text was "
        f"killed on {t.weekday} by the vetoes of {listed(t.vetoers, t.day, r)}. Not voting either way "
        f"were {listed(t.abstain, t.day, r)}, which abstained."
    )


def l3(t: Truth, r: R) -> str:
    return (
        f"The Security Council, by a vote of {len(t.yes)} in favour, {len(t.no)} against and "
        f"{len(t.abstain)} abstaining, rejected the amended text on {t.weekday}. Those in favour: "
        f"{listed(t.yes, t.day, r)}. Those against: {listed(t.no, t.day, r)}."
    )


def l4(t: Truth, r: R) -> str:
    return (
        f"China's envoy spoke first. After a two-hour debate on {t.weekday} the Security Council "
        f"adopted the resolution; nobody voted against it, {listed(t.abstain, t.day, r)} abstained."
    )


def l5(t: Truth, r: R) -> str:
    return (
        f"On {t.weekday} {listed(t.vetoers, t.day, r)} exercised "
        f"{'its' if len(t.vetoers) == 1 else 'their'} right of veto in the Security Council. "
        f"{cap(w(len(t.yes)))} of the other members supported the draft resolution, "
        f"{listed(t.abstain, t.day, r)} did not take sides and abstained."
    )


def l6(t: Truth, r: R) -> str:
    return (
        f"Resolution {t.number} was approved by 15 votes in favour and none against in the Security "
        f"Council on {t.weekday}."
    )


def l7(t: Truth, r: R) -> str:
    return (
        f"The vote count, according to the Security Council's press office: {len(t.yes)} for, "
        f"{len(t.no)} against, {len(t.abstain)} abstaining. {cap(listed(t.no, t.day, r))} cast the "
        f"negative {'vote' if len(t.no) == 1 else 'votes'}."
    )


def l8(t: Truth, r: R) -> str:
    return (
        f"Although {listed(t.abstain, t.day, r)} abstained, the Security Council was able to pass the "
        f"measure on {t.weekday}, since {w(len(t.yes))} members voted for it and no permanent member "
        "used its veto."
    )


def l9(t: Truth, r: R) -> str:
    return (
        f"{cap(listed(t.no, t.day, r))} said no in the Security Council on {t.weekday}. "
        f"{cap(listed(t.abstain, t.day, r))} abstained. Everyone else said yes."
    )


def l10(t: Truth, r: R) -> str:
    first, *rest = t.abstain
    return (
        f"{cap(name(first, t.day))} abstained on the Security Council resolution, and so did "
        f"{listed(rest, t.day, r)}; it was adopted on {t.weekday} nonetheless, {len(t.yes)}-0."
    )


def l11(t: Truth, r: R) -> str:
    return (
        "It was a bad day for the sponsors: of the 15 members of the Security Council only "
        f"{w(len(t.yes))} voted in favour on {t.weekday}, {w(len(t.no))} ({listed(t.no, t.day, r)}) "
        f"voted against and {w(len(t.abstain))} ({listed(t.abstain, t.day, r)}) abstained."
    )


def l12(t: Truth, r: R) -> str:
    return (
        "Ahead of the vote the European Union and Japan's neighbours had urged support. In the event "
        f"the Security Council draft by {name(t.sponsor, t.day)} was defeated on {t.weekday}, "
        f"{listed(t.vetoers, t.day, r)} having voted against it. It had {len(t.yes)} votes in favour; "
        f"{listed(t.abstain, t.day, r)} abstained."
    )


def l13(t: Truth, r: R) -> str:
    return (
        "SECURITY COUNCIL REJECTS DRAFT\n\nThe Security Council this afternoon rejected, by "
        f"{len(t.yes)} in favour to {len(t.no)} against ({listed(t.no, t.day, r)}), with "
        f"{len(t.abstain)} abstentions ({listed(t.abstain, t.day, r)}), a draft resolution."
    )


def l14(t: Truth, r: R) -> str:
    return (
        f"The {w(len(t.yes))} Security Council members in favour outnumbered the {w(len(t.abstain))} "
        f"that abstained - {listed(t.abstain, t.day, r)} - and the resolution was adopted on "
        f"{t.weekday}."
    )


def l15(t: Truth, r: R) -> str:
    return (
        f"In the Security Council on {t.weekday}, {listed(t.yes, t.day, r)} voted in favour of the "
        f"draft. Voting against it: {listed(t.no, t.day, r)}. Abstaining from the vote: "
        f"{listed(t.abstain, t.day, r)}."
    )


LATER = (
    Template("l1", l1, lambda t: split(t) and len(t.no) > 1),
    Template("l2", l2, lambda t: only_vetoes(t) and len(t.vetoers) > 1 and len(t.abstain) > 1),
    Template("l3", l3, lambda t: split(t) and not t.adopted),
    Template("l4", l4, fine),
    Template("l5", l5, only_vetoes),
    Template("l6", l6, lambda t: len(t.yes) == 15),
    Template("l7", l7, split),
    Template("l8", l8, fine),
    Template("l9", l9, split),
    Template("l10", l10, lambda t: fine(t) and len(t.abstain) > 1),
    Template("l11", l11, lambda t: split(t) and len(t.yes) < 9),
    Template("l12", l12, only_vetoes),
    Template("l13", l13, lambda t: split(t) and not t.adopted),
    Template("l14", l14, lambda t: fine(t) and len(t.abstain) > 1),
    Template("l15", l15, split),
)

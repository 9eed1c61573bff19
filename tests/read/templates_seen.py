# ruff: noqa: ARG001, RUF001 -- every form has the same signature; the quotation marks and dashes that texts print
"""Report forms that the grammar was developed with."""

from __future__ import annotations

import random

from tests.read.generator import Template, Truth, cap, listed, name, s, w

R = random.Random


def any_vote(_: Truth) -> bool:
    return True


def split(t: Truth) -> bool:
    return bool(t.no) and bool(t.abstain)


def vetoed(t: Truth) -> bool:
    return bool(t.vetoers) and len(t.yes) >= 9


def abstained(t: Truth) -> bool:
    return bool(t.abstain) and not t.no and t.adopted


def all_yes(t: Truth) -> bool:
    return len(t.yes) == 15


def adopted(t: Truth) -> bool:
    return t.adopted


def result(t: Truth) -> str:
    return "adopted" if t.adopted else "rejected"


def wire_veto(t: Truth, r: R) -> str:
    other = [m for m in t.no if m not in t.vetoers]
    more = f" {cap(listed(other, t.day, r))} also voted against." if other else ""
    return (
        f"{cap(listed(t.vetoers, t.day, r))} on {t.weekday} vetoed a U.N. Security Council resolution on the conflict. "
        f"{cap(w(len(t.yes)))} members voted in favor and {listed(t.abstain, t.day, r)} abstained.{more}"
    )


def wire_adopted(t: Truth, r: R) -> str:
    return (
        f"UNITED NATIONS - The U.N. Security Council voted {w(len(t.yes))} to "
        f"{w(len(t.no)) if t.no else 'none'} on {t.weekday} to adopt a resolution renewing the "
        "mission's mandate. "
        f"{cap(listed(t.abstain, t.day, r))} abstained."
    )


def release(t: Truth, r: R) -> str:
    against = f"{len(t.no)} against ({listed(t.no, t.day, r, 'and')})" if t.no else "none against"
    abst = f", with {s(len(t.abstain), 'abstention')} ({listed(t.abstain, t.day, r)})" if t.abstain else ""
    verb = f"adopted resolution {t.number} ({t.day.year})" if t.adopted else "failed to adopt a draft resolution"
    return f"The Security Council today {verb} by a vote of {len(t.yes)} in favour to {against}{abst}."


def verbatim(t: Truth, r: R) -> str:
    def block(label: str, members: tuple[str, ...]) -> str:
        return f"{label}:\n{listed(members, t.day)}\n\n" if members else f"{label}:\nNone\n\n"

    tail = (
        f"The draft resolution has been adopted as resolution {t.number} ({t.day.year})."
        if t.adopted
        else (
            "The draft resolution has not been adopted, owing to the negative vote of a permanent "
            "member of the Council."
        )
        if t.vetoers and len(t.yes) >= 9
        else "The draft resolution has not been adopted, having failed to obtain the required number of votes."
    )
    return (
        "The President: I shall put the draft resolution to the vote now.\n\nA vote was taken by show of hands.\n\n"
        + block("In favour", t.yes)
        + block("Against", t.no)
        + block("Abstaining", t.abstain)
        + (
            f"The President: There were {len(t.yes)} votes in favour, {len(t.no)} against and "
            f"{len(t.abstain)} abstentions. {tail} The Security Council has thus concluded this stage."
        )
    )


def bullets(t: Truth, r: R) -> str:
    def block(label: str, members: tuple[str, ...]) -> str:
        return label + ":\n" + "\n".join(f"- {name(m, t.day).removeprefix('the ')}" for m in members) + "\n"

    return (
        f"How the Security Council voted on {t.weekday}\n\n"
        + block("In favour", t.yes)
        + block("Against", t.no)
        + block("Abstained", t.abstain)
    )


def passive(t: Truth, r: R) -> str:
    no = f" It was opposed by {listed(t.no, t.day, r)}." if t.no else ""
    return (
        f"A draft resolution tabled by {name(t.sponsor, t.day)} was {result(t)} by the UN "
        f"Security Council on {t.weekday}. "
        f"The text was supported by {len(t.yes)} of the council's 15 members.{no} "
        f"{cap(listed(t.abstain, t.day, r))} abstained."
    )


def with_clause(t: Truth, r: R) -> str:
    return (
        f"The Security Council on {t.weekday} {result(t)} the text, with {listed(t.no, t.day, r)} "
        f"voting against and {listed(t.abstain, t.day, r)} abstaining. The other {len(t.yes)} members "
        "voted in favour."
    )


def score_(t: Truth, r: R) -> str:
    return (
        f"The vote in the 15-member Security Council was {len(t.yes)}-{len(t.no)}, with "
        f"{s(len(t.abstain), 'abstention')}: {listed(t.abstain, t.day, r)}. The resolution was "
        "adopted."
    )


def score3(t: Truth, r: R) -> str:
    return (
        f"The UN Security Council adopted the resolution on {t.weekday} in a "
        f"{len(t.yes)}-{len(t.no)}-{len(t.abstain)} vote. {cap(listed(t.abstain, t.day, r))} "
        "abstained."
    )


def joined(t: Truth, r: R) -> str:
    first, *rest = t.no
    return (
        f"{cap(name(first, t.day))} was joined in voting against the Security Council draft by "
        f"{listed(rest, t.day, r)} on {t.weekday}. {cap(w(len(t.yes)))} countries backed the text and "
        f"{w(len(t.abstain))} abstained."
    )


def alone(t: Truth, r: R) -> str:
    return (
        f"{cap(name(t.no[0], t.day))} was the only member of the Security Council to vote against the "
        f"draft on {t.weekday}. {cap(listed(t.abstain, t.day, r))} abstained, while the remaining "
        f"{w(len(t.yes))} members voted in favour."
    )


def so_did(t: Truth, r: R) -> str:
    first, *rest = t.abstain
    return (
        f"The Security Council adopted the resolution on {t.weekday} with {len(t.yes)} votes. "
        f"{cap(name(first, t.day))} abstained, as did {listed(rest, t.day, r)}."
    )


def unanimous(t: Truth, r: R) -> str:
    return (
        f"The Security Council unanimously adopted resolution {t.number} ({t.day.year}) on "
        f"{t.weekday}, extending the mandate of the mission until 31 May."
    )


def unanimous_vote(t: Truth, r: R) -> str:
    return (
        f"In a unanimous vote, the U.N. Security Council on {t.weekday} approved new sanctions. The "
        f"resolution, drafted by {name(t.sponsor, t.day)}, takes effect at once."
    )


def distractors(t: Truth, r: R) -> str:
    return (
        f"The UN Security Council on {t.weekday} voted on a draft by {name(t.sponsor, t.day)}. "
        f"{cap(listed(t.vetoers, t.day, r))} used their veto to block the resolution. "
        f"The draft got {w(len(t.yes))} votes in favour. {cap(listed(t.abstain, t.day, r))} "
        "abstained. A resolution needs nine votes in favour and no veto by Britain, China, "
        "France, Russia or the United States to pass. "
        "India, which is not on the council, had said that it would have voted against it."
    )


def threats(t: Truth, r: R) -> str:
    return (
        "Before the vote, diplomats had expected Germany to abstain, and "
        f"{name(t.vetoers[0], t.day)} had threatened to veto the text. On {t.weekday} it did not "
        f"pass in the Security Council: {listed(t.no, t.day, r)} voted against, "
        f"{listed(t.abstain, t.day, r)} abstained, and {len(t.yes)} members were in favour."
    )


def inverted(t: Truth, r: R) -> str:
    return (
        f"The Security Council did not adopt the draft on {t.weekday}. Voting against were "
        f"{listed(t.no, t.day, r)}. Abstaining were {listed(t.abstain, t.day, r)}. "
        f"It received {w(len(t.yes))} votes in favour."
    )


def headline(t: Truth, r: R) -> str:
    verb = "vetoes" if len(t.vetoers) == 1 else "veto"
    return (
        f"{cap(listed(t.vetoers, t.day))} {verb} UN Security Council "
        f"resolution\n\n{cap(w(len(t.yes)))} of the 15 members voted for the text on {t.weekday}; "
        f"{listed(t.abstain, t.day, r)} abstained."
    )


def short_fall(t: Truth, r: R) -> str:
    return (
        "The draft resolution failed to win the nine votes it needed in the Security Council on "
        f"{t.weekday}. Only {w(len(t.yes))} countries, {listed(t.yes, t.day, r)}, voted in "
        "favour. "
        f"{cap(w(len(t.abstain)))} abstained" + (f" and {w(len(t.no))} voted against." if t.no else ".")
    )


def abst_from(t: Truth, r: R) -> str:
    return (
        f"The Security Council today adopted the measure with {len(t.yes)} votes in favour and "
        f"abstentions from {listed(t.abstain, t.day, r)}."
    )


def among(t: Truth, r: R) -> str:
    return (
        (
            f"The Security Council passed the resolution on {t.weekday}. "
            f"{cap(listed(t.abstain[:1], t.day))} was among the {w(len(t.abstain))} countries "
            f"abstaining; {len(t.yes)} voted in favour."
        )
        if len(t.abstain) > 1
        else f"The Security Council passed the resolution on {t.weekday}; {len(t.yes)} voted in favour."
    )


def fr_release(t: Truth, r: R) -> str:
    from tests.read.french import fr_list

    contre = f", {len(t.no)} contre ({fr_list(t.no, t.day)})" if t.no else ""
    verb = "a adopté" if t.adopted else "n’a pas adopté"
    return (
        f"Le Conseil de sécurité {verb}, ce matin, un projet de résolution par {len(t.yes)} voix "
        f"pour{contre} et {len(t.abstain)} abstentions ({fr_list(t.abstain, t.day)})."
    )


def es_news(t: Truth, r: R) -> str:
    from tests.read.french import es_list

    verb = "aprobó" if t.adopted else "no aprobó"
    contra = f" {len(t.no)} en contra" if t.no else " ninguno en contra"
    return (
        f"El Consejo de Seguridad de la ONU {verb} el proyecto de resolución con {len(t.yes)} votos a "
        f"favor,{contra} y {len(t.abstain)} abstenciones. Se abstuvieron {es_list(t.abstain, t.day)}."
    )


SEEN = (
    Template("wire-veto", wire_veto, lambda t: vetoed(t) and bool(t.abstain)),
    Template("wire-adopted", wire_adopted, adopted_abst := (lambda t: t.adopted and bool(t.abstain))),
    Template("release", release, lambda t: bool(t.abstain)),
    Template("verbatim", verbatim, any_vote),
    Template("bullets", bullets, split),
    Template("passive", passive, lambda t: bool(t.abstain)),
    Template("with-clause", with_clause, split),
    Template("score", score_, adopted_abst),
    Template("score-3", score3, adopted_abst),
    Template("joined", joined, lambda t: len(t.no) > 1),
    Template("alone", alone, lambda t: len(t.no) == 1 and bool(t.abstain)),
    Template("so-did", so_did, lambda t: t.adopted and len(t.abstain) > 1),
    Template("unanimous", unanimous, all_yes),
    Template("unanimous-vote", unanimous_vote, all_yes),
    Template(
        "distractors",
        distractors,
        lambda t: vetoed(t) and len(t.vetoers) > 1 and bool(t.abstain) and set(t.no) == set(t.vetoers),
    ),
    Template("threats", threats, lambda t: vetoed(t) and bool(t.abstain) and "DEU" not in t.ballots),
    Template("inverted", inverted, lambda t: split(t) and not t.adopted),
    Template("headline", headline, lambda t: vetoed(t) and set(t.no) == set(t.vetoers) and bool(t.abstain)),
    Template("short-fall", short_fall, lambda t: len(t.yes) < 9 and bool(t.abstain)),
    Template("abstentions-from", abst_from, lambda t: t.adopted and bool(t.abstain)),
    Template("among", among, lambda t: t.adopted and bool(t.abstain)),
    Template("fr-release", fr_release, lambda t: len(t.abstain) > 1, "fr"),
    Template("es-news", es_news, lambda t: len(t.abstain) > 1, "es"),
)

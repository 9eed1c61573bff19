"""Which column of a table means what: the names under which a field goes in the tables met so far."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FIELDS", "TALLY", "columns_of"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id",
        "vote_id",
        "rcid",
        "roll_call",
        "rollcall",
        "roll_call_id",
        "undl_id",
        "division",
        "division_id",
        "call",
    ),
    "body": ("body", "organ"),
    "day": ("date", "day", "vote_date", "timestamp"),
    "year": ("year",),
    "meeting": ("meeting", "meeting_record", "record"),
    "resolution": ("resolution", "res", "resolution_number"),
    "symbol": ("draft", "symbol", "draft_symbol", "draft_resolution"),
    "title": ("title", "agenda_item", "agenda", "agenda_title", "topic", "subject", "description", "descr"),
    "sponsors": ("submitted_by", "sponsors"),
    "method": ("method", "modality", "how"),
    "outcome": ("outcome", "outcome_results", "result", "recorded", "recorded_outcome"),
    "decision": ("decision",),
    "member": (
        "iso3",
        "member_code",
        "code",
        "ms_code",
        "ms_codes",
        "country_code",
        "member",
        "member_state",
        "ms_name",
        "country",
        "name",
    ),
    "printed": ("ms_name", "member_state", "member_name", "country", "name"),
    "ballot": ("ballot", "vote", "ms_vote", "ms_votes", "position", "choice"),
    "vetoed_by": ("vetoed_by",),
}
TALLY: Mapping[str, tuple[str, ...]] = {
    "yes": (
        "total_yes",
        "yes",
        "y",
        "count_for",
        "in_favour",
        "favor",
        "for",
        "ayes",
        "yea",
        "yea_count",
        "yeatotal",
        "yeas",
    ),
    "no": ("total_no", "no", "n", "count_against", "against", "noes", "nay", "nay_count", "naytotal", "nays"),
    "abstain": ("total_abstentions", "abstain", "a", "abstentions", "abstention", "count_abstention", "abst"),
    "not_voting": ("total_non_voting", "not_voting", "non_voting", "count_did_not_vote"),
}


def columns_of(table: frozenset[str], wanted: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """For each field the first of its names that the table has.

    Examples:
        >>> columns_of(frozenset({"draft", "vote"}), FIELDS)
        {'symbol': 'draft', 'ballot': 'vote'}
    """
    found = {field: next((name for name in names if name in table), None) for field, names in wanted.items()}
    return {field: name for field, name in found.items() if name is not None}

"""The closed sets of reading: what is kept in words leads back to its member."""

import pytest

from dashboard.extraction import Modality, Unread, UnreadReason
from dashboard.text import Span


@pytest.mark.parametrize("reason", UnreadReason)
@pytest.mark.parametrize("detail", ["", "might"])
def test_what_a_table_keeps_leads_back_to_its_reason(reason: UnreadReason, detail: str) -> None:
    assert UnreadReason.of(Unread(Span(0, 1), "a", reason, detail).why) is reason


def test_words_of_no_reason_lead_to_none() -> None:
    assert UnreadReason.of("somebody else's reason") is None


def test_a_share_of_a_total_is_a_total() -> None:
    totals = {each for each in UnreadReason if each.is_total}
    assert totals == {UnreadReason.RUNNING_TOTAL, UnreadReason.SHARE_OF_TOTAL}


@pytest.mark.parametrize("modality", Modality)
def test_what_happened_is_surer_than_anything_else(modality: Modality) -> None:
    assert Modality.surest([modality, "happened"]) is Modality.HAPPENED

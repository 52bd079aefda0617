"""A store piece by piece gives what it gives at once, on either database."""

from dashboard.store import Store
from dashboard.store.streaming import stream_of
from tests.sample import dataset


def test_pieces_put_together_are_all_that_is_shown(database: str) -> None:
    with Store.open(database) as store:
        store.save(dataset())
        stream = stream_of(store, least=1)
        assert stream is not None
        ids = [each for part in stream.pieces(rows=3) for each in part["event_id"]]
        shown = store.load()
        assert sorted(ids) == sorted(shown.events["event_id"])
        assert stream.home_zone == "Asia/Damascus"
        assert set(stream.outline["location"]) - {""} == set(shown.events["location"]) - {""}

"""An address whose password would reach a driver, and be repeated by it, is refused before: with or without one installed."""

import pytest

from dashboard.errors import StoreError
from dashboard.store.address import parse


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:S3@CRET w@127.0.0.1:1/db", "postgresql://u:S3@CRET@h/db",
     "postgresql+psycopg://u:S3@CRET@h:5432/db"],
)  # fmt: skip
def test_an_address_with_a_stray_at_is_refused_and_says_how_to_write_it(address: str) -> None:
    with pytest.raises(StoreError, match="an @ in a password is written %40") as refused:
        parse(address)
    assert not [part for part in ("S3", "CRET") if part in str(refused.value)]


def test_an_at_that_is_written_as_it_should_is_part_of_the_password() -> None:
    url = parse("postgresql://u:S3%40CRET@h:5432/db")
    assert (url.password, url.host, url.database) == ("S3@CRET", "h", "db")

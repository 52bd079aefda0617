"""Nobody but the page itself changes anything."""

import pytest
from werkzeug.test import Client

from dashboard.app import create_app
from dashboard.app.server.questions import PATH
from tests.sample import dataset


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, 400),
        ({"Origin": "http://localhost"}, 400),
        ({}, 400),
    ],
)
def test_what_another_page_sends_is_refused(headers: dict[str, str], status: int) -> None:
    answer = Client(create_app(dataset()).server).post(PATH, data="no JSON", headers=headers)
    assert answer.status_code == status

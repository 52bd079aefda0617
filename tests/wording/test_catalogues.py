"""Every catalogue says all there is to say: each message, with its parts, in each form that the language has for numbers."""

import re
from collections.abc import Iterator

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from dashboard.wording.languages import CATALOGUES, codes, language, names, preferred
from docs.collect_messages import messages, updated, written

CODES = [each for each in codes() if each != "en"]
_PART = re.compile(r"\{\w+\}|%\{\w+\}")


def catalogue(code: str) -> Catalog:
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def said(code: str) -> Iterator[tuple[str, tuple[str, ...], Message]]:
    """Of each message its English, its forms in the language, and itself."""
    for each in catalogue(code):
        if each.id:
            english = each.id if isinstance(each.id, str) else each.id[1]
            yield english, (each.string,) if isinstance(each.string, str) else tuple(each.string or ()), each


def test_there_are_four_languages_each_called_by_its_own_name() -> None:
    assert dict(names()) == {"ar": "العربية", "en": "English", "fr": "Français", "uk": "Українська"}


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_has_every_message_and_no_other(code: str) -> None:
    known = {
        each.id if isinstance(each.id, str) else next(iter(each.id)) for each in catalogue(code) if each.id
    }
    wanted = {each if isinstance(each, str) else each[0] for each in messages()}
    assert (wanted - known, known - wanted) == (set(), set()), "python -m docs.collect_messages"


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_none_is_a_guess(code: str) -> None:
    assert [english for english, forms, each in said(code) if not all(forms) or each.fuzzy] == []


@pytest.mark.parametrize("code", CODES)
def test_a_number_of_things_has_every_form_that_the_language_has(code: str) -> None:
    wanted = catalogue(code).num_plurals
    assert [
        english for english, forms, each in said(code) if each.pluralizable and len(forms) != wanted
    ] == []


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_parts_of_its_message(code: str) -> None:
    """The forms for none, one and two may say the number in a word."""
    wrong = [
        (english, form)
        for english, forms, each in said(code)
        for form in forms
        if parts(english, each) != parts(form, each)
    ]
    assert wrong == []


def parts(words: str, message: Message) -> list[str]:
    found = sorted(_PART.findall(words))
    return [each for each in found if each != "{count}"] if message.pluralizable else found


@pytest.mark.parametrize("code", CODES)
def test_forms_for_many_say_how_many(code: str) -> None:
    silent = [
        english
        for english, forms, each in said(code)
        if each.pluralizable and "{count}" in english and "{count}" not in forms[-1]
    ]
    assert silent == []


@pytest.mark.parametrize("code", CODES)
def test_collecting_messages_changes_nothing(code: str) -> None:
    assert written(updated(catalogue(code))) == (CATALOGUES / f"{code}.po").read_bytes()


@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr"), ("uk", "ltr")])
def test_a_language_has_its_direction(code: str, direction: str) -> None:
    assert language(code).direction == direction


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("ar", "ar"),
        ("de, uk;q=0.5", "uk"),
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.4, ar;q=0.9", "ar"),
        ("ar;q=0, en", "en"),
        ("", "en"),
        ("ar;q=x", "en"),
        (";;,,q=", "en"),
    ],
)
def test_the_browsers_language_is_taken_where_we_have_it(accepted: str, code: str) -> None:
    assert preferred(accepted) == code

"""The kinds of picture that are drawn of a figure."""

from enum import StrEnum


class Picture(StrEnum):
    """Dots, lines, or a page to be printed."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"

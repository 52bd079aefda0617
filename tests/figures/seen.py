"""Colours as people see them who lack one of the three kinds of cone, and how far apart two of them then are.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), for a deficiency that is total (severity 1.0); they
are applied to linear RGB. Distances are CIEDE2000 (Sharma, Wu and Dalal, Color Research & Application 30, 2005).
"""

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

KINDS: dict[str, Vector] = {
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
NORMAL = np.eye(3)
_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])  # fmt: skip
_WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> Vector:
    """Linear RGB of a colour like #0072B2."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, seen_by: Vector = NORMAL) -> Vector:
    """CIELAB of a colour, as it is seen by somebody."""
    xyz = _XYZ @ np.clip(seen_by @ linear(colour), 0, 1) / _WHITE
    cube = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * cube[1] - 16, 500 * (cube[0] - cube[1]), 200 * (cube[1] - cube[2])])


def apart(one: Vector, other: Vector) -> float:
    """How far apart two colours are, by CIEDE2000: one is hardly seen, ten at a glance."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25.0**7)))
    c1, c2 = np.hypot(a1 * stretch, b1), np.hypot(a2 * stretch, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, strong = (l1 + l2) / 2, (c1 + c2) / 2
    at = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = 1 - 0.17 * np.cos(np.radians(at - 30)) + 0.24 * np.cos(np.radians(2 * at))
    t += 0.32 * np.cos(np.radians(3 * at + 6)) - 0.20 * np.cos(np.radians(4 * at - 63))
    by_light = 1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2)
    by_strong, by_hue = 1 + 0.045 * strong, 1 + 0.015 * strong * t
    turned = -np.sin(np.radians(60 * np.exp(-(((at - 275) / 25) ** 2))))
    turned *= 2 * np.sqrt(strong**7 / (strong**7 + 25.0**7))
    parts = ((l2 - l1) / by_light, (c2 - c1) / by_strong, hue / by_hue)
    return float(np.sqrt(sum(each**2 for each in parts) + turned * parts[1] * parts[2]))

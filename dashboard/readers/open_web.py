"""Which machines are of the open web, by their numbers."""

from ipaddress import IPv4Address, IPv6Address

Number = IPv4Address | IPv6Address


def is_public(number: Number) -> bool:
    """Whether a number is of the open web: none of this machine, its network, or what is kept for other ends.

    >>> from ipaddress import ip_address
    >>> (
    ...     is_public(ip_address("93.184.216.34")),
    ...     is_public(ip_address("10.0.0.1")),
    ...     is_public(ip_address("::ffff:127.0.0.1")),
    ... )
    (True, False, False)
    """
    if isinstance(number, IPv6Address):
        inner = (
            number.ipv4_mapped
            or number.sixtofour
            or (number.teredo or (None, None))[1]
            or _translated(number)
        )
        if inner is not None:
            return is_public(inner)
        if number.is_site_local:
            return False
    return number.is_global and not number.is_multicast and not number.is_reserved


def _translated(number: IPv6Address) -> IPv4Address | None:
    """The IPv4 number within one of NAT64 (RFC 6052)."""
    return (
        IPv4Address(number.packed[12:])
        if number.packed[:12] == bytes.fromhex("0064ff9b" + "00" * 8)
        else None
    )

"""Chance without dice: a draw depends on nothing but its place, so every machine agrees."""

from hashlib import blake2b

_RANGE = 1 << 64


def uniform(seed: int, turn: int, purpose: str) -> float:
    """A number in [0, 1) for one purpose in one turn of one session."""
    return mark(seed, turn, purpose) / _RANGE


def mark(seed: int, turn: int, name: str) -> int:
    """A 64-bit number that orders names differently in every turn; used to break ties."""
    return int.from_bytes(blake2b(f"{seed}/{turn}/{name}".encode(), digest_size=8).digest(), "big")

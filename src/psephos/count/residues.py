"""Whole numbers by their remainders: 31-bit primes, and the Chinese remainder theorem that puts a number together."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["combined", "largest_primes"]

_FIRST = (1 << 31) - 1


def largest_primes(bits: int) -> tuple[int, ...]:
    """The largest 31-bit primes whose product exceeds 2**bits.

    Examples:
        >>> largest_primes(40)
        (2147483647, 2147483629)
    """
    found: list[int] = []
    product, candidate = 1, _FIRST
    while product <= 1 << bits:
        if _is_prime(candidate):
            found.append(candidate)
            product *= candidate
        candidate -= 2
    return tuple(found)


def _is_prime(number: int) -> bool:
    """The test of Miller and Rabin, with bases that leave no doubt below 3.2 * 10**9."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    return all(_passes(base, number, odd, twos) for base in (2, 3, 5, 7))


def _passes(base: int, number: int, odd: int, twos: int) -> bool:
    power = pow(base, odd, number)
    if power in (1, number - 1):
        return True
    for _ in range(twos - 1):
        power = power * power % number
        if power == number - 1:
            return True
    return False


def combined(residues: Sequence[int], primes: Sequence[int]) -> int:
    """The number from 0 to the product of the primes that leaves these remainders.

    Examples:
        >>> combined([2, 3], [5, 7])
        17
    """
    value, modulus = 0, 1
    for residue, prime in zip(residues, primes, strict=True):
        value += modulus * ((residue - value) * pow(modulus, -1, prime) % prime)
        modulus *= prime
    return value

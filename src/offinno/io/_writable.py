"""What a file can hold, checked before a word of it is written."""

from decimal import Decimal

from offinno.exceptions import shortened
from offinno.io._composer import MAX_DEPTH, TOO_DEEP
from offinno.io._errors import NotATree
from offinno.io._places import TreePath
from offinno.io._text import unsafe
from offinno.values import BadNumber, exact_decimal


def check_writable(tree: object, path: TreePath = ()) -> None:
    """Return if *tree* holds nothing but what a file can hold.

    Raises:
        NotATree: If a node is not of a plain type, a number is not finite or out of bounds, a
            text holds a character that no file may hold, or the tree is too deep.

    >>> check_writable({"share": 0.5})
    Traceback (most recent call last):
    ...
    offinno.io._errors.NotATree: cannot write share: 0.5 is of the type float; give a Decimal
    """
    if not isinstance(tree, dict | list):
        _check_scalar(tree, path)
        return
    if len(path) >= MAX_DEPTH:
        raise NotATree(path, TOO_DEEP)
    for step, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(tree, dict):
            _check_key(step, path)
        check_writable(child, (*path, step))


def literal(value: int | Decimal | bool | None) -> str:  # noqa: FBT001 - a value like others
    """Return a scalar that is not text, as JSON and YAML write it; zero has no sign.

    >>> literal(Decimal("48.30")), literal(Decimal("4.7E9")), literal(None)
    ('48.30', '4.7E+9', 'null')
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    number = value or value.copy_abs()
    exponent = number.as_tuple().exponent
    return str(number) if isinstance(exponent, int) and exponent > 0 else f"{number:f}"


def _check_key(key: object, path: TreePath) -> None:
    """Refuse what is no key."""
    if type(key) is not str:
        message = f"the key {shortened(repr(key))} is of the type {type(key).__name__}, not text"
        raise NotATree(path, message)
    if seen := unsafe(key):
        raise NotATree(path, f"the key {shortened(ascii(key))} holds the character {seen}")


def _check_scalar(value: object, path: TreePath) -> None:
    """Refuse what is no scalar, or one that would not be read back."""
    if value is None or type(value) is bool:
        return
    if type(value) is str:
        if seen := unsafe(value):
            raise NotATree(path, f"{shortened(ascii(value))} holds the character {seen}")
    elif type(value) is int or type(value) is Decimal:
        _check_number(value, path)
    else:
        instead = _INSTEAD.get(type(value), "give dict, list, str, int, Decimal, bool or None")
        seen = shortened(repr(value))
        raise NotATree(path, f"{seen} is of the type {type(value).__name__}; {instead}")


def _check_number(number: int | Decimal, path: TreePath) -> None:
    """Refuse a number that is not finite or out of bounds."""
    try:
        exact_decimal(number)
    except BadNumber as error:
        raise NotATree(path, str(error)) from None


_INSTEAD: dict[type, str] = {float: "give a Decimal", tuple: "give a list"}

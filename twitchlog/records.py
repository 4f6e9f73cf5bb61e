"""Small frozen records with named, typed fields.

The standard library's `dataclasses` would do the same, but importing it costs as much as starting Python, and `add` has
to answer at once. Type checkers see a `Record` subclass as a frozen, keyword-only dataclass.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Self, dataclass_transform
else:

    def dataclass_transform(**_: object) -> Callable[[type], type]:
        """Stand in for the type checker's marker, which does nothing at run time."""
        return lambda cls: cls


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """Base of every record: fields are the annotations, in order; a class attribute is the default."""

    _fields: tuple[str, ...]

    def __init_subclass__(cls) -> None:
        """Collect the field names of the class and of its bases."""
        own = tuple(name for name in cls.__annotations__ if not name.startswith("_"))
        cls._fields = tuple(dict.fromkeys((*getattr(cls, "_fields", ()), *own)))

    def __init__(self, **values: Any) -> None:
        """Set every field, from `values` or from its default; then `check` it."""
        given = self.__dict__
        for name in self._fields:
            if name in values:
                given[name] = values.pop(name)
            elif hasattr(type(self), name):
                given[name] = getattr(type(self), name)
            else:
                raise TypeError(f"{type(self).__name__} needs {name}")
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")
        self.check()

    def check(self) -> None:
        """Refuse impossible values; a record that has limits says so here."""

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record does not change; `replace` makes another."""
        raise AttributeError(f"{type(self).__name__} is frozen: use replace({name}=...)")

    def __eq__(self, other: object) -> bool:
        """Two records are equal when they are of one class and their fields are."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        """Hash over the fields, for records whose fields can be hashed."""
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        """Show the fields that differ from their default."""
        shown = (
            f"{k}={v!r}" for k, v in self.__dict__.items() if not hasattr(type(self), k) or getattr(type(self), k) != v
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def replace(self, **values: Any) -> Self:
        """The same record with other values for the fields named."""
        return type(self)(**{**self.__dict__, **values})

    def as_dict(self) -> dict[str, Any]:
        """The fields by name, in their order."""
        return dict(self.__dict__)

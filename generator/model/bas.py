"""What every part of a record has in common: strict keys, no surprises, and a short form where one is natural."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Post(BaseModel):
    """A part of a record: unknown keys are refused and values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: the values that are not their field's default. Which keys were written is forgotten."""
        blank = _blank(type(self))
        return {name: value for name, value in self.__dict__.items() if value is not blank[name]}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """The values laid over the defaults; an archive has half a million parts, so each is kept small."""
        values = _blank(type(self)).copy()
        for name, value in state.items():  # dict.update would make room for as many names again
            values[name] = value
        object.__setattr__(self, "__dict__", values)
        object.__setattr__(self, "__pydantic_fields_set__", _NO_KEYS)
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


_NO_KEYS: set[str] = set()
"""One for all parts, since none is ever changed."""


@cache
def _blank(model: type[Post]) -> dict[str, Any]:
    """A part's fields in order with their defaults."""
    return {name: field.default for name, field in model.model_fields.items()}


class Kortform(Post):
    """A part that may be written as one line of text, which then is the value of `kortfalt`."""

    kortfalt: ClassVar[str] = "text"

    @model_validator(mode="before")
    @classmethod
    def _from_line(cls, value: Any) -> Any:
        return {cls.kortfalt: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the long form, or a plain line (which editors may read as a number)."""
        long_form = handler.resolve_ref_schema(handler(schema))
        description = long_form.get("description", "")
        return {"description": description, "anyOf": [{"type": ["string", "number"]}, dict(long_form)]}


class _OneOrMany:
    """The JSON Schema of a list that may be written as its only entry."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


EN_ELLER_FLERA = _OneOrMany()
_T = TypeVar("_T")
EnEllerFlera = Annotated[tuple[_T, ...], BeforeValidator(_as_list), EN_ELLER_FLERA]
"""A list of parts; a list of one may be written without its dash."""

"""What every part of a record has in common: strict keys, no surprises, and a short form where one is natural."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema


class Post(BaseModel):
    """A part of a record: unknown keys are refused and values never change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


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

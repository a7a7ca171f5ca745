"""The ground of every public shape: what is not declared here does not exist."""

from typing import Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo


class PublicSchema(BaseModel):
    """Part of a public answer.

    Built in two ways: from model instances by the renderer, which passes itself
    as the validation context, and from stored JSON, without a context.
    """

    model_config = ConfigDict(
        from_attributes=True,
        extra="ignore",
        # What has a default is sent all the same.
        json_schema_serialization_defaults_required=True,
    )


def rendered(method: str) -> BeforeValidator:
    """Turn a model value into its public form with the named renderer method.

    Reading stored JSON back passes the value through: it is public already.
    """

    def validate(value: Any, info: ValidationInfo) -> Any:
        if info.context is None:
            return value
        return getattr(info.context, method)(value)

    return BeforeValidator(validate)

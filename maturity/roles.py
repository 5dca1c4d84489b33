"""The configuration of access: who gets which role, and how providers say who somebody is."""

import datetime
import hashlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from maturity.language import _
from maturity.reference import invalid, reference

Role = Literal["presenter", "executive", "staff"]
# A presenter sees what an executive sees but the own kommune; both see what staff see, and less.
NARROWEST_FIRST: tuple[Role, ...] = ("presenter", "executive", "staff")
See = Literal["own", "anonymous", "named"]

# Norwegian providers write organisation numbers as ISO 6523 has them.
REGISTER = "0192:"
NOTHING = hashlib.sha256(b"").hexdigest()  # what hashing a token that was not there gives


def organisation(written: object) -> str:
    """Return an organisation number as it is compared, however it is written."""
    return "".join(str(written).lower().split()).removeprefix(REGISTER)


Lower = Annotated[str, BeforeValidator(lambda text: str(text).strip().lower())]


def _listed(given: object) -> object:
    return given if isinstance(given, list | tuple) else (given,)


Many = Annotated[tuple[Lower, ...], BeforeValidator(_listed)]
Number = Annotated[str, BeforeValidator(organisation), Field(min_length=1)]
# A claim's name, or the names on the way into it: names may have dots and addresses in them.
Claim = Annotated[tuple[str, ...], BeforeValidator(_listed), Field(min_length=1)]


class Row(BaseModel):
    """One row of the table: all that is given must hold, any one of several values suffices."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Role
    email: Many = ()
    domain: Many = ()
    group: Many = ()
    organisation: Annotated[tuple[Number, ...], BeforeValidator(_listed)] = ()
    provider: Many = ()
    kommuner: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    overrides: bool = False

    @model_validator(mode="after")
    def _is_about_somebody(self) -> Self:
        if not (self.email or self.domain or self.group or self.organisation):
            raise ValueError(_("minst én av email, domain, group og organisation"))
        _own_fit(self.role, self.kommuner)
        return self


class Token(BaseModel):
    """A program that reads addresses with .csv and .json, by the hash of what it brings."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]  # what the log calls it
    sha256: Annotated[str, BeforeValidator(lambda text: str(text).lower())] = Field(
        pattern=r"^[0-9a-f]{64}$"
    )
    until: datetime.date  # the last day on which it is good for anything
    role: Role
    kommuner: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()

    @model_validator(mode="after")
    def _has_a_role(self) -> Self:
        if self.sha256 == NOTHING:
            raise ValueError(_("sha256: en nøkkel som ikke er tom"))
        _own_fit(self.role, self.kommuner)
        return self


def _own_fit(role: Role, kommuner: tuple[str, ...]) -> None:
    """Raise ValueError where somebody's own kommuner are not those of their role."""
    if (role == "executive") != bool(kommuner):
        raise ValueError(_("kommuner: minst én for «executive», ingen for de andre"))
    if unknown := sorted(set(kommuner) - set(reference().kommuner)):
        raise ValueError(_("kommuner: ukjent nummer {codes}").format(codes=", ".join(unknown)))


class Provider(BaseModel):
    """In which claims a provider says what, and whether it vouches for the address itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str | None = None
    email: Claim = ("email",)
    email_verified: Claim = ("email_verified",)
    vouches_for_email: bool = False
    group: Claim = ("groups",)
    organisation: Claim = ("organisation",)


class Access(BaseModel):
    """All of `[access]`; `session_hours` count from the sign-in, `log_days` from what is logged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: Annotated[str, Field(min_length=3)]
    kommuner_see: See = "own"
    stage_names: Literal["opened", "all"] = "opened"  # whom staff may name before a hall
    session_hours: Annotated[float, Field(gt=0, le=24)] = 8
    log_days: Annotated[int, Field(ge=30, le=3650)] = 365
    providers: dict[str, Provider] = Field(default_factory=dict)
    roles: Annotated[tuple[Row, ...], Field(min_length=1)]
    tokens: tuple[Token, ...] = ()

    def provider(self, name: str) -> Provider:
        """Return how a provider says things; unless told otherwise, as OpenID Connect has it."""
        return self.providers.get(name, Provider())


def access(section: Mapping[str, Any]) -> Access:
    """Read the section `[access]`; raises UserError that names each fault."""
    try:
        return Access.model_validate(dict(section))
    except ValidationError as fault:
        message = _("Innstillingene i [access] kan ikke brukes.")
        raise invalid(message, fault, before="access.", telling=False) from None

"""A presentation as a record: which views in which order, what is said, of which data version.

It lives in an address, or in a small file that can be saved and opened again. Both may come from
anybody: what is read is checked, and its addresses become views only by what the reader may see.
A deck tells who is who; it is the presenter's, and never part of what is handed out.
"""

import base64
import binascii
import re
import zlib
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from maturity.errors import UserError
from maturity.language import _
from maturity.naming import Letters
from maturity.reference import reference

MOST = 60  # slides
LARGEST = 256 * 1024  # bytes of a file
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028-\u202e\u2066-\u2069]")  # and what turns lines


def _readable(text: str) -> str:
    return UNSEEN.sub("", text).strip()


Text = Annotated[str, AfterValidator(_readable)]


class Slide(BaseModel):
    """One view; `title` in the place of its own, `notes` for the speaker alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: Annotated[str, Field(min_length=1, max_length=4000)]
    title: Annotated[Text, Field(max_length=200)] = ""
    notes: Annotated[Text, Field(max_length=4000)] = ""


class Deck(BaseModel):
    """A presentation; `version` is the data's that it is bound to, None: the newest.

    With `hidden` kommuner have letters: those in `letters` the first, in that order, the others as
    `seed` draws them. `revealed` have their names all the same. `bond` says whose it was while its
    version was the newest (maturity/bond.py).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["modenhet-presentasjon"] = "modenhet-presentasjon"
    edition: Literal[1] = 1
    title: Annotated[Text, Field(max_length=200)] = ""
    slides: Annotated[tuple[Slide, ...], Field(max_length=MOST)] = ()
    version: Annotated[int, Field(ge=0, le=10**9)] | None = None
    hidden: bool = False
    letters: Annotated[tuple[str, ...], Field(max_length=400)] = ()
    seed: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""
    revealed: Annotated[tuple[str, ...], Field(max_length=400)] = ()
    bond: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""

    @model_validator(mode="after")
    def _of_known_kommuner(self) -> Self:
        if {*self.letters, *self.revealed} - set(reference().kommuner):
            raise ValueError(_("letters: ukjent kommune"))
        return self

    @property
    def naming(self) -> Letters | None:
        """The letters to make its views by; None where kommuner are named."""
        if not self.hidden:
            return None
        return Letters(first=self.letters, seed=self.seed, revealed=frozenset(self.revealed))

    def with_slide(self, slide: Slide) -> "Deck":
        """Return the deck with one slide more; raises UserError where it is full."""
        if len(self.slides) >= MOST:
            raise UserError(_("En presentasjon har plass til {most} figurer.").format(most=MOST))
        return self.model_copy(update={"slides": (*self.slides, slide)})


def to_file(deck: Deck) -> bytes:
    """Return the deck as a file to save."""
    return deck.model_dump_json(indent=1, exclude_defaults=False).encode()


def from_file(content: bytes) -> Deck:
    """Return the deck of a file; raises UserError where it is none of ours."""
    if len(content) > LARGEST:
        raise UserError(_("Filen er for stor til å være en presentasjon herfra."))
    return _checked(content)


def to_address(deck: Deck) -> str:
    """Return the deck as one parameter of an address."""
    packed = zlib.compress(deck.model_dump_json(exclude_defaults=True).encode(), 9)
    return base64.urlsafe_b64encode(packed).rstrip(b"=").decode()


def from_address(text: str) -> Deck:
    """Return the deck of an address; raises UserError where it is none of ours."""
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        opening = zlib.decompressobj()
        content = opening.decompress(packed, LARGEST)  # a small address may unfold into gigabytes
        whole = opening.eof and not opening.unused_data
    except (binascii.Error, ValueError, zlib.error):
        whole, content = False, b""
    if not whole:
        raise UserError(_("Adressen har ingen presentasjon som kan leses."))
    return _checked(content)


def _checked(content: bytes) -> Deck:
    try:
        return Deck.model_validate_json(content)
    except (ValidationError, RecursionError) as fault:
        places: list[Any] = fault.errors() if isinstance(fault, ValidationError) else []
        where = ", ".join(".".join(str(part) for part in it["loc"])[:60] for it in places[:3])
        message = _("Dette er ingen presentasjon herfra")
        raise UserError(f"{message}: {where}." if where else f"{message}.") from None

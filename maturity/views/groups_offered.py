"""The groups that can be chosen."""

from maturity.access import Viewer
from maturity.groups import Group, worth_offering
from maturity.kept import kept
from maturity.reference import reference
from maturity.settings import thresholds


@kept
def groups_offered(*, viewer: Viewer) -> dict[str, Group]:
    """Return the groups that can be chosen: the same for every viewer, until one has fewer."""
    return worth_offering(reference(), at_least=thresholds().min_kommuner)

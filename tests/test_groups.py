"""Every kommune stands in one region, one KOSTRA group and one size class, and in Nordland."""

import pytest

from maturity.groups import groups, worth_offering
from maturity.reference import reference

KNOWN = reference()
ALL = groups(KNOWN)


def members(kind):
    return [group.members for group in ALL.values() if group.kind == kind]


def test_nordland_comes_first_and_is_everybody():
    assert next(iter(ALL)) == "nordland"
    assert ALL["nordland"].members == set(KNOWN.kommuner)


@pytest.mark.parametrize("kind", ["region", "kostra", "storrelse"])
def test_each_kind_parts_the_kommuner(kind):
    found = members(kind)
    assert sum(map(len, found)) == len(KNOWN.kommuner)
    assert frozenset.union(*found) == set(KNOWN.kommuner)
    assert all(found)


def test_codes_of_the_address():
    assert "1804" in ALL["region:Salten"].members
    assert "1812" in ALL["kostra:15"].members
    assert ALL["storrelse:under-2000"].members == {
        k.kommune for k in KNOWN.kommuner.values() if k.population < 2000
    }


def test_kostra_groups_are_counted_not_spelt():
    numbers = [group.name for group in ALL.values() if group.kind == "kostra"]
    assert numbers == sorted(numbers, key=int)
    assert ALL["kostra:15"].label == "KOSTRA-gruppe 15"


def test_labels_never_coincide():
    labels = [group.label for group in ALL.values()]
    labels += [kommune.name for kommune in KNOWN.kommuner.values()]
    assert len(labels) == len(set(labels))


def test_a_group_that_can_never_be_shown_is_not_offered():
    offered = worth_offering(KNOWN, at_least=3)
    assert "kostra:11" in ALL
    assert "kostra:11" not in offered
    assert "region:Ofoten" in offered
    assert all(len(group.members) >= 3 for group in offered.values())

"""The probes hold: at least 95 % of the used cases; the set-aside fifth tells how far that carries."""

from collections import Counter

import pytest
from probing import FOLDER, Probe, problems, read_probes

from newsledger.schema import TABLES

USED = list(read_probes(FOLDER))
SET_ASIDE = list(read_probes(FOLDER / "set_aside"))
# The aim for the set-aside fifth is to stay within 7 points of the used cases; docs/error-analysis.md gives the gap.
LEAST, LEAST_ASIDE = 0.95, 0.75


def test_there_are_800_cases_over_40_phenomena_and_a_fifth_is_set_aside() -> None:
    every = USED + SET_ASIDE
    assert len(every) >= 800
    assert len({probe.phenomenon for probe in every}) >= 40
    assert 0.15 <= len(SET_ASIDE) / len(every) <= 0.25


@pytest.mark.parametrize("probe", USED + SET_ASIDE, ids=lambda probe: probe.id)
def test_a_probe_asks_for_columns_that_exist_in_words_that_stand_there(probe: Probe) -> None:
    for table, rows in probe.expect.items():
        for row in rows:
            assert row.get("text", "") in probe.text
            assert set(row) - {"text"} <= set(TABLES[table].model_fields)


def test_no_two_probes_share_an_id() -> None:
    assert max(Counter(probe.id for probe in USED + SET_ASIDE).values()) == 1


@pytest.fixture(scope="module")
def failures() -> dict[str, list[str]]:
    """The problems of every failing case, by its id."""
    return {probe.id: found for probe in USED + SET_ASIDE if (found := problems(probe))}


def share(probes: list[Probe], failures: dict[str, list[str]]) -> float:
    return sum(probe.id not in failures for probe in probes) / len(probes)


def test_the_used_probes_pass(failures: dict[str, list[str]]) -> None:
    told = "\n".join(f"{probe.id}: {'; '.join(failures[probe.id])}" for probe in USED if probe.id in failures)
    assert share(USED, failures) >= LEAST, told


def test_the_set_aside_probes_do_not_fall_behind(failures: dict[str, list[str]]) -> None:
    assert share(SET_ASIDE, failures) >= LEAST_ASIDE
